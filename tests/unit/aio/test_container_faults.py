"""What aiodocker does wrong with containers, and what it leaves to its users."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from dockwright.aio import (
    BadRequest,
    Conflict,
    DeadlineExceeded,
    Docker,
    DockerContainer,
    ExecTimeout,
    InvalidArgument,
    ServerError,
)
from dockwright.errors import ContainerError
from tests.fakes.engine import Do, FakeEngine, frame, reply, upgraded

from .conftest import MULTIPLEXED, Received

CONFIG = {
    "Image": "busybox",
    "Env": ["A=1"],
    "Labels": {"a": "b"},
    "HostConfig": {"PortBindings": {"80/tcp": [{"HostPort": "8080"}]}, "Memory": 0},
    "NetworkingConfig": {"EndpointsConfig": {"net": {"Aliases": ["web"]}}},
}
PRESENT: dict[str, Any] = {
    "Id": "abc",
    "Name": "/web",
    "State": {"Running": True, "Status": "running"},
    "Config": {"Image": "busybox", "Env": ["A=1", "PATH=/bin"], "Labels": {"a": "b", "of": "the image"}, "Cmd": ["sh"]},
    "HostConfig": {
        "PortBindings": {"80/tcp": [{"HostIp": "", "HostPort": "8080"}]},
        "Memory": 0,
        "NetworkMode": "bridge",
    },
    "NetworkSettings": {"Networks": {"net": {"Aliases": ["web"], "IPAddress": "172.17.0.2"}}},
}


@pytest.fixture
def container(docker: Docker) -> DockerContainer:
    return docker.containers.container("c")


def paths(fake: FakeEngine) -> list[str]:
    return [f"{request.method} {request.path}" for request in fake.requests]


class TestCreateOrReplace:
    """aiodocker B14: it compared the config with the whole inspection, and swallowed every error on the way."""

    async def test_what_fits_stays(self, docker: Docker, fake_engine: FakeEngine) -> None:
        fake_engine.reply("GET", "/containers/web/json", body=PRESENT)
        assert (await docker.containers.create_or_replace("web", CONFIG)).id == "abc"
        assert paths(fake_engine) == ["GET /containers/web/json"]

    @pytest.mark.parametrize(
        "change",
        [
            {"Image": "busybox:2"},
            {"Env": ["A=2"]},
            {"Labels": {"a": "c"}},
            {"Cmd": ["sh", "-c"]},
            {"User": "1000"},
            {"HostConfig": {"Memory": 1}},
            {"HostConfig": {"Privileged": True}},
            {"HostConfig": {"PortBindings": {"80/tcp": [{"HostPort": "8081"}]}}},
            {"NetworkingConfig": {"EndpointsConfig": {"other": {}, "net": {}, "third": {"Aliases": ["x"]}}}},
        ],
    )
    async def test_what_does_not_is_replaced(
        self, docker: Docker, fake_engine: FakeEngine, change: dict[str, Any]
    ) -> None:
        fake_engine.reply("GET", "/containers/web/json", body=PRESENT)
        fake_engine.reply("POST", "/containers/abc/stop", 204)
        fake_engine.reply("DELETE", "/containers/abc", 204)
        fake_engine.reply("POST", "/containers/create", 201, {"Id": "def"})
        assert (await docker.containers.create_or_replace("web", CONFIG | change)).id == "def"
        assert paths(fake_engine)[1:] == [
            "POST /containers/abc/stop",
            "DELETE /containers/abc",
            "POST /containers/create",
        ]
        assert fake_engine.requests[-1].query == {"name": ["web"]}
        assert fake_engine.requests[-1].json() == CONFIG | change

    async def test_what_is_not_there_is_created(self, docker: Docker, fake_engine: FakeEngine) -> None:
        fake_engine.reply("GET", "/containers/web/json", 404, {"message": "no such container"})
        fake_engine.reply("POST", "/containers/create", 201, {"Id": "def"})
        assert (await docker.containers.create_or_replace("web", CONFIG)).id == "def"

    async def test_errors_are_raised(self, docker: Docker, fake_engine: FakeEngine) -> None:
        fake_engine.reply("GET", "/containers/web/json", 500, {"message": "boom"})
        with pytest.raises(ServerError, match="boom"):
            await docker.containers.create_or_replace("web", CONFIG)

    async def test_one_that_removes_itself_is_waited_for(self, docker: Docker, fake_engine: FakeEngine) -> None:
        fake_engine.reply("GET", "/containers/web/json", body=PRESENT)
        fake_engine.reply("POST", "/containers/abc/stop", 204)
        fake_engine.reply("DELETE", "/containers/abc", 409, {"message": "removal is already in progress"})
        fake_engine.reply("POST", "/containers/abc/wait", 404, {"message": "no such container"})
        fake_engine.reply("POST", "/containers/create", 201, {"Id": "def"})
        assert (await docker.containers.create_or_replace("web", {"Image": "other"})).id == "def"
        assert fake_engine.requests[3].query == {"condition": ["removed"]}


async def test_a_timeout_may_be_an_int(container: DockerContainer, fake_engine: FakeEngine) -> None:
    """aiodocker B2: timeouts that are an int were ignored."""
    fake_engine.script("POST", "/containers/c/wait", Do.HANG)
    with pytest.raises(DeadlineExceeded, match="the total limit of 1 second passed"):
        await container.wait(timeout=1)


def test_keys_are_found(docker: Docker) -> None:
    """aiodocker B13: ``in`` raised KeyError."""
    container = docker.containers.container("c", Name="/web")
    assert "Name" in container
    assert "State" not in container


async def test_none_is_not_sent(docker: Docker, fake_engine: FakeEngine) -> None:
    """aiodocker B16: None was sent as the text null."""
    fake_engine.reply("GET", "/containers/json", body=[])
    await docker.containers.list(limit=None, filters=None, all=None)
    assert fake_engine.requests[0].query == {}


async def test_names_stay_names(docker: Docker, fake_engine: FakeEngine) -> None:
    """aiodocker A3: names were written into the address as they were, and could lead elsewhere."""
    for name in ("../volumes/x?", "x?force=1&v=1&", "a#b", "a/b"):
        with pytest.raises(Exception, match="no script"):
            await docker.containers.container(name).delete()
    assert [request.path for request in fake_engine.requests] == [
        "/containers/..%2Fvolumes%2Fx%3F",
        "/containers/x%3Fforce%3D1%26v%3D1%26",
        "/containers/a%23b",
        "/containers/a%2Fb",
    ]
    assert all(request.query == {} for request in fake_engine.requests)


async def test_no_request_more_than_needed(container: DockerContainer, fake_engine: FakeEngine) -> None:
    """aiodocker C3: every log() and attach() inspected the container first."""
    body = frame(1, b"x\n")
    fake_engine.reply("GET", "/containers/c/logs", body=body, headers={"Content-Type": MULTIPLEXED})
    fake_engine.script("POST", "/containers/c/attach", upgraded(MULTIPLEXED), body, Do.CLOSE)
    assert await container.log(stdout=True) == ["x\n"]
    async with container.attach(stdout=True) as stream:
        assert (await anext(stream)).data == b"x\n"
    assert paths(fake_engine) == ["GET /containers/c/logs", "POST /containers/c/attach"]


Act = Callable[[DockerContainer], Awaitable[object]]
MISSING: list[tuple[Act, str, str, dict[str, list[str]]]] = [
    (lambda c: c.restart(t=0, signal="INT"), "POST", "/restart", {"t": ["0"], "signal": ["INT"]}),
    (lambda c: c.stats(stream=False, one_shot=True), "GET", "/stats", {"stream": ["0"], "one-shot": ["1"]}),
    (lambda c: c.changes(), "GET", "/changes", {}),
    (lambda c: c.top(ps_args="aux"), "GET", "/top", {"ps_args": ["aux"]}),
    (lambda c: c.update(mem_limit="1m", pids_limit=0), "POST", "/update", {}),
    (lambda c: c.export().read(), "GET", "/export", {}),
    (lambda c: c.pause(), "POST", "/pause", {}),
    (lambda c: c.unpause(), "POST", "/unpause", {}),
    (lambda c: c.rename("n"), "POST", "/rename", {"name": ["n"]}),
]


@pytest.mark.parametrize(("act", "method", "path", "query"), MISSING)
async def test_operations_and_arguments_that_were_missing(
    container: DockerContainer, fake_engine: FakeEngine, act: Act, method: str, path: str, query: dict[str, list[str]]
) -> None:
    """aiodocker D: operations and arguments that could not be reached."""
    fake_engine.reply(method, f"/containers/c{path}", body=[] if path == "/changes" else {})
    await act(container)
    (request,) = fake_engine.requests
    assert request.query == query
    if path == "/update":
        assert request.json() == {"Memory": 1 << 20, "PidsLimit": 0}


async def test_sizes_of_terminals(container: DockerContainer, fake_engine: FakeEngine) -> None:
    """aiodocker D: ConsoleSize."""
    fake_engine.reply("POST", "/containers/c/exec", 201, {"Id": "e"})
    fake_engine.script("POST", "/exec/e/start", upgraded(), Do.CLOSE)
    command = await container.exec("sh", tty=True, console_size=(24, 80))
    async with command.start(console_size=(24, 80)):
        pass
    assert [request.json()["ConsoleSize"] for request in fake_engine.requests] == [[24, 80], [24, 80]]
    with pytest.raises(InvalidArgument, match="console_size needs tty=True"):
        await container.exec("sh", console_size=(24, 80))
    with pytest.raises(InvalidArgument, match="console_size must be lines and columns"):
        await container.exec("sh", tty=True, console_size=(0, 80))


class TestImageAndOptions:
    async def test_what_is_sent(self, docker: Docker, fake_engine: FakeEngine) -> None:
        fake_engine.reply("POST", "/containers/create", 201, {"Id": "abc"})
        fake_engine.reply("POST", "/containers/abc/start", 204)
        container = await docker.containers.run(
            "busybox", "echo hi", name="n", platform="linux/arm64", ports={"80/tcp": 8080}, mem_limit="128m"
        )
        assert (container.id, container.name, container.status, container.ports) == ("abc", None, None, None)
        create = fake_engine.requests[0]
        assert create.query == {"name": ["n"], "platform": ["linux/arm64"]}
        body = create.json()
        assert (body["Image"], body["Cmd"], body["HostConfig"]["Memory"]) == ("busybox", ["echo", "hi"], 128 << 20)
        await docker.containers.create("busybox", ["true"], name="n", stdin_open=True)
        assert fake_engine.requests[2].json()["StdinOnce"] is True

    async def test_cancelled_it_leaves_nothing(
        self, docker: Docker, fake_engine: FakeEngine, received: Received
    ) -> None:
        fake_engine.reply("POST", "/containers/create", 201, {"Id": "abc"})
        fake_engine.script("POST", "/containers/abc/start", Do.HANG)
        fake_engine.reply("DELETE", "/containers/abc", 204)
        task = asyncio.create_task(docker.containers.run("busybox"))
        await received("POST", "/containers/abc/start")
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert paths(fake_engine)[-1] == "DELETE /containers/abc"

    async def test_a_config_takes_nothing_beside_it(self, docker: Docker) -> None:
        create: Any = docker.containers.create
        run: Any = docker.containers.run
        with pytest.raises(TypeError, match=r"create\(\) takes command with the name of an image only"):
            await create({"Image": "x"}, "true")
        with pytest.raises(TypeError, match=r"run\(\) takes ports with the name of an image only"):
            await run({"Image": "x"}, ports={})

    async def test_proxies_of_the_docker_command(
        self, docker: Docker, fake_engine: FakeEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        proxy = "http://user:secret@proxy:3128"
        (tmp_path / "config.json").write_text(json.dumps({"proxies": {"default": {"httpProxy": proxy}}}))
        monkeypatch.setenv("DOCKER_CONFIG", str(tmp_path))
        fake_engine.reply("POST", "/containers/create", 201, {"Id": "abc"})
        create = docker.containers.create
        container = await create("busybox", environment={"A": "1"})
        await create("busybox", environment={"HTTP_PROXY": "own"})
        await create("busybox", use_config_proxy=False)
        await create({"Image": "busybox"})
        sent = [request.json().get("Env") for request in fake_engine.requests]
        assert sent[0] == [f"HTTP_PROXY={proxy}", f"http_proxy={proxy}", "A=1"]
        assert "HTTP_PROXY=own" in sent[1]
        assert f"HTTP_PROXY={proxy}" not in sent[1]
        assert sent[2:] == [None, None]
        assert "secret" not in repr(container)


class TestOutput:
    def runs(self, fake: FakeEngine, *steps: Any, status: int = 0) -> None:
        fake.reply("POST", "/containers/create", 201, {"Id": "abc"})
        fake.script("POST", "/containers/abc/attach", upgraded(MULTIPLEXED), *steps)
        fake.reply("POST", "/containers/abc/wait", body={"StatusCode": status})
        fake.reply("POST", "/containers/abc/start", 204)
        fake.reply("DELETE", "/containers/abc", 204)

    async def test_to_the_end(self, docker: Docker, fake_engine: FakeEngine) -> None:
        self.runs(fake_engine, frame(1, b"out"), frame(2, b"err"), Do.CLOSE, status=3)
        result = await docker.containers.output("busybox", "x")
        assert (result.exit_code, result.stdout, result.stderr, result.output) == (3, b"out", b"err", b"outerr")
        assert [path for path in paths(fake_engine) if "wait" not in path] == [
            "POST /containers/create",
            "POST /containers/abc/attach",
            "POST /containers/abc/start",
            "DELETE /containers/abc",
        ]
        with pytest.raises(ContainerError) as caught:
            await docker.containers.output("busybox", "x", check=True)
        assert (caught.value.stdout, caught.value.stderr, caught.value.container) == (b"out", b"err", "abc")

    async def test_cancelled_it_is_removed(self, docker: Docker, fake_engine: FakeEngine, received: Received) -> None:
        gate = fake_engine.gate()
        fake_engine.script("DELETE", "/containers/abc", gate, reply(204))
        self.runs(fake_engine, frame(1, b"out"), Do.HANG)
        task = asyncio.create_task(docker.containers.output("busybox", "x"))
        await received("POST", "/containers/abc/start")
        task.cancel()
        await received("DELETE", "/containers/abc")
        # Even if whoever cancels is impatient.
        task.cancel()
        await asyncio.sleep(0)
        assert not task.done()
        gate.open()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert fake_engine.received("DELETE", "/containers/abc")[0].query == {"force": ["1"], "v": ["1"]}

    async def test_too_long(self, docker: Docker, fake_engine: FakeEngine) -> None:
        self.runs(fake_engine, frame(1, b"out"), Do.HANG)
        with pytest.raises(ExecTimeout, match=r"^ContainerStart in container abc: .* the command was killed") as caught:
            await docker.containers.output("busybox", "x", timeout=0.1)
        assert (caught.value.stdout, caught.value.killed) == (b"out", True)

    async def test_what_could_not_be_removed_is_told(self, docker: Docker, fake_engine: FakeEngine) -> None:
        fake_engine.reply("DELETE", "/containers/abc", 500, {"message": "busy"})
        self.runs(fake_engine, Do.HANG)
        with pytest.raises(ExecTimeout, match="not killed and may still run") as caught:
            await docker.containers.output("busybox", "x", timeout=0.1)
        assert not caught.value.killed

    async def test_what_does_not_start_is_removed_once(self, docker: Docker, fake_engine: FakeEngine) -> None:
        fake_engine.reply("POST", "/containers/abc/start", 400, {"message": "no such program"})
        self.runs(fake_engine, Do.HANG)
        with pytest.raises(BadRequest, match="no such program"):
            await docker.containers.output("busybox", "x")
        assert len(fake_engine.received("DELETE", "/containers/abc")) == 1


class TestBlock:
    async def test_a_failure_does_not_hide_that_of_the_block(
        self, container: DockerContainer, fake_engine: FakeEngine
    ) -> None:
        fake_engine.reply("DELETE", "/containers/c", 500, {"message": "busy"})
        with pytest.raises(ZeroDivisionError) as caught:
            async with container:
                raise ZeroDivisionError
        assert caught.value.__notes__ == ["container c was not removed: [500] busy"]
        with pytest.raises(ServerError, match="busy"):
            async with container:
                pass

    async def test_cancelled(self, container: DockerContainer, fake_engine: FakeEngine, received: Received) -> None:
        gate = fake_engine.gate()
        fake_engine.script("DELETE", "/containers/c", gate, reply(204))

        async def use() -> None:
            async with container:
                await asyncio.Event().wait()

        task = asyncio.create_task(use())
        await asyncio.sleep(0)
        task.cancel()
        await received("DELETE", "/containers/c")
        task.cancel()
        await asyncio.sleep(0)
        gate.open()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert len(fake_engine.received("DELETE", "/containers/c")) == 1

    async def test_removed_by_others(self, container: DockerContainer, fake_engine: FakeEngine) -> None:
        fake_engine.reply("DELETE", "/containers/c", 404, {"message": "no such container"})
        fake_engine.reply("DELETE", "/containers/c", 409, {"message": "removal is already in progress"})
        fake_engine.reply("POST", "/containers/c/wait", body={"StatusCode": 0})
        async with container as same:
            assert same is container
        async with container:
            pass
        assert paths(fake_engine)[-1] == "POST /containers/c/wait"


class TestAttributes:
    def test_of_an_inspection(self, docker: Docker) -> None:
        container = DockerContainer.of(docker, "0123456789abcdef", PRESENT)
        assert (container.name, container.status, container.health) == ("web", "running", "unknown")
        assert (container.image, container.short_id) == ("busybox", "0123456789ab")
        assert (container.labels, container.ports) == ({"a": "b", "of": "the image"}, None)
        assert container.attrs is PRESENT

    def test_of_a_listing(self, docker: Docker) -> None:
        entry = {
            "Id": "abc",
            "Names": ["/other/alias", "/web"],
            "Image": "nginx",
            "State": "running",
            "Status": "Up 2 minutes (healthy)",
            "Labels": None,
            "Ports": [{"PrivatePort": 53, "Type": "udp"}],
        }
        container = DockerContainer.of(docker, "abc", entry)
        assert (container.name, container.status, container.health) == ("web", "running", "healthy")
        assert (container.image, container.labels, container.ports) == ("nginx", {}, {"53/udp": None})
        newer = DockerContainer.of(docker, "abc", {**entry, "Health": {"Status": "none"}})
        assert newer.health == "unknown"

    async def test_a_new_name_is_known(self, docker: Docker, fake_engine: FakeEngine) -> None:
        fake_engine.reply("POST", "/containers/abc/rename", 204)
        for document in ({"Name": "/web"}, {"Names": ["/web"]}):
            container = DockerContainer.of(docker, "abc", document)
            await container.rename("api")
            assert (container.name, document) == ("api", document)
        nothing = docker.containers.container("abc")
        await nothing.rename("api")
        assert nothing.name is None

    async def test_ports_are_asked_for_once(self, docker: Docker, fake_engine: FakeEngine) -> None:
        ports = {"80/tcp": [{"HostIp": "::", "HostPort": "8080"}], "53/udp": [{"HostIp": "", "HostPort": "53"}]}
        body = {"Id": "c", "NetworkSettings": {"Ports": {**ports, "81/tcp": None}}}
        fake_engine.reply("GET", "/containers/c/json", body=body)
        container = docker.containers.container("c")
        assert await container.port(80) == await container.port("80/tcp") == ports["80/tcp"]
        assert await container.port("53") == ports["53/udp"]
        assert await container.port("80/udp") is await container.port(81) is None
        for wrong in ("x", 0, 99999, None):
            with pytest.raises(ValueError, match=r"^private_port must be"):
                await container.port(wrong)  # type: ignore[arg-type]  # what is refused
        assert len(fake_engine.requests) == 1


async def test_commit(container: DockerContainer, fake_engine: FakeEngine) -> None:
    fake_engine.reply("POST", "/commit", 201, {"Id": "sha256:1"})
    fake_engine.reply("POST", "/commit", 409, {"message": "paused already"})
    result = await container.commit(
        repository="r", tag="t", message="m", author="a", changes="ENV A=1\nCMD x", config={"User": "u"}, pause=False
    )
    assert result["Id"] == "sha256:1"
    (request,) = fake_engine.requests
    assert request.query == {
        "container": ["c"],
        "repo": ["r"],
        "tag": ["t"],
        "comment": ["m"],
        "author": ["a"],
        "changes": ["ENV A=1", "CMD x"],
        "pause": ["0"],
    }
    assert request.json() == {"User": "u"}
    with pytest.raises(Conflict):
        await container.commit()
