"""Engines behind ssh, with a real sshd and the docker command on the other side; both faces."""

import asyncio
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, contextmanager
from pathlib import Path
from stat import filemode

import pytest

from dockwright.aio import ConnectionLost, DeadlineExceeded, Docker, DockerContainer, DockerError, EngineUnreachable
from dockwright.aio.ssh import SSHConnector
from dockwright.aio.stream import Message
from dockwright.policy.timeouts import Deadlines
from dockwright.sync import Container, DockerClient
from tests.engines import Engine, PrivateEngine
from tests.engines.sshd import HOST, USER, Machine

pytestmark = pytest.mark.private_engine


@pytest.fixture(scope="session")
def machines(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[int], Machine]]:
    """Machines with an engine behind them, by how many sessions they take in one login."""
    assert isinstance(engine, PrivateEngine)
    base = tmp_path_factory.mktemp("sshd")
    started: dict[int, Machine] = {}

    def machine(sessions: int) -> Machine:
        if sessions not in started:
            folder = base / str(sessions)
            folder.mkdir()
            started[sessions] = Machine.start(engine, folder, sessions=sessions)
        return started[sessions]

    yield machine
    for each in started.values():
        each.stop()


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder for what is temporary, in which clients must leave nothing, nor any process that knows it."""
    with tempfile.TemporaryDirectory() as folder:
        monkeypatch.setattr(tempfile, "tempdir", folder)
        yield Path(folder)
        until(lambda: not processes(folder))
        assert os.listdir(folder) == []
        # They would be zombies: of processes that ended, all were waited for.
        assert children_that_ended() == []


@pytest.fixture
def machine(machines: Callable[[int], Machine], here: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """A machine that this user can log in to."""
    return prepared(machines(64), monkeypatch)


def prepared(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> Machine:
    machine.install()
    monkeypatch.setenv("PATH", f"{machine.configure()}:{os.environ['PATH']}")
    return machine


def processes(folder: str) -> list[tuple[int, str]]:
    """Give the processes that have a folder in their command line, each with its number."""
    found: list[tuple[int, str]] = []
    for each in Path("/proc").glob("[0-9]*"):
        try:
            line = (each / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        if folder in line:
            found.append((int(each.name), line))
    return found


def masters(folder: Path) -> list[int]:
    """Give the numbers of the processes that hold a login."""
    return [number for number, line in processes(str(folder)) if " -M " in line]


def children_that_ended() -> list[str]:
    states: list[str] = []
    for each in Path("/proc").glob("[0-9]*"):
        try:
            name, _, rest = (each / "stat").read_text().rpartition(")")
        except OSError:
            continue
        if rest.split()[:2] == ["Z", str(os.getpid())] and "ssh" in name:
            states.append(name)
    return states


def until(condition: Callable[[], bool]) -> None:
    """Wait until something is so, which it soon is; a test fails where it never is."""
    for _ in range(1000):
        if condition():
            return
        time.sleep(0.01)
    pytest.fail("it did not happen")


@pytest.fixture
def sleeping(engine: Engine, machine: Machine, unique_name: str, labels: dict[str, str]) -> Iterator[str]:
    """The name of a container that only waits."""
    body = {"Image": engine.image, "Cmd": ["sleep", "600"], "Labels": labels}
    assert engine.request("POST", f"/containers/create?name={unique_name}", body).status == 201
    assert engine.request("POST", f"/containers/{unique_name}/start").status == 204
    yield unique_name
    engine.request("DELETE", f"/containers/{unique_name}?force=1")


@contextmanager
def agent(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Generator[None]:
    """An agent with the key of the user."""
    place = folder / "agent"
    with subprocess.Popen(["ssh-agent", "-D", "-a", str(place)], stdout=subprocess.DEVNULL) as process:
        until(place.exists)
        monkeypatch.setenv("SSH_AUTH_SOCK", str(place))
        subprocess.run(["ssh-add", "-q", str(folder / "user")], check=True)
        yield
        process.terminate()


def modes(folder: Path) -> list[str]:
    """Give who may do what with the folders and files in a folder."""
    return [filemode(each.stat().st_mode) for each in sorted(folder.rglob("*"))]


async def fails(url: str, kind: type[DockerError] = EngineUnreachable) -> list[str]:
    """Call with both faces, which must fail alike, and give what they say."""
    said: list[str] = []
    async with Docker(url) as docker:
        with pytest.raises(kind) as caught:
            await docker.version()
        said.append(caught.value.message)
    with DockerClient(url) as client:
        with pytest.raises(kind) as caught:
            client.version()
        said.append(caught.value.message)
    return said


async def works(url: str, engine: Engine) -> None:
    async with Docker(url) as docker:
        assert (await docker.version())["Version"] == engine.version
    with DockerClient(url) as client:
        assert client.version()["Version"] == engine.version


class TestLogin:
    async def test_with_a_key_and_a_known_host(self, machine: Machine, engine: Engine) -> None:
        await works(machine.url, engine)

    async def test_the_settings_of_the_user_count(self, machine: Machine, engine: Engine) -> None:
        """Also fault A4 of aiodocker: it ignores the name and the jump host that they give."""
        before = machine.logins()
        inner = f"Host inner\n HostName {HOST}\n Port {machine.port}\n User {USER}\n ProxyJump ssh://{USER}@localhost:{machine.port}\n"
        machine.configure(inner)
        await works("ssh://inner", engine)
        assert machine.logins() - before == 4

    async def test_with_an_agent(self, machine: Machine, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
        machine.configure(IdentityFile="/dev/null", IdentitiesOnly="no")
        with agent(machine.folder, monkeypatch):
            await works(machine.url, engine)
        await fails(machine.url)

    async def test_settings_that_are_not_for_us(self, machine: Machine, engine: Engine) -> None:
        """What a user has for logging in by hand must not get into the way."""
        machine.configure(
            RemoteCommand="echo hello",
            RequestTTY="force",
            ControlMaster="auto",
            ControlPath=str(machine.folder / "own"),
            LocalForward=f"{machine.folder / 'forwarded'} /nowhere",
            PermitLocalCommand="yes",
            LocalCommand=f"touch {machine.folder / 'touched'}",
        )
        await works(machine.url, engine)
        assert not any((machine.folder / name).exists() for name in ("own", "forwarded", "touched"))

    async def test_a_socket_over_there(self, machine: Machine, engine: Engine) -> None:
        machine.install("export DOCKER_HOST=unix:///nowhere")
        await works(f"{machine.url}{engine.socket}", engine)

    async def test_nothing_of_the_environment_is_passed_on(
        self, machine: Machine, engine: Engine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("SECRET_TOKEN", "confidential")
        monkeypatch.setenv("DOCKER_CONFIG", "confidential")
        machine.install(f"env >>{machine.folder / 'environment'}")
        await works(machine.url, engine)
        environment = (machine.folder / "environment").read_text()
        assert "DOCKER_HOST=" in environment
        assert "confidential" not in environment


class TestFailures:
    async def test_an_unknown_host(self, machine: Machine) -> None:
        machine.configure(UserKnownHostsFile="/dev/null")
        for said in await fails(machine.url):
            assert "Host key verification failed" in said
            assert "accept the key" in said
            assert machine.url in said

    async def test_a_host_with_another_key(self, machine: Machine) -> None:
        known = machine.folder / "other_hosts"
        known.write_text(f"[{HOST}]:{machine.port} {(machine.folder / 'stranger.pub').read_text()}")
        machine.configure(UserKnownHostsFile=str(known))
        for said in await fails(machine.url):
            assert "Host key verification failed" in said
            assert "somebody may be in between" in said

    async def test_a_key_that_is_not_accepted(self, machine: Machine) -> None:
        machine.configure(IdentityFile=str(machine.folder / "stranger"))
        for said in await fails(machine.url):
            assert "Permission denied (publickey)" in said
            assert "agent" in said

    async def test_no_ssh_here(self, machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PATH", "/nowhere")
        for said in await fails(machine.url):
            assert "the program ssh is not on the PATH" in said

    async def test_no_docker_over_there(self, machine: Machine) -> None:
        machine.uninstall()
        for said in await fails(machine.url):
            assert "docker: not found" in said
            assert "install the docker command over there" in said

    async def test_no_engine_over_there(self, machine: Machine) -> None:
        for said in await fails(f"{machine.url}/nowhere/docker.sock"):
            assert "/nowhere/docker.sock" in said
            assert "start the engine over there" in said

    async def test_no_server(self, machine: Machine) -> None:
        for said in await fails(f"ssh://{USER}@{HOST}:1"):
            assert "Connection refused" in said

    async def test_a_server_that_does_not_answer(self, machine: Machine, here: Path) -> None:
        machine.configure(ProxyCommand=f"sh -c 'sleep 600; : {here}'")
        deadlines = Deadlines(connect=0.2)
        async with Docker(machine.url, timeout=deadlines) as docker:
            with pytest.raises(DeadlineExceeded) as caught:
                await docker.version()
            assert caught.value.limit == "connect"
        with DockerClient(machine.url, timeout=deadlines) as client:
            with pytest.raises(DeadlineExceeded) as caught:
                client.version()
            assert caught.value.limit == "connect"


class TestSharing:
    async def test_twenty_calls_share_one_login(self, machine: Machine, here: Path) -> None:
        before = machine.logins()
        async with Docker(machine.url) as docker:
            assert len(await asyncio.gather(*(docker.containers.list() for _ in range(20)))) == 20
            assert len(masters(here)) == 1
        assert machine.logins() - before == 1

    def test_twenty_threads_share_one_login(self, machine: Machine, here: Path, engine: Engine) -> None:
        before = machine.logins()
        with DockerClient(machine.url) as client, ThreadPoolExecutor(20) as threads:
            calls = [threads.submit(client.version) for _ in range(20)]
            assert {call.result()["Version"] for call in calls} == {engine.version}
            assert len(masters(here)) == 1
        assert machine.logins() - before == 1

    async def test_more_than_a_server_takes_in_one_login(
        self, machines: Callable[[int], Machine], here: Path, engine: Engine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        machine = prepared(machines(2), monkeypatch)
        before = machine.logins()
        async with Docker(machine.url) as docker, AsyncExitStack() as streams:
            for _ in range(5):
                await streams.enter_async_context(await docker.api.system.events())
            assert (await docker.version())["Version"] == engine.version
        assert machine.logins() - before > 1

    async def test_the_folder_is_for_this_user_alone(self, machine: Machine, here: Path) -> None:
        async with Docker(machine.url) as docker:
            await docker.version()
            assert modes(here) == ["drwx------", "srw-------"]

    async def test_a_client_without_a_call_logs_in_nowhere(self, machine: Machine, here: Path) -> None:
        before = machine.logins()
        async with Docker(machine.url):
            pass
        with DockerClient(machine.url):
            pass
        assert machine.logins() == before

    async def test_a_login_that_is_gone_is_made_again(self, machine: Machine, here: Path, engine: Engine) -> None:
        async with Docker(machine.url) as docker:
            await docker.version()
            os.kill(masters(here)[0], signal.SIGKILL)
            until(lambda: len(processes(str(here))) == 0)
            assert (await docker.version())["Version"] == engine.version
        with DockerClient(machine.url) as client:
            client.version()
            os.kill(masters(here)[0], signal.SIGKILL)
            until(lambda: len(masters(here)) == 0)
            assert client.version()["Version"] == engine.version

    async def test_a_connector_of_the_callers(self, machine: Machine, engine: Engine) -> None:
        connector = SSHConnector(machine.url)
        for _ in range(2):
            async with Docker(machine.url, connector=connector) as docker:
                assert (await docker.version())["Version"] == engine.version
        await connector.close()

    def test_a_forgotten_client_ends_its_login(self, machine: Machine) -> None:
        program = "import sys; from dockwright.sync import DockerClient; c = DockerClient(sys.argv[1]); c.version()"
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(("handwritten", "generated"))}
        environment["TMPDIR"] = tempfile.gettempdir()
        subprocess.run([sys.executable, "-c", program, machine.url], env=environment, check=True)


class TestStreams:
    async def test_exec_with_half_close(self, machine: Machine, sleeping: str) -> None:
        """Fault C8 of aiodocker: over ssh the end of one direction cuts the other off."""
        async with Docker(machine.url) as docker:
            command = await docker.containers.container(sleeping).exec(["sh", "-c", "cat; echo end >&2"], stdin=True)
            async with command.start() as stream:
                await stream.write_in(b"hello\n")
                assert await stream.read_out() == Message(1, b"hello\n")
                await stream.write_eof()
                assert [message async for message in stream] == [Message(2, b"end\n")]

    def test_exec_with_half_close_sync(self, machine: Machine, sleeping: str) -> None:
        with DockerClient(machine.url) as client:
            container = client.containers.get(sleeping)
            with container.exec_run(["sh", "-c", "cat; echo end >&2"], socket=True, stdin=True).output as stream:
                stream.write_in(b"hello\n")
                assert stream.read_out() == Message(1, b"hello\n")
                stream.write_eof()
                assert list(stream) == [Message(2, b"end\n")]

    async def test_a_megabyte_through_a_command(self, machine: Machine, sleeping: str) -> None:
        data = bytes(range(256)) * 4096
        received = bytearray()
        async with Docker(machine.url) as docker:
            command = await docker.containers.container(sleeping).exec("cat", stdin=True)

            async def send() -> None:
                await stream.write_in(data)
                await stream.write_eof()

            async with command.start() as stream:
                sending = asyncio.ensure_future(send())
                async for message in stream:
                    received += message.data
                await sending
        assert bytes(received) == data

    async def test_what_was_written_before_closing_arrives(self, machine: Machine, sleeping: str) -> None:
        async with Docker(machine.url) as docker:
            container = docker.containers.container(sleeping)
            async with (await container.exec(["sh", "-c", "cat >/tmp/aio"], stdin=True)).start() as stream:
                await stream.write_in(b"x" * 100_000)
        with DockerClient(machine.url) as client:
            of_client = client.containers.get(sleeping)
            with of_client.exec_run(["sh", "-c", "cat >/tmp/sync"], socket=True, stdin=True).output as stream_:
                stream_.write_in(b"x" * 100_000)
        with DockerClient(machine.url) as client:
            of_client = client.containers.get(sleeping)
            until(lambda: [len(of_client.read_file(f"/tmp/{name}")) for name in ("aio", "sync")] == [100_000] * 2)

    async def test_logs_are_followed(
        self, machine: Machine, engine: Engine, unique_name: str, labels: dict[str, str]
    ) -> None:
        command = ["sh", "-c", "echo one; read line; echo two"]
        config = {"Image": engine.image, "Cmd": command, "Labels": labels, "OpenStdin": True, "StdinOnce": True}
        async with Docker(machine.url) as docker:
            container = await docker.containers.run(config, name=unique_name)
            async with container.messages(follow=True) as log:
                assert await anext(log) == Message(1, b"one\n")
                async with container.attach(stdin=True) as stream:
                    await stream.write_in(b"go\n")
                    assert [message async for message in log] == [Message(1, b"two\n")]
            with DockerClient(machine.url) as client:
                assert b"".join(client.containers.get(unique_name).logs(stream=True)) == b"one\ntwo\n"
            await container.delete(force=True)

    async def test_files_are_copied(self, machine: Machine, sleeping: str, tmp_path: Path) -> None:
        data = os.urandom(3_000_000)
        async with Docker(machine.url) as docker:
            container: DockerContainer = docker.containers.container(sleeping)
            await container.copy_to({"there/file": data}, "/tmp")
            await container.copy_from("/tmp/there", tmp_path / "aio")
        with DockerClient(machine.url) as client:
            of_client: Container = client.containers.get(sleeping)
            assert of_client.read_file("/tmp/there/file") == data
            of_client.copy_to({"again/file": data}, "/tmp")
            of_client.copy_from("/tmp/again", tmp_path / "sync")
        assert (tmp_path / "aio/file").read_bytes() == (tmp_path / "sync/file").read_bytes() == data

    async def test_a_login_that_is_killed(self, machine: Machine, here: Path, sleeping: str) -> None:
        async with Docker(machine.url) as docker:
            container = docker.containers.container(sleeping)
            log = await container.messages(follow=True).open()
            attached = await container.attach(stdout=True).open()
            os.kill(masters(here)[0], signal.SIGKILL)
            with pytest.raises(ConnectionLost):
                await anext(log)
            with pytest.raises(ConnectionLost):
                await attached.read_out()
            await log.aclose()
            await attached.close()

    def test_a_login_that_is_killed_sync(self, machine: Machine, here: Path, sleeping: str) -> None:
        with DockerClient(machine.url) as client:
            container = client.containers.get(sleeping)
            log = container.messages(follow=True).open()
            attached = container.attach_socket({"stdout": True, "stream": True})
            os.kill(masters(here)[0], signal.SIGKILL)
            with pytest.raises(ConnectionLost):
                next(log)
            with pytest.raises(ConnectionLost):
                attached.read_out()
            log.close()
            attached.close()
