"""The client: settings, and what is said about every kind of peer that is no usable engine."""

import inspect
import os
import socket
import ssl
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import dockwright.sync
import dockwright.sync as docker
from dockwright import errors
from dockwright.settings.sockets import usual_sockets
from dockwright.sync import (
    Conflict,
    DockerClient,
    EndpointNotFound,
    EngineUnreachable,
    SettingsError,
    Timeouts,
    UnexpectedReply,
    VersionMismatch,
)
from dockwright_api import operations
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
    for make in (DockerClient, docker.from_env):
        with pytest.raises(EndpointNotFound) as caught:
            make()
        assert all(path in caught.value.message for path in no_engine)


def test_a_client_shows_its_address_and_version() -> None:
    assert repr(DockerClient("tcp://[::1]:1234", version="v1.43")) == "<DockerClient tcp://[::1]:1234 1.43>"
    assert repr(DockerClient("unix:///s", version="auto")) == "<DockerClient unix:///s auto>"


def test_docker_host_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCKER_HOST", "tcp://from-environment:1")
    assert DockerClient().endpoint.host == "from-environment"
    assert DockerClient("tcp://given:1").endpoint.host == "given"
    assert docker.from_env().endpoint.host == "from-environment"
    assert docker.from_env(environment={"DOCKER_HOST": "tcp://other:1"}).endpoint.host == "other"


def test_tls_of_the_environment(tmp_path: Path) -> None:
    environment = {"DOCKER_HOST": "tcp://h:1", "HOME": str(tmp_path), "DOCKER_TLS_VERIFY": "1"}
    assert docker.from_env(environment=environment).endpoint.url == "https://h:1"
    (tmp_path / "key.pem").write_text("")
    with pytest.raises(SettingsError, match=r"DOCKER_CERT_PATH: a certificate and its key .*cert\.pem"):
        docker.from_env(environment=environment | {"DOCKER_CERT_PATH": str(tmp_path)})


def test_arguments_of_docker_py_are_taken() -> None:
    given = inspect.signature(DockerClient).parameters
    assert list(given)[:4] == ["base_url", "version", "timeout", "tls"]
    taken = {"user_agent", "num_pools", "credstore_env", "use_ssh_client", "max_pool_size"}
    assert taken < set(given)
    taken = {"version", "timeout", "max_pool_size", "environment", "use_ssh_client"}
    assert taken <= set(inspect.signature(docker.from_env).parameters)


def test_bad_settings_are_refused_at_once() -> None:
    with pytest.raises(SettingsError, match=r"unknown scheme 'gopher'.*use unix:///path"):
        DockerClient("gopher://h")
    with pytest.raises(VersionMismatch, match=r"1\.99 is not known"):
        DockerClient("unix:///s", version="1.99")
    with pytest.raises(TypeError, match="timeout must be"):
        DockerClient("unix:///s", timeout="1")  # type: ignore[arg-type]  # what is refused
    with pytest.raises(TypeError, match="must be a str"):
        DockerClient("unix:///s", version=1.43)  # type: ignore[arg-type]  # what is refused


def test_timeouts_of_the_client() -> None:
    assert DockerClient("unix:///s").engine.timeouts is Timeouts.DEFAULT
    mine = Timeouts()
    assert DockerClient("unix:///s", timeout=mine).engine.timeouts is mine
    assert DockerClient("unix:///s", timeout=7).engine.timeouts.unary.first_byte == 7
    assert DockerClient("unix:///s", timeout=None).engine.timeouts.unary.first_byte is None


def test_names_of_the_module() -> None:
    assert set(dockwright.sync.__all__) <= set(dir(dockwright.sync))
    for name in dockwright.sync.__all__:
        value = getattr(dockwright.sync, name)
        assert isinstance(value, str) or value.__name__.rpartition(".")[2] == name
    with pytest.raises(AttributeError, match="no attribute 'Dcoker'"):
        _ = getattr(dockwright.sync, "Dcoker")  # noqa: B009  type checkers know that it is missing


