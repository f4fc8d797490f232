"""TLS with a real engine that wants certificates: it works with the right ones, and with nothing else.

Never is anything sent in clear text where TLS was asked for, in whatever spelling; what went wrong is said, with the
way out.
"""

import contextlib
import hashlib
import json
import socket
import ssl
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme

from dockwright.aio import ConnectionLost, Docker, DockerError, EngineUnreachable, UnexpectedReply
from dockwright.sync import DockerClient, TLSConfig, from_context, from_env
from tests.engines import Engine, Engines, PrivateEngine
from tests.engines.relay import Relay

pytestmark = pytest.mark.private_engine

ADDRESS = "127.0.0.1"
PAST = datetime.now(UTC) - timedelta(days=1)


def write(folder: Path, authority: trustme.CA, certificate: trustme.LeafCert | None = None) -> Path:
    """Write the files of one side under the names that the docker command gives them."""
    folder.mkdir(exist_ok=True)
    authority.cert_pem.write_to_path(folder / "ca.pem")
    if certificate is not None:
        certificate.cert_chain_pems[0].write_to_path(folder / "cert.pem")
        certificate.private_key_pem.write_to_path(folder / "key.pem")
    return folder


@dataclass
class Secured:
    """An engine with TLS on a port of this machine, and the files of clients, good and bad."""

    engine: PrivateEngine
    authority: trustme.CA
    port: int
    folder: Path

    @property
    def url(self) -> str:
        return f"tcp://{ADDRESS}:{self.port}"

    def client(self, name: str = "good") -> Path:
        return self.folder / name

    def environment(self, client: str = "good", **more: str) -> dict[str, str]:
        settings = {"HOME": str(self.folder), "DOCKER_HOST": self.url, "DOCKER_TLS_VERIFY": "1"}
        return settings | {"DOCKER_CERT_PATH": str(self.client(client))} | more

    def context(self, client: str = "good") -> ssl.SSLContext:
        files = self.client(client)
        context = ssl.create_default_context(cafile=files / "ca.pem")
        if (files / "cert.pem").exists():
            context.load_cert_chain(files / "cert.pem", files / "key.pem")
        return context


@pytest.fixture(scope="session")
def secured(engine: Engine, engines: Engines, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Secured]:
    """An engine of the same release that listens with TLS."""
    folder = tmp_path_factory.mktemp("tls")
    authority, other = trustme.CA(), trustme.CA()
    server = write(folder / "server", authority, authority.issue_cert(ADDRESS))
    user = "user@example.org"
    write(folder / "good", authority, authority.issue_cert(user))
    write(folder / "no-certificate", authority)
    write(folder / "wrong-authority", other, authority.issue_cert(user))
    write(folder / "wrong-certificate", authority, other.issue_cert(user))
    write(folder / "expired", authority, authority.issue_cert(user, not_before=PAST - timedelta(1), not_after=PAST))
    started = engines.start(engine.name)
    started.listen_with_tls(server)
    with Relay(lambda: started.connect(PrivateEngine.TLS_PORT)) as relay:
        yield Secured(started, authority, relay.port, folder)
    started.stop()


async def fails(url: str, context: ssl.SSLContext | None) -> list[DockerError]:
    """Call with both faces, which must fail alike, and give the errors."""
    errors: list[DockerError] = []
    async with Docker(url, ssl_context=context) as docker:
        with pytest.raises(DockerError) as caught:
            await docker.version()
        errors.append(caught.value)
    with DockerClient(url, tls=context) as client:
        with pytest.raises(DockerError) as caught:
            client.version()
        errors.append(caught.value)
    return errors


