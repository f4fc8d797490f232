"""The collection of containers: one request for a list, and what running a container asks for."""

import json
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from dockwright.sync import (
    BadRequest,
    Conflict,
    ConnectionLost,
    Container,
    ContainerError,
    ContainerNotFound,
    DockerClient,
    ExecTimeout,
    Image,
    ImageNotFound,
    RunOutput,
    TruncatedStream,
)
from dockwright.sync.errors import DockerException
from tests.fakes.engine import LAST_CHUNK, Do, FakeEngine, Gate, chunk, chunked_head, frame, reply, upgraded

from .conftest import MULTIPLEXED

CREATE = "/containers/create"
START = "/containers/abc/start"
ATTACH = "/containers/abc/attach"
WAIT = "/containers/abc/wait"
INSPECT = "/containers/abc/json"
CONTAINER = "/containers/abc"
DOCUMENT = {"Id": "abc", "Name": "/n", "State": {"Status": "running"}, "Config": {"Tty": False}}


def paths(fake: FakeEngine) -> list[str]:
    return [f"{request.method} {request.path}" for request in fake.requests]


def test_a_list_is_one_request(client: DockerClient, fake_engine: FakeEngine) -> None:
    """docker-py 2: a list inspected each of its containers, and failed where one was gone."""
    entries = [{"Id": f"id{number}", "Names": [f"/n{number}"], "State": "running"} for number in range(100)]
    fake_engine.reply("GET", "/containers/json", body=entries)
    containers = client.containers.list()
    assert [(container.id, container.name, container.status) for container in containers[:2]] == [
        ("id0", "n0", "running"),
        ("id1", "n1", "running"),
    ]
    assert len(containers) == 100
    assert paths(fake_engine) == ["GET /containers/json"]
    assert fake_engine.requests[0].query == {}