def test_names_of_the_errors() -> None:
    assert docker.errors.DockerException is errors.DockerError
    assert docker.errors.APIError is errors.ApiError
    assert docker.errors.ImageNotFound is errors.ImageNotFound
    assert issubclass(docker.errors.NotFound, docker.errors.APIError)
    assert issubclass(docker.errors.ContainerError, docker.errors.DockerException)
    assert issubclass(docker.errors.InvalidArgument, docker.errors.DockerException)
    ours = {
        name for name, kind in vars(errors).items() if inspect.isclass(kind) and issubclass(kind, errors.DockerError)
    }
    assert ours - set(docker.errors.__all__) == set()
    assert all(hasattr(docker.errors, name) for name in docker.errors.__all__)


def test_what_an_api_error_tells() -> None:
    error = docker.errors.NotFound(404, "no such thing", "X")
    assert (error.status_code, error.explanation) == (404, "no such thing")
    assert (error.is_error(), error.is_client_error(), error.is_server_error()) == (True, True, False)
    assert docker.errors.ServerError(503, "x").is_server_error()


def test_importing_costs_almost_nothing() -> None:
    heavy = ["asyncio", "aiohttp", "httpx", "pydantic", "orjson", "ssl", "tarfile", "subprocess", "typing_extensions"]
    code = f"import sys, dockwright.sync as d; d.DockerClient, d.errors; print(set(sys.modules) & set({heavy!r}))"
    process = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert process.stdout.strip() == "set()"


def unreachable(url: str) -> str:
    with DockerClient(url) as client, pytest.raises(EngineUnreachable) as caught:
        client.version()
    assert isinstance(caught.value, ConnectionError)
    assert caught.value.status == 900
    assert caught.value.__cause__ is not None
    assert f"{url}, chosen by the base_url argument" in caught.value.message
    return caught.value.message


def test_a_missing_socket(tmp_path: Path) -> None:
    message = unreachable(f"unix://{tmp_path}/docker.sock")
    assert "there is no such socket; start the engine, or name another" in message