class TestRightCertificates:
    """The engine answers, however TLS was asked for."""

    @pytest.mark.parametrize("scheme", ["tcp", "http", "https"])
    async def test_an_explicit_context(self, secured: Secured, scheme: str) -> None:
        """Fault A1 of aiodocker: with tcp:// and an ssl_context it talks in clear text."""
        url = secured.url.replace("tcp", scheme)
        async with Docker(url, ssl_context=secured.context()) as docker:
            assert (await docker.version())["Version"] == secured.engine.version
        with DockerClient(url, tls=secured.context()) as client:
            assert client.version()["Version"] == secured.engine.version

    @pytest.mark.parametrize("spelling", ["1", "true", "0"])
    async def test_the_environment(self, secured: Secured, monkeypatch: pytest.MonkeyPatch, spelling: str) -> None:
        environment = secured.environment(DOCKER_TLS_VERIFY=spelling)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        async with Docker() as docker:
            assert (await docker.version())["Version"] == secured.engine.version
        with from_env(environment=environment) as client:
            assert client.ping()

    async def test_a_context_of_the_docker_command(self, secured: Secured, monkeypatch: pytest.MonkeyPatch) -> None:
        make_context(secured, "good", secured.url)
        monkeypatch.setenv("DOCKER_CONFIG", str(secured.folder / "config"))
        async with Docker(context="good") as docker:
            assert (await docker.version())["Version"] == secured.engine.version
        with from_context("good") as client:
            assert client.ping()

    def test_docker_pys_configuration(self, secured: Secured) -> None:
        files = secured.client()
        tls = TLSConfig((files / "cert.pem", files / "key.pem"), files / "ca.pem")
        with DockerClient(secured.url, tls=tls) as client:
            assert client.ping()

    async def test_a_session_of_the_callers(self, secured: Secured) -> None:
        import aiohttp

        async with (
            aiohttp.ClientSession() as session,
            Docker(secured.url, session=session, ssl_context=secured.context()) as docker,
        ):
            assert await docker.system.ping()


FAULTS = [
    ("no-certificate", "we show none"),
    ("wrong-certificate", "refuses our certificate"),
    ("expired", "refuses our certificate"),
    ("wrong-authority", "the engine's certificate is refused"),
]


