"""Faults of docker-py that concern the client and its settings, each of which must not be one here."""

import inspect
import ssl
import warnings
from pathlib import Path

import pytest
import trustme

import dockwright.sync as docker
from dockwright.sync import DockerClient, TLSConfig
from dockwright.sync.errors import APIError, ContextNotFound, DockerException, NullResource
from dockwright_api.version import API_VERSION
from tests.fakes.engine import Do, FakeEngine, reply


@pytest.fixture(autouse=True)
def settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty folder of settings, and nothing in the environment."""
    for name in ("DOCKER_HOST", "DOCKER_CONTEXT", "DOCKER_TLS", "DOCKER_TLS_VERIFY", "DOCKER_CERT_PATH"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DOCKER_CONFIG", str(tmp_path))
    return tmp_path


def test_from_env_takes_credstore_env(fake_engine: FakeEngine) -> None:
    """docker-py 1.4: from_env(credstore_env=...) is documented, and a TypeError."""
    with docker.from_env(environment={"DOCKER_HOST": fake_engine.url}, credstore_env={"A": "1"}) as client:
        assert client.credstore_env == {"A": "1"}
        assert client.api.credstore_env == {"A": "1"}


def test_a_client_is_a_context_manager(fake_engine: FakeEngine) -> None:
    """docker-py 1.4: a client cannot be used in a with statement."""
    fake_engine.reply("GET", "/_ping", 200, b"OK")
    with docker.from_env(environment={"DOCKER_HOST": fake_engine.url}, version="1.45") as client:
        assert client.ping()
    fake_engine.wait_closed()


def test_options_of_pools_are_taken(fake_engine: FakeEngine) -> None:
    """docker-py 1.10: num_pools counts for ssh alone; here no pool has a limit that could be too small."""
    with DockerClient(fake_engine.url, "1.45", num_pools=1, max_pool_size=1, use_ssh_client=True) as client:
        fake_engine.reply("GET", "/_ping", 200, b"OK")
        assert client.ping()


def test_tls_verifies_unless_told_otherwise(tmp_path: Path) -> None:
    """docker-py 1.13: TLSConfig without verify does not verify the engine."""
    ca = trustme.CA()
    ca.cert_pem.write_to_path(tmp_path / "ca.pem")
    for config in (TLSConfig(), TLSConfig(ca_cert=tmp_path / "ca.pem"), TLSConfig(verify=tmp_path / "ca.pem")):
        context = config.context()
        assert (context.verify_mode, context.check_hostname) == (ssl.CERT_REQUIRED, True)
    assert TLSConfig(verify=False).context().verify_mode is ssl.CERT_NONE


def test_an_engine_is_not_trusted_for_nothing(tmp_path: Path) -> None:
    """docker-py 1.13: with TLSConfig() it talks to an engine whose certificate nobody signed that is trusted."""
    ca, other = trustme.CA(), trustme.CA()
    other.cert_pem.write_to_path(tmp_path / "other.pem")
    ca.cert_pem.write_to_path(tmp_path / "ca.pem")
    server = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    ca.issue_cert("127.0.0.1").configure_cert(server)  # pyright: ignore[reportUnknownMemberType]  of pyOpenSSL too
    with FakeEngine(tls=server) as engine:
        engine.reply("GET", "/_ping", 200, b"OK")
        for config in (TLSConfig(), TLSConfig(ca_cert=tmp_path / "other.pem")):
            with (
                DockerClient(engine.url, "1.45", tls=config) as client,
                pytest.raises(DockerException, match="certificate is refused"),
            ):
                client.ping()
        with DockerClient(engine.url, "1.45", tls=TLSConfig(ca_cert=tmp_path / "ca.pem")) as client:
            assert client.ping()
        assert len(engine.received("GET", "/_ping")) == 1


def test_an_unknown_context_is_an_error_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """docker-py 1.13: an unknown DOCKER_CONTEXT is passed over, and the default socket used."""
    monkeypatch.setenv("DOCKER_CONTEXT", "gone")
    for make in (docker.from_env, docker.from_context, DockerClient, docker.APIClient):
        with pytest.raises(ContextNotFound, match="there is no context 'gone'"):
            make()
    with pytest.raises(ContextNotFound):
        docker.ContextAPI.kwargs_from_context()


def test_the_version_is_capped_at_what_is_known(fake_engine: FakeEngine) -> None:
    """docker-py section 4: it speaks whatever version the engine has, known or not."""
    fake_engine.reply("GET", "/version", 200, {"ApiVersion": "1.99", "MinAPIVersion": "1.24"})
    fake_engine.reply("GET", "/_ping", 200, b"OK", {"Api-Version": "1.99"})
    with DockerClient(fake_engine.url) as client:
        assert client.api.api_version == API_VERSION == client.api_version


def test_nothing_is_sent_before_it_is_needed(fake_engine: FakeEngine) -> None:
    """docker-py section 2: from_env asks for the version before anybody wants anything."""
    with docker.from_env(environment={"DOCKER_HOST": fake_engine.url}) as client:
        assert client.api.base_url == fake_engine.url
        assert client.containers is not client.containers
    assert fake_engine.connections == []


def test_one_root_for_all_errors(fake_engine: FakeEngine) -> None:
    """docker-py section 4: what goes wrong on the way is an error of requests, and no DockerException."""
    fake_engine.script("GET", "/info", Do.RESET)
    fake_engine.script("GET", "/info", Do.RESET)
    fake_engine.reply("GET", "/version", 500, {"message": "broken"})
    with DockerClient(fake_engine.url, version="1.45") as client:
        with pytest.raises(DockerException) as lost:
            client.info()
        assert isinstance(lost.value, ConnectionError)
        with pytest.raises(APIError) as caught:
            client.version()
        assert (caught.value.status_code, caught.value.is_server_error()) == (500, True)
        assert caught.value.response.reason == "Internal Server Error"
    with pytest.raises(DockerException) as nobody, DockerClient("unix:///nowhere", version="1.45") as client:
        client.ping()
    assert isinstance(nobody.value, ConnectionError)


def test_streams_left_open_close_without_a_warning(fake_engine: FakeEngine) -> None:
    """docker-py section 3: a stream that is not read to its end leaves a socket behind."""
    fake_engine.script("GET", "/events", reply(200, b'{"Action":"start"}\n' * 3))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with DockerClient(fake_engine.url, version="1.45") as client:
            stream = client.events(decode=True)
            assert next(stream)["Action"] == "start"
            stream.close()
            stream.close()
    fake_engine.wait_closed()


def test_a_login_can_be_taken_back(fake_engine: FakeEngine) -> None:
    """docker-py section 3: there is no logout."""
    fake_engine.reply("POST", "/auth", 200, {"Status": "Login Succeeded", "IdentityToken": ""})
    with DockerClient(fake_engine.url, version="1.45") as client:
        client.login("me", "secret", registry="r:5000")
        assert client.engine.keyring is not None
        assert client.engine.keyring.lookup("r:5000") is not None
        client.logout("r:5000")
        client.logout("r:5000")
        assert client.engine.keyring.lookup("r:5000") is None


def test_a_file_of_credentials_can_be_named(fake_engine: FakeEngine, tmp_path: Path) -> None:
    """docker-py section 3: what login() is given in dockercfg_path counts for that call, and is then forgotten."""
    file = tmp_path / "other.json"
    file.write_text('{"auths": {"r:5000": {"auth": "bWU6c2VjcmV0"}}}')
    with DockerClient(fake_engine.url, version="1.45") as client:
        keyring = client.engine.keyring
        assert keyring is not None
        client.api.reload_config(str(file))
        assert (keyring.lookup("r:5000") or {})["username"] == "me"
        client.api.reload_config()
        assert keyring.lookup("r:5000") is None


def test_a_wrong_name_tells_where_it_is(fake_engine: FakeEngine) -> None:
    with DockerClient(fake_engine.url, version="1.45") as client:
        with pytest.raises(AttributeError, match=r"'inspect_container'; it is .*: client\.api\.inspect_container\(\)"):
            client.inspect_container("c")  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]  this is wrong
        with pytest.raises(AttributeError, match=r"has no attribute 'nothing'$"):
            client.nothing  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]  # noqa: B018  this is wrong
        assert not hasattr(client, "_repr_html_")


def test_arguments_have_docker_pys_places() -> None:
    kinds = [each.kind for each in inspect.signature(DockerClient).parameters.values()][:9]
    assert set(kinds) == {inspect.Parameter.POSITIONAL_OR_KEYWORD}


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("unix://var/run/docker.sock", "unix:///var/run/docker.sock"),
        ("unix://", "unix:///var/run/docker.sock"),
        ("http+unix:///s", "unix:///s"),
        ("127.0.0.1:2375", "tcp://127.0.0.1:2375"),
        (":2375", "tcp://127.0.0.1:2375"),
        ("tcp://:2375", "tcp://127.0.0.1:2375"),
        ("engine:1", "tcp://engine:1"),
    ],
)
def test_addresses_as_docker_py_takes_them(address: str, url: str) -> None:
    assert DockerClient(address).endpoint.url == url


def test_nothing_is_looked_up_without_a_name(fake_engine: FakeEngine) -> None:
    nouns = ("containers", "images", "networks", "volumes", "configs", "secrets", "services", "nodes", "plugins")
    with DockerClient(fake_engine.url, version="1.45") as client:
        for noun in nouns:
            with pytest.raises(NullResource, match="must not be empty: give an id or a name"):
                getattr(client, noun).get("")
    assert fake_engine.requests == []
