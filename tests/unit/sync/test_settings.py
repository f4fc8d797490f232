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

import pytest

import dockwright.sync as docker
from dockwright.errors import EndpointNotFound, InvalidType
from dockwright.sync import (
    DockerClient,
    DockerContextInvalidError,
    DockerError,
    SettingsError,
    TLSConfig,
    from_context,
    from_env,
    list_contexts,
)
from tests.fakes.engine import FakeEngine, reply

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


def test_headers_of_the_settings_go_with_every_request(settings: Path, fake_engine: FakeEngine) -> None:
    """docker-py sends them too."""
    (settings / "config.json").write_text(json.dumps({"HttpHeaders": {"x-meta": "a", "User-Agent": "not me"}}))
    fake_engine.reply("GET", "/_ping", 200, b"OK")
    with DockerClient(fake_engine.url, version="1.45", user_agent="me") as client:
        assert client.ping()
        client.headers["X-Meta"] = "b"
        assert client.ping()
    first, second = ({name.lower(): value for name, value in each.headers.items()} for each in fake_engine.requests)
    assert (first["x-meta"], first["user-agent"]) == ("a", "me")
    assert second["x-meta"] == "b"


def test_a_context_names_the_engine(settings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_context(settings, "remote", "tcp://remote:1")
    monkeypatch.setenv("DOCKER_HOST", "tcp://host:1")
    assert DockerClient(context="remote").endpoint.url == "tcp://remote:1"
    assert DockerClient("tcp://given:1", context="remote").endpoint.url == "tcp://given:1"
    assert from_context("remote").endpoint.url == "tcp://remote:1"
    assert from_context().endpoint.url == "tcp://host:1"
    assert [context.name for context in list_contexts()] == ["default", "remote"]


def test_an_unknown_context_is_an_error(settings: Path) -> None:
    """Fault 1.13 of docker-py: it passes over a context that it does not know, and uses the default socket."""
    environment = {"DOCKER_CONFIG": str(settings), "DOCKER_CONTEXT": "gone"}
    with pytest.raises(DockerContextInvalidError):
        from_env(environment=environment)
    with pytest.raises(DockerContextInvalidError):
        from_context("gone")


def test_the_environment_may_leave_contexts_out(settings: Path) -> None:
    make_context(settings, "remote", "tcp://remote:1")
    environment = {"DOCKER_CONFIG": str(settings), "DOCKER_CONTEXT": "remote", "HOME": str(settings)}
    assert from_env(environment=environment).endpoint.host == "remote"
    named = {**environment, "DOCKER_HOST": "tcp://host:1"}
    assert from_env(environment=named, use_context=False).endpoint.host == "host"
    # Whatever the search for sockets finds on this machine.
    with contextlib.suppress(EndpointNotFound):
        assert from_env(environment=environment, use_context=False).endpoint.rule == "the search for sockets"


def test_what_tls_can_be(settings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for tls in (True, TLSConfig(), ssl.create_default_context()):
        assert DockerClient("tcp://h:1", tls=tls).endpoint.base_url == "https://h:1"
        with pytest.raises(docker.errors.TLSParameterError, match="the program asks for TLS"):
            DockerClient("unix:///s", tls=tls)
    with pytest.raises(TypeError, match=r"tls must be an ssl\.SSLContext, not str"):
        DockerClient("tcp://h:1", tls="yes")  # type: ignore[arg-type]  # what is refused
    assert DockerClient("tcp://h:1").endpoint.base_url == "http://h:1"
    monkeypatch.setenv("DOCKER_TLS_VERIFY", "yes")
    assert DockerClient("tcp://h:1").endpoint.base_url == "https://h:1"
    assert DockerClient("tcp://h:1", tls=False).endpoint.base_url == "http://h:1"


def test_what_docker_py_documents_is_taken() -> None:
    """Fault 1.4 of docker-py: from_env(credstore_env=...) is documented, and raises a TypeError."""
    assert from_env(environment={"DOCKER_HOST": "unix:///s"}, credstore_env={"A": "b"}).endpoint.path == "/s"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has named pipes")
def test_named_pipes_are_of_windows() -> None:
    with pytest.raises(SettingsError, match="named pipes are of Windows"):
        DockerClient("npipe:////./pipe/docker_engine")


def test_the_choice_is_logged(caplog: pytest.LogCaptureFixture, settings: Path) -> None:
    make_context(settings, "remote", "tcp://remote:1")
    with caplog.at_level(logging.INFO, "dockwright"):
        DockerClient(context="remote")
    assert caplog.messages == [
        "the engine is at tcp://remote:1, chosen by the context 'remote' (named by the context argument)"
    ]


def test_a_client_of_a_socket_reads_no_settings_and_imports_nothing_heavy(settings: Path) -> None:
    (settings / "config.json").write_text("{broken")
    heavy = ["asyncio", "aiohttp", "httpx", "pydantic", "orjson", "ssl", "tarfile", "subprocess", "shutil", "hashlib"]
    code = (
        "import sys, dockwright.sync as d; d.DockerClient('unix:///s'); d.from_context, d.list_contexts;"
        f"print(set(sys.modules) & set({heavy!r}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_no_proxy_of_the_environment_is_used(fake_engine: FakeEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fault 4 of docker-py: proxies and passwords of the environment get into requests to an engine."""
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    with DockerClient(fake_engine.url) as client:
        assert client.ping()
    with FakeEngine(tcp=True) as tcp, DockerClient(tcp.url) as client:
        assert client.ping()


class TestCredentials:
    """They are added where an image comes from a registry, and nowhere else."""

    @pytest.fixture
    def login(self, settings: Path) -> None:
        """A login of this machine."""
        auth = base64.b64encode(b"me:hunter2").decode()
        (settings / "config.json").write_text(json.dumps({"auths": {"host:5000": {"auth": auth}}}))

    def test_of_the_machine(self, client: DockerClient, fake_engine: FakeEngine, login: None) -> None:
        fake_engine.script("POST", "/images/create", DONE)
        for name in ("host:5000%2Fa:latest", "busybox:latest"):
            fake_engine.reply("GET", f"/images/{name}/json", body={"Id": "i"})
        fake_engine.script("POST", "/images/host:5000%2Fa/push", DONE)
        client.images.pull("host:5000/a")
        client.images.push("host:5000/a")
        headers = [request.headers["x-registry-auth"] for request in fake_engine.requests if request.method == "POST"]
        expected = {"username": "me", "password": "hunter2", "serveraddress": "host:5000"}
        assert [decoded(header) for header in headers] == [expected] * 2

    def test_of_another_registry_stay_here(self, client: DockerClient, fake_engine: FakeEngine, login: None) -> None:
        fake_engine.script("POST", "/images/create", DONE)
        for name in ("host:5000%2Fa:latest", "busybox:latest"):
            fake_engine.reply("GET", f"/images/{name}/json", body={"Id": "i"})
        fake_engine.script("POST", "/images/other:1%2Fa/push", DONE)
        client.images.pull("busybox")
        assert "x-registry-auth" not in fake_engine.requests[0].headers
        client.images.push("other:1/a")
        assert fake_engine.requests[-1].headers["x-registry-auth"] == ANONYMOUS

    def test_explicit_ones_go_first(self, client: DockerClient, fake_engine: FakeEngine, login: None) -> None:
        fake_engine.script("POST", "/images/create", DONE)
        for name in ("host:5000%2Fa:latest", "busybox:latest"):
            fake_engine.reply("GET", f"/images/{name}/json", body={"Id": "i"})
        client.images.pull("host:5000/a", auth_config={"username": "other"})
        client.images.pull("host:5000/a", auth_config={})
        pulls = fake_engine.received("POST", "/images/create")
        given = [decoded(request.headers["x-registry-auth"]) for request in pulls]
        assert given == [{"username": "other", "serveraddress": "host:5000"}, {}]

    def test_for_the_image_of_a_container(self, client: DockerClient, fake_engine: FakeEngine, login: None) -> None:
        fake_engine.script("POST", "/images/create", DONE)
        for name in ("host:5000%2Fa:latest", "busybox:latest"):
            fake_engine.reply("GET", f"/images/{name}/json", body={"Id": "i"})
        fake_engine.reply("POST", "/containers/create", 404, {"message": "No such image"})
        fake_engine.reply("POST", "/containers/create", 201, {"Id": "c"})
        fake_engine.reply("POST", "/containers/c/start", 204)
        fake_engine.reply("GET", "/containers/c/json", body={"Id": "c"})
        client.containers.run("host:5000/a", detach=True)
        (pull,) = fake_engine.received("POST", "/images/create")
        assert decoded(pull.headers["x-registry-auth"])["username"] == "me"

    def test_settings_that_are_broken_concern_who_pulls(
        self, client: DockerClient, fake_engine: FakeEngine, settings: Path
    ) -> None:
        (settings / "config.json").write_text("{broken")
        fake_engine.script("POST", "/images/create", DONE)
        for name in ("host:5000%2Fa:latest", "busybox:latest"):
            fake_engine.reply("GET", f"/images/{name}/json", body={"Id": "i"})
        assert client.ping()
        client.images.pull("busybox", auth_config={"username": "me"})
        with pytest.raises(SettingsError, match="is not JSON"):
            client.images.pull("busybox")

    def test_a_login_is_checked_and_kept(self, client: DockerClient, fake_engine: FakeEngine) -> None:
        fake_engine.reply("POST", "/auth", 401, {"message": "unauthorized"})
        fake_engine.reply("POST", "/auth", body={"Status": "Login Succeeded", "IdentityToken": "token"})
        fake_engine.script("POST", "/images/busybox/push", DONE)
        with pytest.raises(DockerError):
            client.login("me", "hunter2")
        client.images.push("busybox")
        assert fake_engine.requests[-1].headers["x-registry-auth"] == ANONYMOUS
        reply = client.login("me", "hunter2")
        assert reply == {"Status": "Login Succeeded", "IdentityToken": "token"}
        assert json.loads(fake_engine.requests[-1].body) == {
            "username": "me",
            "password": "hunter2",
            "serveraddress": "https://index.docker.io/v1/",
        }
        client.images.push("busybox")
        assert decoded(fake_engine.requests[-1].headers["x-registry-auth"])["identitytoken"] == "token"
        before = len(fake_engine.received("POST", "/auth"))
        assert client.login("me", "other") == {"Status": "Login Succeeded", "IdentityToken": ""}
        assert len(fake_engine.received("POST", "/auth")) == before
        client.login("me", "other", reauth=True)
        assert len(fake_engine.received("POST", "/auth")) == before + 1
        assert "hunter2" not in f"{client!r}{vars(client)!r}{vars(client.engine)!r}"

    def test_a_push_gives_text_lines_or_documents(self, client: DockerClient, fake_engine: FakeEngine) -> None:
        fake_engine.script("POST", "/images/a/push", reply(200, b'{"status":"one"}\r\n{"status":"two"}\r\n'))
        assert client.images.push("a", tag="t") == '{"status":"one"}\r\n{"status":"two"}\r\n'
        assert fake_engine.requests[-1].query == {"tag": ["t"]}
        assert list(client.images.push("a", stream=True)) == [b'{"status":"one"}\r\n', b'{"status":"two"}\r\n']
        documents: list[Any] = list(client.images.push("a", stream=True, decode=True))
        assert documents == [{"status": "one"}, {"status": "two"}]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"version": 5}, "version must be a str such as '1.41', not int: 5"),
        ({"version": "9"}, "version must be a version such as '1.41', not '9'"),
        ({"version": "1.2"}, "version 1.2 is not known: "),
        ({"base_url": "nonsense"}, "the base_url argument: 'nonsense' has no scheme"),
        ({"base_url": 5}, "the base_url argument must be a str"),
        ({"timeout": "a"}, "timeout must be a number of seconds, None for no limit, or Deadlines"),
        ({"user_agent": 5}, "user_agent must be a str, not int: 5"),
        ({"credstore_env": 5}, "credstore_env must be a mapping of str to str, not int: 5"),
        ({"use_ssh_client": "x"}, "use_ssh_client must be True or False, not str: 'x'"),
        ({"num_pools": "x"}, "num_pools must be an int, not str: 'x'"),
        ({"max_pool_size": -1}, "max_pool_size must be 1 or more, not -1"),
    ],
)
def test_a_setting_that_cannot_be_is_refused_by_its_own_name(given: dict[str, Any], said: str) -> None:
    arguments: dict[str, Any] = {"base_url": "tcp://h:1", **given}
    with pytest.raises(DockerError) as caught:
        DockerClient(**arguments)
    assert str(caught.value).startswith(said)


def test_a_registry_that_is_no_text_is_refused(fake_engine: FakeEngine) -> None:
    wrong: Any = 5
    with DockerClient(fake_engine.url, version="1.45") as client:
        for call in (lambda: client.login("a", "pw", registry=wrong), lambda: client.logout(wrong)):
            with pytest.raises(InvalidType, match="registry must be a str, not int: 5") as caught:
                call()
            assert "pw" not in str(caught.value)
    assert fake_engine.connections == []