def test_arguments_of_a_list(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/containers/json", body=[])
    filters = {"label": "a=b", "status": ["running", "paused"]}
    client.containers.list(True, "b", filters, 5, "s", sparse=True, ignore_removed=True)
    query = fake_engine.requests[0].query
    assert json.loads(query.pop("filters")[0]) == {"label": ["a=b"], "status": ["running", "paused"]}
    assert query == {"all": ["1"], "before": ["b"], "limit": ["5"], "since": ["s"]}
    assert filters == {"label": "a=b", "status": ["running", "paused"]}


def test_get(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/containers/n/json", body=DOCUMENT)
    container = client.containers.get("n")
    assert (container.id, container.name, container.attrs) == ("abc", "n", DOCUMENT)
    assert paths(fake_engine) == ["GET /containers/n/json"]
    with pytest.raises(ContainerNotFound):
        client.containers.get("gone")


def test_create(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.reply("POST", CREATE, 201, {"Id": "abc", "Warnings": []})
    fake_engine.reply("GET", INSPECT, body=DOCUMENT)
    made = client.containers.create(
        "busybox", "sh -c 'exit 1'", name="n", platform="linux/arm64", ports={80: 8080}, mem_limit="64m", detach=True
    )
    assert (made.id, made.name, made.status) == ("abc", "n", "running")
    assert paths(fake_engine) == [f"POST {CREATE}", f"GET {INSPECT}"]
    request = fake_engine.requests[0]
    assert request.query == {"name": ["n"], "platform": ["linux/arm64"]}
    assert request.json() == {
        "Image": "busybox",
        "Cmd": ["sh", "-c", "exit 1"],
        "AttachStdin": False,
        "AttachStdout": False,
        "AttachStderr": False,
        "StdinOnce": False,
        "ExposedPorts": {"80/tcp": {}},
        "HostConfig": {"Memory": 67108864, "PortBindings": {"80/tcp": [{"HostIp": "", "HostPort": "8080"}]}},
    }


def test_an_image_is_as_good_as_its_name(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.reply("POST", CREATE, 201, {"Id": "abc"})
    fake_engine.reply("GET", INSPECT, body=DOCUMENT)
    client.containers.create(Image.of(client, "sha256:1234"))
    assert fake_engine.requests[0].json()["Image"] == "sha256:1234"


def test_errors_of_create(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.reply("POST", CREATE, 404, {"message": "No such image: busybox:latest"})
    with pytest.raises(ImageNotFound, match="No such image"):
        client.containers.create("busybox")
    assert paths(fake_engine) == [f"POST {CREATE}"], "create pulls nothing"
    fake_engine.reply("POST", CREATE, 409, {"message": "name in use"})
    with pytest.raises(ImageNotFound):
        client.containers.create("busybox")
    with pytest.raises(Conflict, match="name in use"):
        client.containers.create("busybox")


@pytest.mark.parametrize("method", ["create", "run"])
def test_an_unknown_option_is_named_with_the_nearest_one(
    client: DockerClient, fake_engine: FakeEngine, method: str
) -> None:
    """docker-py 5: whichever method it was, the error said run()."""
    says = rf"{method}\(\) got an unexpected keyword argument 'enviroment'; did you mean 'environment'"
    with pytest.raises(TypeError, match=says):
        getattr(client.containers, method)("busybox", enviroment={})
    assert fake_engine.connections == []


def runs(
    fake: FakeEngine, *frames: bytes | Do, status: int = 0, content_type: str = MULTIPLEXED, end: Do | Gate = Do.CLOSE
) -> None:
    """Let a container run that writes these frames."""
    fake.reply("POST", CREATE, 201, {"Id": "abc"})
    started = fake.gate()
    document = json.dumps({"StatusCode": status}).encode()
    fake.script("POST", WAIT, chunked_head("application/json"), started, chunk(document), LAST_CHUNK)
    fake.script("POST", ATTACH, upgraded(content_type), *frames, end)
    fake.script("POST", START, reply(204))
    fake.script("DELETE", CONTAINER, reply(204))
    fake.reply("GET", INSPECT, body=DOCUMENT)
    # Nothing here waits for the start, only the answer to the wait does.
    started.open()


OUT_AND_ERR = (frame(1, b"out\n"), frame(2, b"err\n"), frame(1, b"more\n"))


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, b"out\nmore\n"),
        ({"stderr": True}, b"out\nerr\nmore\n"),
        ({"stdout": False, "stderr": True}, b"err\n"),
        ({"stdout": False}, b""),
    ],
)
def test_run_gives_the_output_that_was_asked_for(
    client: DockerClient, fake_engine: FakeEngine, options: dict[str, Any], expected: bytes
) -> None:
    runs(fake_engine, *OUT_AND_ERR)
    assert client.containers.run("busybox", "true", **options) == expected
    assert paths(fake_engine) == [f"POST {CREATE}", f"POST {WAIT}", f"POST {ATTACH}", f"POST {START}"]
    assert fake_engine.requests[1].query == {"condition": ["next-exit"]}
    assert fake_engine.requests[2].query == {"stdout": ["1"], "stderr": ["1"], "stream": ["1"]}


def test_run_with_a_terminal(client: DockerClient, fake_engine: FakeEngine) -> None:
    runs(fake_engine, *OUT_AND_ERR, content_type="application/vnd.docker.raw-stream")
    assert client.containers.run("busybox", tty=True) == b"".join(OUT_AND_ERR)
    assert fake_engine.requests[0].json()["Tty"] is True


@pytest.mark.parametrize("tty", [False, True])
def test_run_asks_an_older_engine_for_nothing_more(fake_engine: FakeEngine, *, tty: bool) -> None:
    runs(fake_engine, *OUT_AND_ERR, content_type="application/vnd.docker.raw-stream")
    with DockerClient(fake_engine.url) as client:
        output = client.containers.run("busybox", tty=tty, stderr=True)
    assert output == (b"".join(OUT_AND_ERR) if tty else b"out\nerr\nmore\n")
    assert f"GET {INSPECT}" not in paths(fake_engine)


@pytest.mark.parametrize("status", [0, 3])
def test_remove_removes_at_the_end_whatever_that_is(client: DockerClient, fake_engine: FakeEngine, status: int) -> None:
    runs(fake_engine, status=status)
    if status:
        with pytest.raises(ContainerError):
            client.containers.run("busybox", remove=True)
    else:
        assert client.containers.run("busybox", remove=True) == b""
    (removal,) = fake_engine.received("DELETE", CONTAINER)
    assert removal is fake_engine.requests[-1]
    assert removal.query == {"force": ["1"], "v": ["1"]}
    assert "AutoRemove" not in fake_engine.requests[0].json()["HostConfig"]


def test_auto_remove_is_waited_for(client: DockerClient, fake_engine: FakeEngine) -> None:
    runs(fake_engine, *OUT_AND_ERR)
    assert client.containers.run("busybox", auto_remove=True, remove=True) == b"out\nmore\n"
    assert fake_engine.received("DELETE", CONTAINER) == []
    assert fake_engine.requests[1].query == {"condition": ["removed"]}
    assert fake_engine.requests[0].json()["HostConfig"] == {"AutoRemove": True}


def test_a_failed_run_tells_everything(client: DockerClient, fake_engine: FakeEngine) -> None:
    runs(fake_engine, *OUT_AND_ERR, status=3)
    with pytest.raises(ContainerError) as caught:
        client.containers.run("busybox", ["sh", "-c", "x"])
    error = caught.value
    assert (error.exit_status, error.command, error.image) == (3, ["sh", "-c", "x"], "busybox")
    assert (error.stdout, error.stderr) == (b"out\nmore\n", b"err\n")
    assert isinstance(error.container, Container)
    assert error.container.id == "abc"
    assert "exit status 3: err" in str(error)


def test_a_missing_image_is_pulled(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.reply("POST", CREATE, 404, {"message": "No such image"})
    progress = chunked_head("application/json") + chunk(b'{"status":"x"}') + LAST_CHUNK
    fake_engine.script("POST", "/images/create", progress)
    runs(fake_engine)
    assert client.containers.run("registry:5000/busybox", platform="linux/arm64") == b""
    create, pull, again = fake_engine.requests[:3]
    assert create.json() == again.json()
    assert pull.query == {"fromImage": ["registry:5000/busybox"], "tag": ["latest"], "platform": ["linux/arm64"]}


def test_an_id_is_not_pulled(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.reply("POST", CREATE, 404, {"message": "No such image"})
    with pytest.raises(ImageNotFound):
        client.containers.run("sha256:1234")
    assert paths(fake_engine) == [f"POST {CREATE}"]


@pytest.mark.parametrize("remove", [False, True])
@pytest.mark.parametrize("detach", [False, True])
def test_what_does_not_start(client: DockerClient, fake_engine: FakeEngine, *, remove: bool, detach: bool) -> None:
    fake_engine.reply("POST", START, 400, {"message": "no such command"})
    runs(fake_engine, end=Do.HANG)
    with pytest.raises(BadRequest, match="no such command") as caught:
        client.containers.run("busybox", "nosuch", remove=remove, detach=detach)
    removed = fake_engine.received("DELETE", CONTAINER) != []
    assert removed == (remove and not detach)
    notes = getattr(caught.value, "__notes__", [])
    assert notes == ([] if removed else ["container abc was created and is left as it is"])
    if not detach:
        # What was attached and waited for is closed.
        assert client.engine._connected().unfinished == set()  # pyright: ignore[reportPrivateUsage]


def test_detach_gives_the_container_at_once(client: DockerClient, fake_engine: FakeEngine) -> None:
    runs(fake_engine)
    container = client.containers.run("busybox", detach=True)
    assert (container.id, container.name, container.status) == ("abc", "n", "running")
    assert paths(fake_engine) == [f"POST {CREATE}", f"POST {START}", f"GET {INSPECT}"]
    made = fake_engine.requests[0].json()
    assert (made["AttachStdout"], made["HostConfig"]) == (False, {})


def test_detach_and_remove_leave_the_removal_to_the_engine(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", INSPECT, 404, {"message": "No such container"})
    runs(fake_engine)
    container = client.containers.run("busybox", remove=True, detach=True)
    assert fake_engine.requests[0].json()["HostConfig"] == {"AutoRemove": True}
    assert container.id == "abc", "though it was gone before it could be inspected"


class TestStream:
    """Output while the container runs."""

    def test_pieces_come_at_once(self, client: DockerClient, fake_engine: FakeEngine) -> None:
        gate = fake_engine.gate()
        runs(fake_engine, *OUT_AND_ERR[:2], end=gate)
        output = client.containers.run("busybox", stream=True, remove=True)
        assert isinstance(output, RunOutput)
        assert output.container.id == "abc"
        assert next(output) == b"out\n"
        assert fake_engine.received("DELETE", CONTAINER) == []
        gate.open()
        assert next(output, None) is None
        assert len(fake_engine.received("DELETE", CONTAINER)) == 1
        assert next(output, None) is None
        assert len(fake_engine.received("DELETE", CONTAINER)) == 1

    def test_lines_come_one_by_one(self, client: DockerClient, fake_engine: FakeEngine) -> None:
        """As in docker-py, whose programs say ``for line in run(..., stream=True)``, however the engine cuts them."""
        pieces = [frame(1, b"one\ntwo\nthr"), frame(2, b"er"), frame(1, b"ee\nlast"), frame(2, b"ror\n")]
        runs(fake_engine, *pieces)
        lines = client.containers.run("busybox", stream=True, stderr=True)
        assert list(lines) == [b"one\n", b"two\n", b"three\n", b"error\n", b"last"]

    def test_a_failure_comes_after_the_output(self, client: DockerClient, fake_engine: FakeEngine) -> None:
        runs(fake_engine, *OUT_AND_ERR, status=1)
        output = client.containers.run("busybox", "x", stream=True, stderr=True)
        assert [next(output), next(output), next(output)] == [b"out\n", b"err\n", b"more\n"]
        with pytest.raises(ContainerError) as caught:
            next(output)
        assert (caught.value.stderr, caught.value.stdout) == (b"err\n", None)
        assert list(output) == []

    def test_of_standard_error_only_the_end_is_kept(self, client: DockerClient, fake_engine: FakeEngine) -> None:
        runs(fake_engine, *(frame(2, bytes([byte]) * 1000) for byte in range(100)), status=1)
        with pytest.raises(ContainerError) as caught:
            list(client.containers.run("busybox", stream=True))
        assert len(caught.value.stderr or b"") == 65536
        assert (caught.value.stderr or b"").endswith(b"\x63" * 1000)

    @pytest.mark.parametrize("remove", [False, True])
    def test_left_early(self, client: DockerClient, fake_engine: FakeEngine, *, remove: bool) -> None:
        """docker-py 3: who left early left the container too, though it was to be removed."""
        runs(fake_engine, *OUT_AND_ERR, end=Do.HANG)
        with client.containers.run("busybox", stream=True, remove=remove) as output:
            assert next(output) == b"out\n"
        assert list(output) == []
        output.close()
        assert client.engine._connected().unfinished == set()  # pyright: ignore[reportPrivateUsage]
        assert len(fake_engine.received("DELETE", CONTAINER)) == remove

    def test_a_connection_that_breaks_is_no_end(self, client: DockerClient, fake_engine: FakeEngine) -> None:
        runs(fake_engine, frame(1, b"lost")[:-1])
        with pytest.raises(TruncatedStream, match="the stream ended inside a frame"):
            list(client.containers.run("busybox", stream=True))

    def test_an_exit_status_that_never_comes_is_none(self, client: DockerClient, fake_engine: FakeEngine) -> None:
        fake_engine.script("POST", WAIT, chunked_head("application/json"), Do.CLOSE)
        runs(fake_engine)
        with pytest.raises(ConnectionLost, match="ContainerWait"):
            client.containers.run("busybox")


@pytest.mark.parametrize("remove", [False, True])
def test_what_breaks_a_run_leaves_no_container(client: DockerClient, fake_engine: FakeEngine, *, remove: bool) -> None:
    """docker-py 3: where logs or wait raised, the container stayed."""
    runs(fake_engine, frame(1, b"lost")[:-1])
    with pytest.raises(TruncatedStream) as caught:
        client.containers.run("busybox", remove=remove)
    assert len(fake_engine.received("DELETE", CONTAINER)) == remove
    notes = getattr(caught.value, "__notes__", [])
    assert notes == ([] if remove else ["container abc was started and is left as it is"])


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Ctrl-C as Python has it; a process that tests are shared out to ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize("way", ["collected", "streamed", "detached"])
def test_an_interrupt_leaves_no_container(
    client: DockerClient, fake_engine: FakeEngine, threads: ThreadPoolExecutor, way: str
) -> None:
    """docker-py 3: with Ctrl-C the container stayed. Of one that is detached nobody knows the id before its start."""
    if way != "streamed":
        fake_engine.script("POST", START, Do.HANG)
    runs(fake_engine, end=Do.HANG)
    reading = threading.Event()

    def interrupt() -> None:
        fake_engine.wait_received("POST", START)
        if way == "streamed":
            reading.wait(30)
        os.kill(os.getpid(), signal.SIGINT)

    def run() -> None:
        if way == "collected":
            client.containers.run("busybox", remove=True)
        if way == "detached":
            client.containers.run("busybox", detach=True)
        with client.containers.run("busybox", stream=True, remove=True) as output:
            reading.set()
            next(output)

    interrupting = threads.submit(interrupt)
    with pytest.raises(KeyboardInterrupt):
        run()
    interrupting.result(30)
    assert len(fake_engine.received("DELETE", CONTAINER)) == 1


def test_what_could_not_be_removed_is_told(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.reply("DELETE", CONTAINER, 500, {"message": "the disk is busy"})
    runs(fake_engine, frame(1, b"lost")[:-1])
    with pytest.raises(TruncatedStream) as caught:
        client.containers.run("busybox", remove=True)
    assert caught.value.__notes__ == ["container abc was not removed: [500] the disk is busy"]


def test_one_request_lists_sparse_ones_too(client: DockerClient, fake_engine: FakeEngine) -> None:
    """docker-py 1.9: of a sparse container name, ports and health were missing, and labels an error."""
    entry = {
        "Id": "abc",
        "Names": ["/web"],
        "Image": "nginx",
        "ImageID": "sha256:feed",
        "State": "running",
        "Status": "Up 2 minutes (health: starting)",
        "Labels": None,
        "Ports": [{"IP": "0.0.0.0", "PrivatePort": 80, "PublicPort": 8080, "Type": "tcp"}],
    }
    fake_engine.reply("GET", "/containers/json", body=[entry])
    for sparse in (True, False):
        (container,) = client.containers.list(sparse=sparse)
        assert (container.name, container.status, container.health) == ("web", "running", "starting")
        assert container.ports == {"80/tcp": [{"HostIp": "0.0.0.0", "HostPort": "8080"}]}
        assert (container.labels, container.image.id) == ({}, "sha256:feed")
    assert len(fake_engine.requests) == 2
    (container,) = client.containers.list(sparse=True)
    assert container.attrs == entry
    fake_engine.reply("GET", INSPECT, body={"Id": "abc", "State": {"Status": "exited"}})
    container.reload()
    assert container.status == "exited"


class TestOutput:
    """Run to the end, with everything."""

    def test_to_the_end(self, client: DockerClient, fake_engine: FakeEngine) -> None:
        runs(fake_engine, *OUT_AND_ERR, status=3)
        result = client.containers.output("busybox", "x")
        assert (result.exit_code, result.stdout, result.stderr) == (3, b"out\nmore\n", b"err\n")
        assert [path for path in paths(fake_engine) if "wait" not in path and "attach" not in path] == [
            f"POST {CREATE}",
            f"POST {START}",
            f"DELETE {CONTAINER}",
        ]
        assert fake_engine.requests[-1].query == {"force": ["1"], "v": ["1"]}
        with pytest.raises(ContainerError) as caught:
            client.containers.output("busybox", "x", check=True)
        assert (caught.value.stdout, caught.value.stderr) == (b"out\nmore\n", b"err\n")
        assert (caught.value.container, caught.value.image, caught.value.command) == ("abc", "busybox", "x")

    def test_too_long(self, client: DockerClient, fake_engine: FakeEngine) -> None:
        runs(fake_engine, frame(1, b"out"), end=Do.HANG)
        with pytest.raises(ExecTimeout, match=r"^ContainerStart in container abc: .* the command was killed") as caught:
            client.containers.output("busybox", "x", timeout=0.1)
        assert (caught.value.stdout, caught.value.killed) == (b"out", True)
        assert len(fake_engine.received("DELETE", CONTAINER)) == 1

    def test_what_could_not_be_removed_is_told(self, client: DockerClient, fake_engine: FakeEngine) -> None:
        fake_engine.reply("DELETE", CONTAINER, 500, {"message": "busy"})
        runs(fake_engine, end=Do.HANG)
        with pytest.raises(ExecTimeout, match="not killed and may still run: container abc was not removed") as caught:
            client.containers.output("busybox", "x", timeout=0.1)
        assert not caught.value.killed

    def test_what_does_not_start_is_removed_once(self, client: DockerClient, fake_engine: FakeEngine) -> None:
        fake_engine.reply("POST", START, 400, {"message": "no such command"})
        runs(fake_engine, end=Do.HANG)
        with pytest.raises(BadRequest):
            client.containers.output("busybox", "x")
        assert len(fake_engine.received("DELETE", CONTAINER)) == 1

    def test_input(self, client: DockerClient, fake_engine: FakeEngine) -> None:
        runs(fake_engine, Do.READ_INPUT, frame(1, b"out"))
        assert client.containers.output("busybox", "x", stdin=b"in").stdout == b"out"
        created = fake_engine.requests[0].json()
        assert (created["OpenStdin"], created["StdinOnce"], created["AttachStdin"]) == (True, True, True)
        (attach,) = [request for request in fake_engine.requests if request.path.endswith("/attach")]
        assert attach.query["stdin"] == ["1"]
        assert attach.input == b"in"


def test_flags_that_are_none_are_refused(client: DockerClient, fake_engine: FakeEngine) -> None:
    for name in ("detach", "stream", "remove"):
        wrong: dict[str, Any] = {name: "x"}
        with pytest.raises(DockerException, match=f"^{name} must be True or False, not str: 'x'"):
            client.containers.run("busybox", **wrong)
    assert fake_engine.connections == []


def test_an_option_of_another_type_is_a_docker_exception(client: DockerClient, fake_engine: FakeEngine) -> None:
    devices: Any = [1]
    with pytest.raises(DockerException, match="devices") as caught:
        client.containers.create("busybox", devices=devices)
    assert isinstance(caught.value, TypeError)
    assert fake_engine.connections == []


def test_proxies_of_the_docker_command(
    client: DockerClient, fake_engine: FakeEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "config.json").write_text('{"proxies": {"default": {"noProxy": "localhost"}}}')
    monkeypatch.setenv("DOCKER_CONFIG", str(tmp_path))
    runs(fake_engine)
    client.containers.create("busybox")
    client.containers.create("busybox", environment=["NO_PROXY=own"])
    client.containers.create("busybox", use_config_proxy=False)
    sent = [request.json().get("Env") for request in fake_engine.received("POST", CREATE)]
    assert sent[0] == ["NO_PROXY=localhost", "no_proxy=localhost"]
    assert "NO_PROXY=own" in sent[1]
    assert "NO_PROXY=localhost" not in sent[1]
    assert sent[2] is None
