"""Commands that take too long are really gone, with everything that they started, in both faces."""

import asyncio
from collections.abc import AsyncIterator, Iterator

import pytest

from dockwright.aio import Docker, DockerContainer, ExecTimeout
from dockwright.sync import Container, DockerClient
from tests.engines import Engine

STUBBORN = """
trap '' TERM INT HUP
echo started
(trap '' TERM; sleep 1001) &
sh -c 'sleep 1002 & sleep 1003' &
env -i sleep 1004 &
setsid sleep 1005 &
while :; do sleep 1; done
"""
"""A command that ignores signals, with children, grandchildren, one without our environment and one of a session of its
own."""


@pytest.fixture
def client(engine: Engine) -> Iterator[DockerClient]:
    """A synchronous client of the engine."""
    with DockerClient(engine.url) as client:
        yield client


async def running(container: DockerContainer) -> str:
    """Give the command lines of what runs in a container."""
    processes = (await container.exec_run(["sh", "-c", "cat /proc/[0-9]*/cmdline | tr '\\0' ' '"])).stdout.decode()
    assert "sleep 600" in processes
    return processes


@pytest.mark.parametrize("user", ["", "1234"])
async def test_after_a_timeout_nothing_is_left(sleeper: DockerContainer, user: str) -> None:
    with pytest.raises(ExecTimeout) as caught:
        await sleeper.exec_run(["sh", "-c", STUBBORN], timeout=1, user=user)
    assert caught.value.killed
    assert caught.value.stdout == b"started\n"
    assert "the command was killed" in str(caught.value)
    assert "sleep 100" not in await running(sleeper)


async def test_after_a_cancellation_nothing_is_left(sleeper: DockerContainer) -> None:
    task = asyncio.ensure_future(sleeper.exec_run(["sh", "-c", STUBBORN]))
    while "sleep 1003" not in await running(sleeper):
        pass
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert "sleep 100" not in await running(sleeper)


async def test_a_limit_of_asyncio(sleeper: DockerContainer) -> None:
    with pytest.raises(TimeoutError) as caught:
        async with asyncio.timeout(0.5):
            await sleeper.exec_run(["sleep", "1001"])
    assert not isinstance(caught.value, ExecTimeout)
    assert "sleep 1001" not in await running(sleeper)


async def test_what_ends_in_time(sleeper: DockerContainer) -> None:
    assert (await sleeper.exec_run("echo x", timeout=60)).stdout == b"x\n"
    # Its output ends long before it does.
    result = await sleeper.exec_run(["sh", "-c", "exec >&- 2>&-; sleep 0.2; exit 4"])
    assert (result.exit_code, result.output) == (4, b"")


async def test_input_from_everywhere(sleeper: DockerContainer) -> None:
    async def later() -> AsyncIterator[bytes]:
        for number in range(3):
            await asyncio.sleep(0)
            yield b"%d\n" % number

    assert (await sleeper.exec_run("cat", stdin=b"")).stdout == b""
    assert (await sleeper.exec_run("cat", stdin=[b"a", b"b"])).stdout == b"ab"
    assert (await sleeper.exec_run("cat", stdin=later())).stdout == b"0\n1\n2\n"
    data = bytes(range(256)) * (1 << 14)
    assert (await sleeper.exec_run("cat", stdin=data, timeout=60)).stdout == data
    # It takes no more than it wants.
    assert (await sleeper.exec_run("head -c 3", stdin=data)).stdout == data[:3]


async def test_input_that_fails_kills_the_command(sleeper: DockerContainer) -> None:
    async def failing() -> AsyncIterator[bytes]:
        yield b"x"
        raise LookupError("no more")

    with pytest.raises(LookupError, match="no more"):
        await sleeper.exec_run(["sh", "-c", "cat; sleep 1001"], stdin=failing())
    assert "sleep 1001" not in await running(sleeper)


async def test_a_container_without_a_shell(
    docker: Docker, engine: Engine, unique_name: str, labels: dict[str, str]
) -> None:
    script = "cp /bin/busybox /sleep; rm -rf /bin /usr /sbin /busybox; exec /sleep 600"
    config = {"Image": engine.image, "Cmd": ["sh", "-c", script], "Labels": labels}
    container = await docker.containers.run(config, name=unique_name)
    try:
        while (await container.exec_run(["/sleep", "0"])).exit_code or (await exists(container, "/bin/sh")):
            pass
        with pytest.raises(ExecTimeout, match="was not killed and may still run: the image has no shell") as caught:
            await container.exec_run(["/sleep", "700"], timeout=0.5)
        assert not caught.value.killed
    finally:
        await container.delete(force=True)


async def exists(container: DockerContainer, path: str) -> bool:
    """Say whether a program is there."""
    try:
        return (await container.exec_run([path, "-c", "true"])).exit_code == 0
    except Exception:
        return False


@pytest.mark.usefixtures("sleeper")
class TestSync:
    """The same, where threads wait."""

    @pytest.fixture
    def container(self, client: DockerClient, unique_name: str, sleeper: DockerContainer) -> Container:
        return client.containers.get(unique_name)

    def left(self, container: Container) -> bytes:
        return container.exec_run(["sh", "-c", "cat /proc/[0-9]*/cmdline | tr '\\0' ' '"]).output

    @pytest.mark.parametrize("stream", [False, True])
    def test_after_a_timeout_nothing_is_left(self, container: Container, *, stream: bool) -> None:
        from dockwright.sync import ExecTimeout

        with pytest.raises(ExecTimeout) as caught:
            list(container.exec_run(["sh", "-c", STUBBORN], timeout=1, stream=stream).output)
        assert caught.value.killed
        assert b"sleep 100" not in self.left(container)

    def test_input_from_everywhere(self, container: Container) -> None:
        data = bytes(range(256)) * (1 << 14)
        assert container.exec_run("cat", stdin=b"").output == b""
        assert container.exec_run("cat", stdin=[b"a", b"b"]).output == b"ab"
        assert container.exec_run("cat", stdin=data, timeout=60).output == data
        assert container.exec_run("head -c 3", stdin=data).output == data[:3]

    def test_input_that_fails_kills_the_command(self, container: Container) -> None:
        def failing() -> Iterator[bytes]:
            yield b"x"
            raise LookupError("no more")

        with pytest.raises(LookupError, match="no more"):
            container.exec_run(["sh", "-c", "cat; sleep 1001"], stdin=failing())
        assert b"sleep 1001" not in self.left(container)
