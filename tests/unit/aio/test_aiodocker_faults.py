"""What goes wrong with aiodocker 0.26, fault by fault, and does not here.

The numbers are those of the migration guide's list. Faults that only a real engine, a real shell or a benchmark shows
have their tests there: A1, A4, A5 and A6 with TLS, ssh, contexts and registries, C5 with builds, C8 with ssh.
"""

import asyncio
import gc
import typing
import warnings
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import pytest

from dockwright.aio import (
    ConnectionLost,
    DeadlineExceeded,
    Docker,
    DockerContainer,
    DockerContainers,
    DockerError,
    DockerImages,
    DockerServices,
    DockerStreamError,
    EndpointNotFound,
    EngineUnreachable,
    Message,
    NotFound,
    ServerError,
    Timeouts,
    TruncatedStream,
)
from dockwright_api import operations
from dockwright_api.operation import Timing
from tests.fakes.engine import LAST_CHUNK, Do, FakeEngine, Step, chunk, chunked, chunked_head, frame, upgraded
from tests.unit.aio.conftest import LOGS, MULTIPLEXED, Closed, Received, output

JSON = "application/json"
FAILED = b'{"status": "begun"}\n{"errorDetail": {"message": "denied"}, "error": "denied"}\n'


@pytest.fixture
def container(docker: Docker) -> DockerContainer:
    return docker.containers.container("c")


ODD_NAMES: list[tuple[Callable[[Docker], Awaitable[object]], str]] = [
    (lambda docker: docker.containers.get("../volumes/secret?"), "/containers/..%2Fvolumes%2Fsecret%3F/json"),
    (lambda docker: docker.containers.container("../../../etc").show(), "/containers/..%2F..%2F..%2Fetc/json"),
    (lambda docker: docker.containers.container("x?force=1&v=1&").delete(), "/containers/x%3Fforce%3D1%26v%3D1%26"),
    (lambda docker: docker.images.inspect("a#b"), "/images/a%23b/json"),
    (lambda docker: docker.networks.get("a/b"), "/networks/a%2Fb"),
    (lambda docker: docker.volumes.get(".."), "/volumes/%2E%2E"),
]


@pytest.mark.parametrize(("call", "path"), ODD_NAMES, ids=[path for _, path in ODD_NAMES])
async def test_a3_an_odd_name_stays_a_name(
    docker: Docker, fake_engine: FakeEngine, call: Callable[[Docker], Awaitable[object]], path: str
) -> None:
    """Aiodocker A3: what stands in an id or name reaches other resources, and adds arguments."""
    with pytest.raises(NotFound):
        await call(docker)
    assert [request.target for request in fake_engine.requests] == [f"/v1.45{path}"]


PROGRESS: dict[str, tuple[str, str, Callable[[Docker], Any]]] = {
    "pull": ("POST", "/images/create", lambda docker: docker.images.pull("busybox")),
    "push": ("POST", "/images/host:1%2Fa/push", lambda docker: docker.images.push("host:1/a")),
    "build": ("POST", "/build", lambda docker: docker.images.build(fileobj=b"tar", encoding="identity")),
    "load": ("POST", "/images/load", lambda docker: docker.images.import_image(b"tar")),
}


@pytest.mark.parametrize(("method", "path", "call"), PROGRESS.values(), ids=PROGRESS.keys())
async def test_b1_an_error_in_the_progress_is_raised(
    docker: Docker, fake_engine: FakeEngine, method: str, path: str, call: Callable[[Docker], Any]
) -> None:
    """Aiodocker B1: pull, push, build and load return normally when the engine reports a failure."""
    fake_engine.script(method, path, *chunked(JSON, [FAILED]))
    with pytest.raises(DockerStreamError, match="denied") as caught:
        await call(docker)
    assert caught.value.progress == [{"status": "begun"}]


async def test_b2_a_timeout_may_be_an_int(docker: Docker, fake_engine: FakeEngine, container: DockerContainer) -> None:
    """Aiodocker B2: a timeout of 1 is no limit, and one of 1.0 is."""
    policy = docker.engine.timeouts
    assert policy.deadlines(Timing.WAIT, 1) == policy.deadlines(Timing.WAIT, 1.0)
    assert policy.deadlines(Timing.WAIT, 1).total == 1.0
    fake_engine.script("POST", "/containers/c/wait", Do.HANG)
    with pytest.raises(DeadlineExceeded, match="the total limit of"):
        await container.wait(timeout=0.01)