def test_a_file_that_is_no_socket(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "no engine listens on it" in unreachable(f"unix://{tmp_path}/file")


def test_a_socket_that_nobody_listens_on(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as stale:
        stale.bind(str(tmp_path / "docker.sock"))
    assert "the socket exists, but no engine listens on it" in unreachable(f"unix://{tmp_path}/docker.sock")


@pytest.fixture
def free_port() -> Iterator[int]:
    """A port that is ours and that nobody listens on."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        yield bound.getsockname()[1]


def test_a_closed_port(free_port: int) -> None:
    assert "the connection is refused" in unreachable(f"tcp://127.0.0.1:{free_port}")


def test_a_host_that_does_not_exist() -> None:
    assert "is the engine running, and is this its address?" in unreachable("tcp://nosuch.invalid:1")


ASK = """
import os, sys
# What is needed later may be out of the reach of a user without rights.
import dockwright.sync.transport, dockwright_api.operations.system
from dockwright.settings.endpoint import parse
dockwright.sync.transport.Transport(parse(sys.argv[1])).close()
dockwright.sync.DockerClient(sys.argv[1]).close()
if os.geteuid() == 0:
    os.setgroups([])
    os.setresgid(65534, 65534, 65534)
    os.setresuid(65534, 65534, 65534)
with dockwright.sync.DockerClient(sys.argv[1]) as client:
    try:
        client.version()
    except dockwright.sync.EngineUnreachable as error:
        print(error)
"""


@pytest.fixture
def forbidden(fake_engine: FakeEngine) -> str:
    """The address of a socket that whoever runs ASK can see but not use."""
    path = Path(fake_engine.url.removeprefix("unix://"))
    path.parent.chmod(0o755)
    path.chmod(0o600 if os.geteuid() == 0 else 0)
    return fake_engine.url


def test_a_socket_that_may_not_be_used(fake_engine: FakeEngine, forbidden: str) -> None:
    process = subprocess.run([sys.executable, "-c", ASK, forbidden], capture_output=True, text=True, check=False)
    said = f"{forbidden}, chosen by the base_url argument: permission denied on the socket"
    assert said in process.stdout, process.stderr
    assert "group docker" in process.stdout
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
def test_a_web_server_that_is_no_engine(fake_engine: FakeEngine, answer: bytes, says: str) -> None:
    fake_engine.script("GET", "/version", answer)
    with DockerClient(fake_engine.url) as client:
        with pytest.raises(UnexpectedReply) as caught:
            client.containers.list()
        assert client.engine.api_version is None
    message = caught.value.message
    assert f"{fake_engine.url}, chosen by the base_url argument" in message
    assert "is no Docker engine; is this its address?" in message
    assert says in message
    assert [request.path for request in fake_engine.requests] == ["/version"]


def test_a_server_that_does_not_speak_http(fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", "/version", b"220 mail.example ESMTP\r\n\r\n", Do.CLOSE)
    with DockerClient(fake_engine.url) as client, pytest.raises(UnexpectedReply) as caught:
        client.version()
    assert f"{fake_engine.url}, chosen by the base_url argument" in caught.value.message
    assert "does not answer in proper HTTP (" in caught.value.message
    assert "is this the address of a Docker engine, and is TLS used" in caught.value.message
    assert "\n" not in caught.value.message
    assert caught.value.__cause__ is not None


def test_an_engine_that_is_too_old() -> None:
    with (
        FakeEngine(api_version="1.24", min_api_version="1.12") as fake,
        DockerClient(fake.url) as client,
        pytest.raises(VersionMismatch) as caught,
    ):
        client.version()
    for part in ("1.12 to 1.24", "1.25 to ", fake.url, "use another version"):
        assert part in caught.value.message


@pytest.mark.parametrize(("scheme", "tls"), [("tcp", ssl.create_default_context()), ("tcp", True), ("https", False)])
def test_tls_is_never_given_up_for_clear_text(
    threads: ThreadPoolExecutor, scheme: str, tls: bool | ssl.SSLContext
) -> None:
    def greeting(listener: socket.socket) -> bytes:
        with listener.accept()[0] as stream:
            data = stream.recv(3)
            stream.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            return data

    with socket.create_server(("127.0.0.1", 0)) as listener:
        greeted = threads.submit(greeting, listener)
        url = f"{scheme}://127.0.0.1:{listener.getsockname()[1]}"
        with DockerClient(url, tls=tls) as client, pytest.raises(EngineUnreachable) as caught:
            client.version()
        assert url.partition("://")[2] in caught.value.message
        assert greeted.result(30)[:2] == b"\x16\x03", "the start of a handshake of TLS"


def test_api_gives_models_and_is_made_once(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/containers/json", body=[{"Id": "abc", "Names": ["/c"]}])
    assert client.api is client.api
    (summary,) = client.api.containers.list()
    assert (summary.id, summary.names) == ("abc", ["/c"])


def test_send_takes_any_operation(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.reply("POST", "/containers/c/kill", 409, {"message": "not running"})
    with pytest.raises(Conflict, match="not running"):
        client.send(operations.containers.kill("c", signal="HUP"))
    with pytest.raises(TypeError, match=r"operation must be one of dockwright_api\.operations.*, not int: 5"):
        client.send(5)  # type: ignore[call-overload]  # what is refused
    assert fake_engine.requests[0].target == "/v1.45/containers/c/kill?signal=HUP"


def test_the_user_agent_is_sent(fake_engine: FakeEngine) -> None:
    with DockerClient(fake_engine.url, user_agent="backup/2") as client:
        client.ping()
    assert {request.headers["user-agent"] for request in fake_engine.requests} == {"backup/2"}


def test_proxies_and_netrc_of_the_environment_are_ignored(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, free_port: int
) -> None:
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login a password b\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{free_port}")
    with FakeEngine(tcp=True) as fake, DockerClient(fake.url) as client:
        assert client.ping()
    assert all("authorization" not in request.headers for request in fake.requests)
