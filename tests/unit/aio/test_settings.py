"""What a client makes of the settings of its surroundings: contexts, TLS, credentials for registries, and its log."""

import base64
import contextlib
import hashlib
import json
import logging
import ssl
import subprocess
import sys
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from dockwright.aio import Docker, DockerContextInvalidError, DockerError, SettingsError, list_contexts
from tests.fakes.engine import Do, FakeEngine, reply, upgraded

DONE = reply(200, {"status": "done"})
ANONYMOUS = "e30="


@pytest.fixture(autouse=True)
def settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty folder of settings, and nothing in the environment."""
    for name in ("DOCKER_HOST", "DOCKER_CONTEXT", "DOCKER_TLS", "DOCKER_TLS_VERIFY", "DOCKER_CERT_PATH"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DOCKER_CONFIG", str(tmp_path))
    return tmp_path


def make_context(settings: Path, name: str, host: str, **endpoint: object) -> None:
    meta = settings / "contexts/meta" / hashlib.sha256(name.encode()).hexdigest()
    meta.mkdir(parents=True)
    content = {"Name": name, "Endpoints": {"docker": {"Host": host, **endpoint}}}
    (meta / "meta.json").write_text(json.dumps(content))


def decoded(header: str) -> Any:
    return json.loads(base64.urlsafe_b64decode(header))


def test_a_context_names_the_engine(settings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_context(settings, "remote", "tcp://remote:1")
    monkeypatch.setenv("DOCKER_HOST", "tcp://host:1")
    assert Docker(context="remote").docker_host == "tcp://remote:1"
    assert Docker("tcp://given:1", context="remote").docker_host == "tcp://given:1"
    assert Docker(context="default").docker_host == "tcp://host:1"
    assert [context.name for context in list_contexts()] == ["default", "remote"]
    with pytest.raises(DockerContextInvalidError, match="there is no context 'gone'; there are remote") as caught:
        Docker(context="gone")
    assert isinstance(caught.value, DockerError)


async def test_headers_of_the_settings_go_with_every_request(settings: Path, fake_engine: FakeEngine) -> None:
    (settings / "config.json").write_text(json.dumps({"HttpHeaders": {"x-meta": "a", "User-Agent": "not me"}}))
    fake_engine.reply("GET", "/_ping", 200, b"OK")
    fake_engine.reply("POST", "/images/load", 200, {"stream": "done"})
    fake_engine.script("POST", "/containers/c/attach", upgraded("application/vnd.docker.raw-stream"), Do.CLOSE)
    async with Docker(fake_engine.url, api_version="1.45") as docker:
        assert await docker.system.ping()
        await docker.images.import_image(iter([b"tar"]))
        async with docker.containers.container("c").attach(stdout=True) as stream:
            assert await stream.read_out() is None
        with contextlib.suppress(DockerError):
            await docker.containers.container("c").websocket()
    connector = aiohttp.UnixConnector(fake_engine.url.removeprefix("unix://"))
    async with (
        aiohttp.ClientSession(connector=connector) as session,
        Docker(fake_engine.url, session=session, api_version="1.45") as docker,
    ):
        assert await docker.system.ping()
    assert len(fake_engine.requests) == 5
    for request in fake_engine.requests:
        headers = [(name.lower(), value) for name, value in request.headers.items()]
        assert headers.count(("x-meta", "a")) == 1, request.path
        assert ("user-agent", "not me") not in headers


def test_what_is_no_context_of_tls_is_refused() -> None:
    with pytest.raises(TypeError, match=r"ssl_context must be an ssl\.SSLContext, not str"):
        Docker("tcp://h:1", ssl_context="context")  # type: ignore[arg-type]  # what is refused
    with pytest.raises(SettingsError, match="the program asks for TLS"):
        Docker("unix:///s", ssl_context=ssl.create_default_context())


def test_the_environment_asks_for_tls(monkeypatch: pytest.MonkeyPatch, settings: Path) -> None:
    monkeypatch.setenv("DOCKER_TLS_VERIFY", "yes")
    assert Docker("tcp://h:1").docker_host == "https://h:1"
    (settings / "ca.pem").write_text("no certificate")
    with pytest.raises(SettingsError, match=r"DOCKER_TLS_VERIFY: the TLS files in .* cannot be used: ca\.pem"):
        Docker("tcp://h:1")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has named pipes")
def test_named_pipes_are_of_windows() -> None:
    with pytest.raises(SettingsError, match="named pipes are of Windows"):
        Docker("npipe:////./pipe/docker_engine")


def test_the_choice_is_logged(caplog: pytest.LogCaptureFixture, settings: Path) -> None:
    make_context(settings, "remote", "tcp://remote:1")
    with caplog.at_level(logging.INFO, "dockwright"):
        Docker(context="remote")
    assert caplog.messages == [
        "the engine is at tcp://remote:1, chosen by the context 'remote' (named by the context argument)"
    ]


def test_a_client_of_a_socket_reads_no_settings_and_imports_nothing_heavy(settings: Path) -> None:
    (settings / "config.json").write_text("{broken")
    heavy = ["asyncio", "aiohttp", "httpx", "pydantic", "orjson", "ssl", "tarfile", "subprocess", "shutil", "hashlib"]
    code = (
        "import sys, dockwright.aio as d; d.Docker('unix:///s'); d.DockerContextEndpoint; d.list_contexts;"
        f"print(set(sys.modules) & set({heavy!r}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


async def test_no_proxy_of_the_environment_is_used(fake_engine: FakeEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fault 4 of docker-py: proxies and passwords of the environment get into requests to an engine."""
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    async with Docker(fake_engine.url) as docker:
        assert await docker.system.ping()
    with FakeEngine(tcp=True) as tcp:
        async with Docker(tcp.url) as docker:
            assert await docker.system.ping()