def test_b3_the_environment_goes_before_the_current_context(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Aiodocker B3: the current context of config.json goes before DOCKER_HOST."""
    folder = tmp_path_factory.mktemp("settings")
    (folder / "config.json").write_text('{"currentContext": "other"}')
    monkeypatch.setenv("DOCKER_CONFIG", str(folder))
    monkeypatch.delenv("DOCKER_CONTEXT", raising=False)
    monkeypatch.setenv("DOCKER_HOST", "tcp://of-the-environment:1")
    assert Docker().docker_host == "tcp://of-the-environment:1"
    monkeypatch.setenv("DOCKER_CONTEXT", "another")
    assert Docker().docker_host == "tcp://of-the-environment:1"


def test_b4_no_engine_is_an_error_that_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    """Aiodocker B4: where there is no engine, an AssertionError without a word is raised."""
    from dockwright.settings import resolution

    for name in ("DOCKER_HOST", "DOCKER_CONTEXT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DOCKER_CONFIG", str(tmp_path))

    def only_one(*_: object) -> list[str]:
        return ["/nowhere/docker.sock"]

    monkeypatch.setattr(resolution, "usual_sockets", only_one)
    with pytest.raises(EndpointNotFound, match=r"/nowhere/docker\.sock") as caught:
        Docker()
    assert isinstance(caught.value, ValueError)


async def test_b5_a_web_socket_as_the_first_call_negotiates(fake_engine: FakeEngine) -> None:
    """Aiodocker B5: a web socket as the first call asks for /auto/containers, and an error of aiohttp's comes out."""
    async with Docker(fake_engine.url) as docker:
        with pytest.raises(NotFound):
            await docker.containers.container("c").websocket()
    assert [request.target.partition("?")[0] for request in fake_engine.requests] == [
        "/version",
        "/v1.41/containers/c/attach/ws",
    ]


async def test_b6_joining_a_swarm_sends_json(docker: Docker, fake_engine: FakeEngine) -> None:
    """Aiodocker B6: the addresses and the token are sent as a form, which no engine reads."""
    fake_engine.reply("POST", "/swarm/join")
    await docker.swarm.join(remote_addrs=["1.2.3.4:2377"], join_token="SWMTKN-1")
    (request,) = fake_engine.requests
    assert request.headers["content-type"] == JSON
    sent = request.json()
    assert (sent["RemoteAddrs"], sent["JoinToken"]) == (["1.2.3.4:2377"], "SWMTKN-1")


async def test_b7_reading_and_writing_at_once_starts_once(docker: Docker, fake_engine: FakeEngine) -> None:
    """Aiodocker B7: a first read and a first write at the same time start the command twice."""
    fake_engine.script("POST", "/exec/e/start", upgraded(MULTIPLEXED), Do.READ_INPUT, frame(1, b"out"), Do.CLOSE)
    stream = docker.containers.exec("e").start()

    async def write() -> None:
        await stream.write_in(b"in")
        await stream.write_eof()

    message, _ = await asyncio.gather(stream.read_out(), write())
    await stream.close()
    assert message == Message(1, b"out")
    assert len(fake_engine.received("POST", "/exec/e/start")) == 1


async def test_b8_events_begin_again_after_a_fault(docker: Docker, fake_engine: FakeEngine) -> None:
    """Aiodocker B8: after the events broke off, later subscribers wait for ever, and closing fails."""
    fake_engine.reply("GET", "/events", 500, {"message": "not now"})
    event = b'{"Type": "container", "Action": "start", "time": 1700000000}\n'
    fake_engine.script("GET", "/events", *chunked(JSON, [event]))
    first = docker.events.subscribe()
    with pytest.raises(ServerError, match="not now"):
        await first.get()
    assert await first.get() is None
    second = docker.events.subscribe()
    assert (await second.get())["Action"] == "start"
    assert await second.get() is None


async def test_b8_every_subscriber_gets_what_it_asked_for(
    docker: Docker, fake_engine: FakeEngine, received: Received
) -> None:
    """Aiodocker B8: what later subscribers ask for is ignored."""
    fake_engine.script("GET", "/events", chunked_head(JSON), Do.HANG)
    subscribers = [docker.events.subscribe(filters={"type": kind}) for kind in ("image", "volume")]
    asked = {request.query["filters"][0] for request in await received("GET", "/events", 2)}
    assert asked == {'{"type":["image"]}', '{"type":["volume"]}'}
    for subscriber in subscribers:
        subscriber.close()


CUT: dict[str, tuple[list[Step], type[DockerError]]] = {
    "in a document": ([chunked_head(JSON), chunk(b'{"status": "a"}\n{"sta'), Do.CLOSE], TruncatedStream),
    "between documents": ([chunked_head(JSON), chunk(b'{"status": "a"}\n'), Do.CLOSE], ConnectionLost),
}


@pytest.mark.parametrize(("steps", "error"), CUT.values(), ids=CUT.keys())
async def test_b9_a_broken_connection_is_an_error_of_ours(
    docker: Docker, fake_engine: FakeEngine, steps: list[Step], error: type[DockerError]
) -> None:
    """Aiodocker B9: errors of aiohttp come out, without a cause and without a class of their own."""
    fake_engine.script("POST", "/images/create", *steps)
    with pytest.raises(error) as caught:
        await docker.images.pull("busybox")
    assert not isinstance(caught.value, aiohttp.ClientError)


async def test_b9_errors_have_classes_and_causes() -> None:
    """Aiodocker B9: what is unreachable, missing or in conflict is all the same error."""
    async with Docker("unix:///nowhere/docker.sock") as docker:
        with pytest.raises(EngineUnreachable) as caught:
            await docker.version()
    assert caught.value.status == 900
    assert isinstance(caught.value, OSError)
    assert isinstance(caught.value.__cause__, OSError)


async def test_b9_a_document_may_be_long(docker: Docker, fake_engine: FakeEngine) -> None:
    """Aiodocker B9: a line of 300 kB is a ValueError of aiohttp's."""
    fake_engine.script("POST", "/images/create", *chunked(JSON, [b'{"status": "' + b"x" * 300_000 + b'"}\n']))
    (document,) = await docker.images.pull("busybox")
    assert len(document["status"]) == 300_000


async def test_b10_json_with_a_charset_is_json(docker: Docker, fake_engine: FakeEngine) -> None:
    """Aiodocker B10: the message of an error whose content type has a charset is the JSON text."""
    headers = {"Content-Type": "application/json; charset=utf-8"}
    fake_engine.reply("GET", "/info", 500, {"message": "broken"}, headers)
    with pytest.raises(ServerError) as caught:
        await docker.system.info()
    assert caught.value.message == "broken"


async def test_b11_each_stream_is_decoded_by_itself(
    docker: Docker, fake_engine: FakeEngine, container: DockerContainer
) -> None:
    """Aiodocker B11: one decoder for both streams loses bytes, and so does what is no UTF-8."""
    frames = [frame(1, b"caf\xc3"), frame(2, b"ERR"), frame(1, b"\xa9"), frame(2, b"\xff\xfe")]
    fake_engine.script("GET", LOGS, *output(*frames), LAST_CHUNK)
    assert await container.log(stdout=True, stderr=True) == ["caf", "ERR", "\u00e9", "\ufffd\ufffd"]
    lines = [(line.stream, line.text) async for line in container.lines()]
    assert sorted(lines) == [("stderr", "ERR\ufffd\ufffd"), ("stdout", "caf\u00e9")]


async def test_b12_a_log_channel_has_lines(docker: Docker, fake_engine: FakeEngine, container: DockerContainer) -> None:
    """Aiodocker B12: a log channel has the headers of frames in its lines, and a second run() is a TypeError."""
    gate = fake_engine.gate()
    fake_engine.script("GET", LOGS, *output(frame(1, b"one\ntw"), frame(1, b"o\n")), gate, LAST_CHUNK)
    subscriber = container.logs.subscribe()
    running = asyncio.create_task(container.logs.run())
    assert [await subscriber.get() for _ in range(2)] == [b"one\n", b"two\n"]
    with pytest.warns(RuntimeWarning, match="being read already"):
        await container.logs.run()
    gate.open()
    await running
    assert await subscriber.get() is None


async def test_b13_a_key_can_be_looked_for(docker: Docker) -> None:
    """Aiodocker B13: ``"x" in container`` is a KeyError."""
    container = docker.containers.container("c", State="running")
    assert "State" in container
    assert "Names" not in container


async def test_b14_what_is_as_wanted_is_not_replaced(docker: Docker, fake_engine: FakeEngine) -> None:
    """Aiodocker B14: create_or_replace replaces always, and no error on the way is heard of."""
    fake_engine.reply("GET", "/containers/n/json", 500, {"message": "broken"})
    with pytest.raises(ServerError, match="broken"):
        await docker.containers.create_or_replace("n", {"Image": "busybox"})
    assert [request.method for request in fake_engine.requests] == ["GET"]


async def test_b15_arguments_are_left_as_they_are(docker: Docker, fake_engine: FakeEngine) -> None:
    """Aiodocker B15: filters are rewritten, and the environment in the template of a service is."""
    fake_engine.reply("GET", "/networks", body=[])
    filters = {"driver": "bridge"}
    await docker.networks.list(filters=filters)
    assert filters == {"driver": "bridge"}
    fake_engine.reply("POST", "/services/create", 201, {"ID": "s"})
    template = {"ContainerSpec": {"Image": "busybox", "Env": {"A": "b"}}}
    for _ in range(2):
        await docker.services.create(template)
    assert template == {"ContainerSpec": {"Image": "busybox", "Env": {"A": "b"}}}
    sent = [request.json() for request in fake_engine.received("POST", "/services/create")]
    assert [each["TaskTemplate"]["ContainerSpec"]["Env"] for each in sent] == [["A=b"]] * 2


async def test_b16_none_is_not_sent(docker: Docker, fake_engine: FakeEngine, container: DockerContainer) -> None:
    """Aiodocker B16: an argument of None is sent as the text null."""
    fake_engine.reply("GET", "/containers/json", body=[])
    fake_engine.reply("POST", "/containers/c/start", 204)
    await docker.containers.list(limit=None, filters=None)
    await container.start(detachKeys=None)
    assert [request.query for request in fake_engine.requests] == [{}, {}]


async def test_b17_a_forgotten_stream_is_closed(docker: Docker, fake_engine: FakeEngine, closed: Closed) -> None:
    """Aiodocker B17: a stream that was never opened warns, and one that is left open says nothing and stays so."""
    fake_engine.script("POST", "/exec/e/start", upgraded(MULTIPLEXED), Do.READ_INPUT)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        docker.containers.exec("e").start()
        gc.collect()
        stream = await docker.containers.exec("e").start().open()
        del stream
        gc.collect()
        await closed()
        await docker.containers.exec("e").start().close()


def test_b18_annotations_tell_what_comes_back() -> None:
    """Aiodocker B18: annotations say dict for a list, str for a list, and str for a number."""

    def source(function: Callable[..., Any], name: str) -> str:
        return str(function.__annotations__[name])

    assert source(DockerImages.history, "return").startswith("builtins.list[")
    assert "int" in source(DockerServices.update, "version")
    assert "builtins.list[str]" in "".join(
        str(each.__annotations__["return"]) for each in typing.get_overloads(DockerServices.logs)
    )
    assert source(DockerContainers.list, "return") == "builtins.list[DockerContainer]"


PULLS: list[tuple[str, str | None, dict[str, str]]] = [
    ("python", None, {"fromImage": "python", "tag": "latest"}),
    ("python:3", None, {"fromImage": "python", "tag": "3"}),
    ("python", "3", {"fromImage": "python", "tag": "3"}),
    ("python", "", {"fromImage": "python"}),
    (f"python@sha256:{'0' * 64}", None, {"fromImage": "python", "tag": f"sha256:{'0' * 64}"}),
]


@pytest.mark.parametrize(("name", "tag", "asked"), PULLS)
async def test_b19_a_pull_is_of_one_image(
    docker: Docker, fake_engine: FakeEngine, name: str, tag: str | None, asked: dict[str, str]
) -> None:
    """Aiodocker B19: a pull without a tag is of all tags, and one with credentials for Docker Hub is impossible."""
    fake_engine.script("POST", "/images/create", *chunked(JSON, [b'{"status": "done"}\n']))
    await docker.images.pull(name, tag=tag, auth={"username": "u", "password": "p"})
    (request,) = fake_engine.received("POST", "/images/create")
    assert {key: value for key, (value,) in request.query.items() if value} == asked
    assert request.headers["x-registry-auth"]


async def test_b20_the_log_of_a_service_may_take_its_time(docker: Docker, fake_engine: FakeEngine) -> None:
    """Aiodocker B20: the client's timeout cuts the log of a service off, and its terminal must be known beforehand."""
    fake_engine.script("GET", "/services/s/logs", *output(frame(1, b"one\n"), frame(2, b"two\n")), LAST_CHUNK)
    log = docker.services.logs("s", stdout=True, stderr=True, follow=True)
    assert [each async for each in log] == ["one\n", "two\n"]
    limits = Timeouts.of(5).deadlines(operations.services.logs("s").timing)
    assert (limits.connect, limits.idle, limits.total) == (5, None, None)
