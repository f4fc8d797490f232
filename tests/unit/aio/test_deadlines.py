"""Every limit of the timeout policy, what it says, and how it goes together with asyncio's own timeouts."""

import asyncio
import contextlib
import errno
import socket
from collections.abc import Iterator

import aiohttp
import pytest

from dockwright.aio import DeadlineExceeded, Deadlines, Docker, Timeouts
from dockwright.policy.timeouts import TimeoutOption
from dockwright_api import operations
from tests.fakes.engine import Do, FakeEngine, Pieces, chunk, chunked_head, reply

from .conftest import LOGS, Closed, output

SHORT = 0.02
LONG = 60


@pytest.fixture
def full_listener() -> Iterator[str]:
    """The address of a listener whose queue is full, so that connecting to it takes for ever."""
    with contextlib.ExitStack() as stack:
        listener = stack.enter_context(socket.socket())
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        for _ in range(8):
            waiting = stack.enter_context(socket.socket())
            waiting.setblocking(False)
            assert waiting.connect_ex(listener.getsockname()) in (0, errno.EINPROGRESS)
        yield f"tcp://127.0.0.1:{listener.getsockname()[1]}"


def check(error: BaseException, limit: str, operation: str, seconds: float = SHORT) -> None:
    assert isinstance(error, DeadlineExceeded)
    assert isinstance(error, TimeoutError)
    assert (error.limit, error.seconds, error.operation) == (limit, seconds, operation)
    assert str(error) == f"{operation}: the {limit} limit of {seconds:g} second{'' if seconds == 1 else 's'} passed"


async def test_connect(full_listener: str) -> None:
    async with Docker(full_listener, api_version="1.45", timeout=Deadlines(connect=SHORT, total=LONG)) as docker:
        with pytest.raises(DeadlineExceeded) as caught:
            await docker.system.info()
    check(caught.value, "connect", "SystemInfo")


async def test_first_byte(docker: Docker, fake_engine: FakeEngine, closed: Closed) -> None:
    fake_engine.script("GET", "/info", Do.HANG)
    with pytest.raises(DeadlineExceeded) as caught:
        await docker.send(operations.system.info(), timeout=Deadlines(first_byte=SHORT, total=LONG))
    check(caught.value, "first_byte", "SystemInfo")
    await closed()


@pytest.mark.parametrize(
    "sent", [b"", b"HTTP/1.1 200 OK\r\n", reply(200, {"Name": "a"})[:-1]], ids=["none", "head", "body"]
)
async def test_total(docker: Docker, fake_engine: FakeEngine, closed: Closed, sent: bytes) -> None:
    fake_engine.script("GET", "/info", sent, Do.HANG)
    with pytest.raises(DeadlineExceeded) as caught:
        await docker.send(operations.system.info(), timeout=SHORT)
    check(caught.value, "total", "SystemInfo")
    await closed()


async def test_idle(docker: Docker, fake_engine: FakeEngine, closed: Closed) -> None:
    fake_engine.script("GET", LOGS, *output(b"\x01"), Do.HANG)
    limits = Deadlines(first_byte=LONG, idle=SHORT, total=LONG)
    with pytest.raises(DeadlineExceeded) as caught:
        await docker.containers.container("c").messages(follow=True, timeout=limits).read_all()
    check(caught.value, "idle", "ContainerLogs")
    await closed()


async def test_total_ends_a_stream_that_never_pauses(docker: Docker, fake_engine: FakeEngine, closed: Closed) -> None:
    endless = b"".join(chunk(b"x" * 1000) for _ in range(100_000))
    fake_engine.script("GET", "/images/a/get", chunked_head("application/x-tar"), Pieces(endless, 10_000), Do.HANG)
    with pytest.raises(DeadlineExceeded) as caught:
        await (await docker.send(operations.images.export("a"), timeout=SHORT)).read_all()
    check(caught.value, "total", "ImageGet")
    await closed()


async def test_the_limits_of_the_client_apply(fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", "/info", Do.HANG)
    for timeout, limit in (
        (SHORT, "first_byte"),
        (Deadlines(total=SHORT), "total"),
        (Timeouts(unary=Deadlines(first_byte=SHORT)), "first_byte"),
        (aiohttp.ClientTimeout(total=SHORT), "total"),
    ):
        async with Docker(fake_engine.url, api_version="1.45", timeout=timeout) as docker:
            with pytest.raises(DeadlineExceeded) as caught:
                await docker.system.info()
            check(caught.value, limit, "SystemInfo")


async def test_an_int_is_as_good_as_a_float(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.script("POST", "/containers/c/wait", Do.HANG)
    with pytest.raises(DeadlineExceeded) as caught:
        await docker.containers.container("c").wait(timeout=1)
    check(caught.value, "total", "ContainerWait", 1.0)


async def test_what_the_engine_waits_is_added(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.script("POST", "/containers/c/stop", Do.HANG)
    with pytest.raises(DeadlineExceeded) as caught:
        await docker.containers.container("c").stop(t=1, timeout=0.25)
    check(caught.value, "total", "ContainerStop", 1.25)


@pytest.mark.parametrize("timeout", [None, LONG, Deadlines(), aiohttp.ClientTimeout(total=None)])
async def test_no_limit(fake_engine: FakeEngine, timeout: TimeoutOption) -> None:
    """A client whose own limits are short waits for a call that has none."""
    gate = fake_engine.gate()
    fake_engine.script("GET", "/info", gate, reply(200, {"Name": "late"}))
    limits = Timeouts(unary=Deadlines(first_byte=SHORT), stream=Deadlines(first_byte=SHORT))
    async with Docker(fake_engine.url, api_version="1.45", timeout=limits) as docker:
        unlimited = asyncio.ensure_future(docker.send(operations.system.info(), timeout=timeout))
        with pytest.raises(DeadlineExceeded):
            await docker.system.info()
        gate.open()
        assert (await unlimited).name == "late"


@pytest.mark.parametrize("timeout", [0, -1, float("nan"), "1", True])
async def test_what_is_no_limit_is_refused_before_anything_is_sent(fake_engine: FakeEngine, timeout: object) -> None:
    async with Docker(fake_engine.url) as docker:
        with pytest.raises((TypeError, ValueError), match="timeout must be"):
            await docker.containers.container("c").wait(timeout=timeout)  # type: ignore[arg-type]  # what is refused
    assert fake_engine.connections == []


@pytest.mark.parametrize("sent", [b"", reply(200, {"Name": "a"})[:-1]], ids=["before the reply", "inside the reply"])
async def test_a_timeout_around_a_call_stays_its_own(
    docker: Docker, fake_engine: FakeEngine, closed: Closed, sent: bytes
) -> None:
    fake_engine.script("GET", "/info", sent, Do.HANG)
    with pytest.raises(TimeoutError) as caught:
        async with asyncio.timeout(SHORT):
            await docker.send(operations.system.info(), timeout=LONG)
    assert type(caught.value) is TimeoutError
    await closed()
    assert await docker.system.ping()


async def test_a_limit_inside_a_longer_timeout_is_ours(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", "/info", Do.HANG)
    async with asyncio.timeout(LONG):
        with pytest.raises(DeadlineExceeded):
            await docker.send(operations.system.info(), timeout=SHORT)
