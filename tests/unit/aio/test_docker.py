"""The client: settings, and what is said about every kind of peer that is no usable engine."""

import asyncio
import os
import socket
import ssl
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import dockwright.aio
from dockwright.aio import (
    Conflict,
    Docker,
    EndpointNotFound,
    EngineUnreachable,
    SettingsError,
    Timeouts,
    UnexpectedReply,
    VersionMismatch,
)
from dockwright.settings.sockets import usual_sockets
from tests.fakes.engine import Do, FakeEngine, reply


@pytest.fixture
def no_engine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """An environment in which no engine is found, and the sockets that are tried there."""
    monkeypatch.delenv("DOCKER_HOST", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    tried = usual_sockets(os.environ)
    if found := [path for path in tried if os.path.exists(path)]:
        pytest.skip(f"an engine listens at {found[0]}")
    return tried


def test_nothing_found_lists_what_was_tried(no_engine: list[str]) -> None:
    with pytest.raises(EndpointNotFound) as caught:
        Docker()
    assert all(path in caught.value.message for path in no_engine)


def test_a_client_needs_no_loop_and_shows_its_address() -> None:
    docker = Docker("tcp://[::1]:1234", api_version="v1.43")
    assert docker.docker_host == "tcp://[::1]:1234"
    assert docker.api_version == "v1.43"
    assert repr(docker) == "<Docker tcp://[::1]:1234 v1.43>"
    assert Docker("unix:///s").api_version == "auto"


def test_docker_host_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCKER_HOST", "tcp://from-environment:1")
    assert Docker().endpoint.host == "from-environment"
    assert Docker("tcp://given:1").endpoint.host == "given"


def test_bad_settings_are_refused_at_once() -> None:
    with pytest.raises(SettingsError, match=r"unknown scheme 'gopher'.*use unix:///path"):
        Docker("gopher://h")
    with pytest.raises(VersionMismatch, match=r"1\.99 is not known"):
        Docker("unix:///s", api_version="1.99")
    with pytest.raises(TypeError, match="timeout must be"):
        Docker("unix:///s", timeout="1")  # type: ignore[arg-type]  # what is refused
    with pytest.raises(TypeError, match="api_version must be a str"):
        Docker("unix:///s", api_version=1.43)  # type: ignore[arg-type]  # what is refused


def test_timeouts_of_the_client() -> None:
    assert Docker("unix:///s").engine.timeouts is Timeouts.DEFAULT
    mine = Timeouts()
    assert Docker("unix:///s", timeout=mine).engine.timeouts is mine
    assert Docker("unix:///s", timeout=7).engine.timeouts.unary.first_byte == 7
    assert Docker("unix:///s", timeout=None).engine.timeouts.unary.first_byte is None


def test_names_of_the_module() -> None:
    assert set(dockwright.aio.__all__) <= set(dir(dockwright.aio))
    for name in dockwright.aio.__all__:
        assert getattr(dockwright.aio, name).__name__ == name
    with pytest.raises(AttributeError, match="no attribute 'Dcoker'"):
        _ = dockwright.aio.Dcoker


async def unreachable(url: str) -> str:
    async with Docker(url) as docker:
        with pytest.raises(EngineUnreachable) as caught:
            await docker.version()
    assert isinstance(caught.value, ConnectionError)
    assert caught.value.status == 900
    assert caught.value.__cause__ is not None
    assert f"{url}, chosen by the url argument" in caught.value.message
    return caught.value.message


async def test_a_missing_socket(tmp_path: Path) -> None:
    message = await unreachable(f"unix://{tmp_path}/docker.sock")
    assert "there is no such socket; start the engine, or name another" in message


async def test_a_file_that_is_no_socket(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "no engine listens on it" in await unreachable(f"unix://{tmp_path}/file")


async def test_a_socket_that_nobody_listens_on(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as stale:
        stale.bind(str(tmp_path / "docker.sock"))
    assert "the socket exists, but no engine listens on it" in await unreachable(f"unix://{tmp_path}/docker.sock")


@pytest.fixture
def free_port() -> Iterator[int]:
    """A port that is ours and that nobody listens on."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        yield bound.getsockname()[1]


async def test_a_closed_port(free_port: int) -> None:
    assert "the connection is refused" in await unreachable(f"tcp://127.0.0.1:{free_port}")


async def test_a_host_that_does_not_exist() -> None:
    assert "is the engine running, and is this its address?" in await unreachable("tcp://nosuch.invalid:1")


ASK = """
import asyncio, os, sys
# What is needed later may be out of the reach of a user without rights.
import aiohttp, dockwright.aio, dockwright.aio.docker, dockwright.aio.transport, dockwright_api.operations.system
if os.geteuid() == 0:
    os.setgroups([])
    os.setresgid(65534, 65534, 65534)
    os.setresuid(65534, 65534, 65534)
async def ask():
    async with dockwright.aio.Docker(sys.argv[1]) as docker:
        try:
            await docker.version()
        except dockwright.aio.EngineUnreachable as error:
            print(error)
asyncio.run(ask())
"""


@pytest.fixture
def forbidden(fake_engine: FakeEngine) -> str:
    """The address of a socket that whoever runs ASK can see but not use."""
    path = Path(fake_engine.url.removeprefix("unix://"))
    path.parent.chmod(0o755)
    path.chmod(0o600 if os.geteuid() == 0 else 0)
    return fake_engine.url


async def test_a_socket_that_may_not_be_used(fake_engine: FakeEngine, forbidden: str) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", ASK, forbidden, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    said, failed = (data.decode() for data in await process.communicate())
    assert f"{forbidden}, chosen by the url argument: permission denied on the socket" in said, failed
    assert "group docker" in said
    assert fake_engine.connections == []


NO_ENGINES = {
    "a web page": (reply(200, b"<html>hello</html>", {"Content-Type": "text/html"}), "text/html"),
    "a missing page": (reply(404, b"404 page not found\n"), "404 page not found"),
    "a missing document": (reply(404, {"message": "page not found"}), "page not found"),
    "a redirect": (reply(302, b"", {"Location": "/login"}), "a redirect"),
    "other json": (reply(200, {"hello": "world"}), "without an ApiVersion"),
    "a list": (reply(200, []), "a JSON array"),
    "nonsense": (reply(200, b"SMTP ready"), "SMTP ready"),
    "nothing": (reply(200, b""), "empty"),
}


@pytest.mark.parametrize(("answer", "says"), NO_ENGINES.values(), ids=NO_ENGINES.keys())
async def test_a_web_server_that_is_no_engine(fake_engine: FakeEngine, answer: bytes, says: str) -> None:
    fake_engine.script("GET", "/version", answer)
    async with Docker(fake_engine.url) as docker:
        with pytest.raises(UnexpectedReply) as caught:
            await docker.containers.list()
        assert docker.api_version == "auto"
    message = caught.value.message
    assert f"{fake_engine.url}, chosen by the url argument" in message
    assert "is no Docker engine; is this its address?" in message
    assert says in message
    assert [request.path for request in fake_engine.requests] == ["/version"]


async def test_a_server_that_does_not_speak_http(fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", "/version", b"220 mail.example ESMTP\r\n\r\n", Do.CLOSE)
    async with Docker(fake_engine.url) as docker:
        with pytest.raises(UnexpectedReply) as caught:
            await docker.version()
    assert f"{fake_engine.url}, chosen by the url argument" in caught.value.message
    assert "does not answer in proper HTTP (" in caught.value.message
    assert "is this the address of a Docker engine, and is TLS used" in caught.value.message
    assert "\n" not in caught.value.message
    assert caught.value.__cause__ is not None


async def test_an_engine_that_is_too_old() -> None:
    with FakeEngine(api_version="1.24", min_api_version="1.12") as fake:
        async with Docker(fake.url) as docker:
            with pytest.raises(VersionMismatch) as caught:
                await docker.version()
    for part in ("1.12 to 1.24", "1.25 to ", fake.url, "use another version"):
        assert part in caught.value.message


@pytest.mark.parametrize(("scheme", "context"), [("tcp", ssl.create_default_context()), ("https", None)])
async def test_tls_is_never_given_up_for_clear_text(scheme: str, context: ssl.SSLContext | None) -> None:
    greeting = asyncio.get_running_loop().create_future()

    async def refuse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        greeting.set_result(await reader.read(3))
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        writer.close()
        await writer.wait_closed()

    async with await asyncio.start_server(refuse, "127.0.0.1", 0) as server:
        url = f"{scheme}://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        async with Docker(url, ssl_context=context) as docker:
            with pytest.raises(EngineUnreachable) as caught:
                await docker.version()
    assert url.partition("://")[2] in caught.value.message
    assert (await greeting)[:2] == b"\x16\x03", "the start of a handshake of TLS"


async def test_api_gives_models_and_is_made_once(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/containers/json", body=[{"Id": "abc", "Names": ["/c"]}])
    assert docker.api is docker.api
    (summary,) = await docker.api.containers.list()
    assert (summary.id, summary.names) == ("abc", ["/c"])


async def test_send_takes_any_operation(docker: Docker, fake_engine: FakeEngine) -> None:
    from dockwright_api import operations

    fake_engine.reply("POST", "/containers/c/kill", 409, {"message": "not running"})
    with pytest.raises(Conflict, match="not running"):
        await docker.send(operations.containers.kill("c", signal="HUP"))
    assert fake_engine.requests[0].target == "/v1.45/containers/c/kill?signal=HUP"


@pytest.mark.parametrize("name", ["session", "connector"])
def test_what_is_not_of_aiohttp_is_refused(name: str) -> None:
    given: Any = {name: 5}
    with pytest.raises(TypeError, match=f"{name} must be an aiohttp.*, not int: 5"):
        Docker("tcp://localhost:1", **given)
