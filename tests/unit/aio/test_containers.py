"""Containers: what each method asks for, and what it makes of the answer."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from dockwright.aio import (
    Docker,
    DockerContainer,
    DockerContainerError,
    DockerStreamError,
    Exec,
    ExecResult,
    ImageNotFound,
    Message,
)
from dockwright_api import models
from tests.fakes.engine import LAST_CHUNK, Do, FakeEngine, frame, upgraded

from .conftest import LOGS, MULTIPLEXED, output, plain

CONFIG = {"Image": "busybox", "Cmd": ["true"]}


@pytest.fixture
def container(docker: Docker) -> DockerContainer:
    return docker.containers.container("c")


async def test_list(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/containers/json", body=[{"Id": "abc", "Names": ["/c"]}, {"Id": "def"}])
    first, second = await docker.containers.list(all=True, limit=2, size=False, filters={"label": ["a=b"], "id": "x"})
    assert (first.id, first["Names"], second["Id"]) == ("abc", ["/c"], "def")
    assert fake_engine.requests[0].query == {
        "all": ["1"],
        "limit": ["2"],
        "size": ["0"],
        "filters": ['{"label":["a=b"],"id":["x"]}'],
    }
    await docker.containers.list(filters='{"label":["a=b"]}')
    await docker.containers.list()
    assert [request.query for request in fake_engine.requests[1:]] == [{"filters": ['{"label":["a=b"]}']}, {}]
    fake_engine.reply("GET", "/containers/json", body=None)
    fake_engine.reply("GET", "/containers/json", body=None)
    await docker.containers.list()
    assert await docker.containers.list() == []


async def test_create(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("POST", "/containers/create", 201, {"Id": "abc", "Warnings": []})
    container = await docker.containers.create(CONFIG, name="n", platform="linux/arm64")
    assert container.id == "abc"
    (request,) = fake_engine.requests
    assert request.query == {"name": ["n"], "platform": ["linux/arm64"]}
    assert request.json() == CONFIG
    await docker.containers.create(models.ContainerCreateRequest(image="busybox", cmd=["true"]))
    assert fake_engine.requests[1].json() == CONFIG
    assert fake_engine.requests[1].query == {}
    for option in ("name", "platform"):
        wrong: Any = {option: 5}
        with pytest.raises(TypeError, match=f"{option} must be a str, not int: 5"):
            await docker.containers.create(CONFIG, **wrong)
    assert len(fake_engine.requests) == 2


async def test_run_pulls_what_is_missing(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("POST", "/containers/create", 404, {"message": "No such image: busybox:latest"})
    fake_engine.reply("POST", "/containers/create", 201, {"Id": "abc"})
    fake_engine.reply("POST", "/images/create", body=b'{"status":"done"}\n')
    fake_engine.reply("POST", "/containers/abc/start", 204)
    container = await docker.containers.run(CONFIG, name="n", auth={"username": "u", "password": "p"})
    assert container.id == "abc"
    assert [request.path for request in fake_engine.requests] == [
        "/containers/create",
        "/images/create",
        "/containers/create",
        "/containers/abc/start",
    ]
    pull = fake_engine.requests[1]
    assert pull.query == {"fromImage": ["busybox"], "tag": ["latest"]}
    assert pull.headers["x-registry-auth"]


async def test_run_of_what_cannot_be_pulled(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("POST", "/containers/create", 404, {"message": "No such image"})
    fake_engine.reply("POST", "/images/create", body={"error": "manifest unknown"})
    with pytest.raises(DockerStreamError, match="manifest unknown"):
        await docker.containers.run(CONFIG)
    with pytest.raises(ImageNotFound):
        await docker.containers.run({"Image": ""})
    assert len(fake_engine.received("POST", "/images/create")) == 1


async def test_run_of_what_does_not_start(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("POST", "/containers/create", 201, {"Id": "abc"})
    fake_engine.reply("POST", "/containers/abc/start", 400, {"message": "no such program"})
    with pytest.raises(DockerContainerError, match="no such program") as caught:
        await docker.containers.run(CONFIG)
    assert (caught.value.status, caught.value.container_id) == (400, "abc")


async def test_get_and_show(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/containers/n/json", body={"Id": "abc", "Name": "/n"})
    fake_engine.reply("GET", "/containers/abc/json", body={"Id": "abc", "Name": "/n", "SizeRw": 5})
    container = await docker.containers.get("n")
    assert (container.id, container["Name"], "SizeRw" in container) == ("abc", "/n", False)
    assert (await container.show(size=True))["SizeRw"] == 5
    assert container["SizeRw"] == 5
    assert fake_engine.requests[1].query == {"size": ["1"]}
    with pytest.raises(KeyError):
        _ = container["Nothing"]


Act = Callable[[DockerContainer], Awaitable[object]]
ACTIONS: list[tuple[Act, str, str, dict[str, list[str]]]] = [
    (lambda c: c.start(), "POST", "/start", {}),
    (lambda c: c.start(detachKeys="ctrl-x"), "POST", "/start", {"detachKeys": ["ctrl-x"]}),
    (lambda c: c.stop(), "POST", "/stop", {}),
    (lambda c: c.stop(t=0, signal="INT"), "POST", "/stop", {"t": ["0"], "signal": ["INT"]}),
    (lambda c: c.kill(), "POST", "/kill", {}),
    (lambda c: c.kill(signal=9), "POST", "/kill", {"signal": ["9"]}),
    (lambda c: c.kill(signal="HUP"), "POST", "/kill", {"signal": ["HUP"]}),
    (lambda c: c.delete(), "DELETE", "", {}),
    (lambda c: c.delete(force=True, v=True, link=True), "DELETE", "", {"force": ["1"], "v": ["1"], "link": ["1"]}),
]


@pytest.mark.parametrize(("act", "method", "path", "query"), ACTIONS)
async def test_actions(
    container: DockerContainer, fake_engine: FakeEngine, act: Act, method: str, path: str, query: dict[str, list[str]]
) -> None:
    fake_engine.reply(method, f"/containers/c{path}", 204)
    assert await act(container) is None
    assert fake_engine.requests[0].query == query


async def test_wait(container: DockerContainer, fake_engine: FakeEngine) -> None:
    fake_engine.reply("POST", "/containers/c/wait", body={"StatusCode": 3})
    assert plain(await container.wait(condition="next-exit")) == {"StatusCode": 3}
    assert fake_engine.requests[0].query == {"condition": ["next-exit"]}


async def test_log_as_text(container: DockerContainer, fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", LOGS, *output(frame(1, b"caf\xc3"), frame(2, b"err\n"), frame(1, b"\xa9\n")), LAST_CHUNK)
    assert await container.log(stdout=True, stderr=True, tail=5, since=1, timestamps=True) == ["caf", "err\n", "é\n"]
    assert [text async for text in container.log(stdout=True, follow=True)] == ["caf", "err\n", "é\n"]
    first, second = fake_engine.requests
    assert first.query["tail"] == ["5"]
    assert first.query["since"] == ["1"]
    assert first.query["stderr"] == ["1"]
    assert second.query == {"stdout": ["1"], "stderr": ["0"], "follow": ["1"]}
    with pytest.raises(TypeError, match="stdout=True or stderr=True"):
        container.log()


async def test_exec(container: DockerContainer, fake_engine: FakeEngine) -> None:
    fake_engine.reply("POST", "/containers/c/exec", 201, {"Id": "e"})
    command = await container.exec("echo 'a b'", stdin=True, environment={"A": "1"}, user="me", workdir="/w")
    assert (command.id, repr(command)) == ("e", "<Exec e>")
    body = fake_engine.requests[0].json()
    assert (body["Cmd"], body["Env"], body["User"], body["WorkingDir"]) == (["echo", "a b"], ["A=1"], "me", "/w")
    assert body["AttachStdin"] is True


async def test_exec_run(container: DockerContainer, fake_engine: FakeEngine) -> None:
    fake_engine.reply("POST", "/containers/c/exec", 201, {"Id": "e"})
    answer = upgraded(MULTIPLEXED) + frame(1, b"out\n") + frame(2, b"err\n")
    fake_engine.script("POST", "/exec/e/start", answer, Do.CLOSE)
    fake_engine.reply("GET", "/exec/e/json", body={"ExitCode": 3})
    assert await container.exec_run(["false"]) == ExecResult(3, (Message(1, b"out\n"), Message(2, b"err\n")))


async def test_state_and_size_of_an_exec(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/exec/e/json", body={"ID": "e", "Running": True, "ProcessConfig": {"tty": True}})
    fake_engine.reply("POST", "/exec/e/resize")
    command: Exec = docker.containers.exec("e")
    assert (await command.inspect())["Running"] is True
    assert (await command.state()).running is True
    await command.resize()
    await command.resize(h=24, w=80)
    with pytest.raises(ValueError, match="resize needs both h"):
        await command.resize(h=24)
    assert [request.query for request in fake_engine.received("POST", "/exec/e/resize")] == [{"h": ["24"], "w": ["80"]}]


def test_a_container_by_hand(docker: Docker) -> None:
    for key in ("id", "Id", "ID"):
        assert DockerContainer(docker, **{key: "abc"}).id == "abc"
    with pytest.raises(ValueError, match="needs the id of a container"):
        DockerContainer(docker, Name="/c")
    container = docker.containers.container("a" * 64, Names=["/c"])
    assert container["Names"] == ["/c"]
    assert repr(container) == f"<DockerContainer {'a' * 12}>"


@pytest.mark.parametrize("known", [{}, {"Config": None}, {"Config": {}}, {"Config": {"Tty": None}}])
async def test_what_is_not_known_of_a_terminal_is_asked(fake_engine: FakeEngine, known: dict[str, Any]) -> None:
    fake_engine.reply("GET", "/containers/c/json", body={"Config": {"Tty": True}})
    fake_engine.reply("GET", LOGS, body=b"raw")
    async with Docker(fake_engine.url) as docker:
        container = docker.containers.container("c", **known)
        assert await container.log(stdout=True) == ["raw"]
    assert len(fake_engine.received("GET", "/containers/c/json")) == 1