class TestCredentials:
    """They are added where an image comes from a registry, and nowhere else."""

    @pytest.fixture
    def login(self, settings: Path) -> None:
        """A login of this machine."""
        auth = base64.b64encode(b"me:hunter2").decode()
        (settings / "config.json").write_text(json.dumps({"auths": {"host:5000": {"auth": auth}}}))

    async def test_of_the_machine(self, docker: Docker, fake_engine: FakeEngine, login: None) -> None:
        fake_engine.script("POST", "/images/create", DONE)
        fake_engine.script("POST", "/images/host:5000%2Fa/push", DONE)
        await docker.images.pull("host:5000/a")
        async for _ in docker.images.pull("host:5000/a", stream=True):
            pass
        await docker.images.push("host:5000/a")
        headers = [request.headers["x-registry-auth"] for request in fake_engine.requests]
        expected = {"username": "me", "password": "hunter2", "serveraddress": "host:5000"}
        assert [decoded(header) for header in headers] == [expected] * 3

    async def test_of_another_registry_stay_here(self, docker: Docker, fake_engine: FakeEngine, login: None) -> None:
        fake_engine.script("POST", "/images/create", DONE)
        fake_engine.script("POST", "/images/other:1%2Fa/push", DONE)
        await docker.images.pull("busybox")
        assert "x-registry-auth" not in fake_engine.requests[0].headers
        await docker.images.push("other:1/a")
        assert fake_engine.requests[1].headers["x-registry-auth"] == ANONYMOUS

    async def test_explicit_ones_go_first(self, docker: Docker, fake_engine: FakeEngine, login: None) -> None:
        fake_engine.script("POST", "/images/create", DONE)
        await docker.images.pull("host:5000/a", auth={"username": "other"})
        await docker.images.pull("host:5000/a", auth={})
        given = [decoded(request.headers["x-registry-auth"]) for request in fake_engine.requests]
        assert given == [{"username": "other", "serveraddress": "host:5000"}, {}]

    async def test_for_the_image_of_a_container(self, docker: Docker, fake_engine: FakeEngine, login: None) -> None:
        fake_engine.script("POST", "/images/create", DONE)
        fake_engine.reply("POST", "/containers/create", 404, {"message": "No such image"})
        fake_engine.reply("POST", "/containers/create", 201, {"Id": "c"})
        fake_engine.reply("POST", "/containers/c/start", 204)
        await docker.containers.run({"Image": "host:5000/a"})
        (pull,) = fake_engine.received("POST", "/images/create")
        assert decoded(pull.headers["x-registry-auth"])["username"] == "me"

    async def test_settings_that_are_broken_concern_who_pulls(
        self, docker: Docker, fake_engine: FakeEngine, settings: Path
    ) -> None:
        (settings / "config.json").write_text("{broken")
        fake_engine.script("POST", "/images/create", DONE)
        assert await docker.system.ping()
        await docker.images.pull("busybox", auth={"username": "me"})
        with pytest.raises(SettingsError, match="is not JSON"):
            await docker.images.pull("busybox")
        with pytest.raises(SettingsError, match="is not JSON"):
            async for _ in docker.images.pull("busybox", stream=True):
                pass

    async def test_a_login_is_checked_and_kept(self, docker: Docker, fake_engine: FakeEngine) -> None:
        fake_engine.reply("POST", "/auth", 401, {"message": "unauthorized"})
        fake_engine.reply("POST", "/auth", body={"Status": "Login Succeeded", "IdentityToken": "token"})
        fake_engine.script("POST", "/images/create", DONE)
        with pytest.raises(DockerError):
            await docker.auth(username="me", password="hunter2")
        await docker.images.pull("busybox")
        assert "x-registry-auth" not in fake_engine.requests[-1].headers
        reply = await docker.auth(username="me", password="hunter2")
        assert reply == {"Status": "Login Succeeded", "IdentityToken": "token"}
        assert json.loads(fake_engine.requests[-1].body) == {
            "username": "me",
            "password": "hunter2",
            "serveraddress": "https://index.docker.io/v1/",
        }
        await docker.pull("busybox")
        assert decoded(fake_engine.requests[-1].headers["x-registry-auth"])["identitytoken"] == "token"
        await docker.pull("host:5000/busybox")
        assert "x-registry-auth" not in fake_engine.requests[-1].headers
        assert "hunter2" not in f"{docker!r}{vars(docker)!r}{vars(docker.engine)!r}"