class TestWrongCertificates:
    """The engine is not reached, and the error says why and what to do."""

    @pytest.mark.parametrize(("client", "says"), FAULTS)
    async def test_a_client_that_is_not_right(self, secured: Secured, client: str, says: str) -> None:
        for error in await fails(secured.url, secured.context(client)):
            assert isinstance(error, EngineUnreachable)
            assert says in error.message
            assert "https://127.0.0.1" in error.message
            assert ".pem" in error.message

    async def test_another_name_than_that_of_the_certificate(self, secured: Secured) -> None:
        for error in await fails(f"tcp://localhost:{secured.port}", secured.context()):
            assert isinstance(error, EngineUnreachable)
            assert "use a name that its certificate has" in error.message

    async def test_the_authorities_of_this_machine_know_nothing_of_it(self, secured: Secured) -> None:
        for error in await fails(secured.url, ssl.create_default_context()):
            assert "name the authority that signed it" in error.message

    async def test_an_engine_whose_certificate_has_expired(self, secured: Secured) -> None:
        expired = secured.authority.issue_cert(ADDRESS, not_before=PAST - timedelta(1), not_after=PAST)
        server = secured.folder / "server"
        before = [(server / name).read_bytes() for name in ("cert.pem", "key.pem")]
        write(server, secured.authority, expired)
        try:
            secured.engine.restart()
            for error in await fails(secured.url, secured.context()):
                assert isinstance(error, EngineUnreachable)
                assert "expired; renew the engine's certificate" in error.message
        finally:
            for name, content in zip(("cert.pem", "key.pem"), before, strict=True):
                (server / name).write_bytes(content)
            secured.engine.restart()

    async def test_a_context_that_skips_verification_does_so(
        self, secured: Secured, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        make_context(secured, "lax", f"tcp://localhost:{secured.port}", SkipTLSVerify=True)
        make_context(secured, "strict", f"tcp://localhost:{secured.port}")
        monkeypatch.setenv("DOCKER_CONFIG", str(secured.folder / "config"))
        async with Docker(context="lax") as docker:
            assert await docker.system.ping()
        async with Docker(context="strict") as docker:
            with pytest.raises(EngineUnreachable, match="use a name that its certificate has"):
                await docker.system.ping()


class TestOneSideOnly:
    """TLS on one side and none on the other."""

    async def test_a_client_without_tls(self, secured: Secured) -> None:
        for error in await fails(secured.url, None):
            assert isinstance(error, UnexpectedReply)
            assert "If it wants TLS, ask for it: by DOCKER_TLS_VERIFY" in error.message

    async def test_an_engine_without_tls(self, engine: Engine, secured: Secured) -> None:
        with Relay(lambda: plain(engine)) as relay:
            for error in await fails(f"tcp://{ADDRESS}:{relay.port}", secured.context()):
                assert isinstance(error, EngineUnreachable)
                assert "does not speak TLS" in error.message

    @pytest.mark.parametrize("asked", ["ssl_context", "DOCKER_TLS_VERIFY", "DOCKER_CERT_PATH", "context"])
    async def test_nothing_is_sent_in_clear_text(
        self, secured: Secured, monkeypatch: pytest.MonkeyPatch, asked: str
    ) -> None:
        for name in ("DOCKER_TLS_VERIFY", "DOCKER_CERT_PATH", "DOCKER_HOST"):
            monkeypatch.delenv(name, raising=False)
        with socket.create_server((ADDRESS, 0)) as listener:
            url = f"tcp://{ADDRESS}:{listener.getsockname()[1]}"
            context = None
            if asked == "context":
                make_context(secured, "watched", url)
                monkeypatch.setenv("DOCKER_CONFIG", str(secured.folder / "config"))
                monkeypatch.setenv("DOCKER_CONTEXT", "watched")
            else:
                monkeypatch.setenv("DOCKER_HOST", url)
                monkeypatch.setenv("HOME", str(secured.folder))
            if asked == "DOCKER_TLS_VERIFY":
                monkeypatch.setenv(asked, "true")
            elif asked == "DOCKER_CERT_PATH":
                monkeypatch.setenv(asked, str(secured.client()))
            elif asked == "ssl_context":
                context = secured.context()
            with DockerClient(tls=context, timeout=0.2) as client, pytest.raises(DockerError):
                client.version()
            assert first_byte(listener) == HANDSHAKE
            async with Docker(ssl_context=context, timeout=0.2) as docker:
                with pytest.raises(DockerError):
                    await docker.version()
            assert first_byte(listener) == HANDSHAKE


HANDSHAKE = b"\x16"
"""What a TLS connection begins with."""


def first_byte(listener: socket.socket) -> bytes:
    stream, _ = listener.accept()
    with stream:
        stream.settimeout(10)
        return stream.recv(1)


def plain(engine: Engine) -> socket.socket:
    stream = socket.socket(socket.AF_UNIX)
    stream.connect(str(engine.socket))
    return stream


def make_context(secured: Secured, name: str, host: str, **endpoint: object) -> None:
    """Make a context of the docker command with the files of the good client."""
    identifier = hashlib.sha256(name.encode()).hexdigest()
    contexts = secured.folder / "config" / "contexts"
    meta, tls = contexts / "meta" / identifier, contexts / "tls" / identifier
    for folder in (meta, tls):
        folder.mkdir(parents=True, exist_ok=True)
    content: Mapping[str, object] = {"Name": name, "Endpoints": {"docker": {"Host": host, **endpoint}}}
    (meta / "meta.json").write_text(json.dumps(content))
    with contextlib.suppress(FileExistsError):
        (tls / "docker").symlink_to(secured.client())


class TestStreams:
    """Connections in both directions work over TLS too."""

    async def test_exec(self, secured: Secured, unique_name: str) -> None:
        async with Docker(secured.url, ssl_context=secured.context()) as docker:
            container = await docker.containers.run(
                {"Image": secured.engine.image, "Cmd": ["sleep", "60"]}, name=unique_name
            )
            try:
                result = await container.exec_run(["sh", "-c", "echo out; echo err >&2; exit 3"])
                assert (result.stdout, result.stderr, result.exit_code) == (b"out\n", b"err\n", 3)
                execution = await container.exec(["head", "-n1"], stdin=True)
                async with execution.start() as stream:
                    await stream.write_in(b"typed\n")
                    message = await stream.read_out()
                    assert message is not None
                    assert message.data == b"typed\n"
                    assert await stream.read_out() is None
            finally:
                await container.delete(force=True)

    async def test_one_direction_cannot_end_alone(self, secured: Secured, unique_name: str) -> None:
        async with Docker(secured.url, ssl_context=secured.context()) as docker:
            container = await docker.containers.run(
                {"Image": secured.engine.image, "Cmd": ["sleep", "60"]}, name=unique_name
            )
            try:
                execution = await container.exec(["cat"], stdin=True)
                async with execution.start() as stream:
                    await stream.write_in(b"typed\n")
                    with pytest.raises(ConnectionLost, match="TLS"):
                        await stream.write_eof()
            finally:
                await container.delete(force=True)

    def test_the_other_face(self, secured: Secured, unique_name: str) -> None:
        with DockerClient(secured.url, tls=secured.context()) as client:
            assert client.containers.run(secured.engine.image, "echo out", name=unique_name, remove=True) == b"out\n"
