"""The log of a container for subscribers."""

import asyncio

import pytest

from dockwright.aio import ConnectionLost, Docker, DockerLog
from tests.fakes.engine import LAST_CHUNK, Do, FakeEngine, chunk, frame, head

from .conftest import LOGS, Closed, Received, output


def log(docker: Docker) -> DockerLog:
    container = docker.containers.container("c")
    assert container.logs is container.logs
    return container.logs


async def test_lines_without_frames(docker: Docker, fake_engine: FakeEngine) -> None:
    """aiodocker B12: subscribers got the headers of the frames, too."""
    pieces = (frame(1, b"one\nt"), frame(2, b"err"), frame(1, b"wo\r\nthree"), frame(2, b"or\n"))
    fake_engine.script("GET", LOGS, *output(*pieces), LAST_CHUNK)
    reading = log(docker)
    early, late = reading.subscribe(), reading.subscribe()
    await reading.run(tail=5, follow=False)
    lines = [line async for line in early]
    assert lines == [b"one\n", b"two\r\n", b"error\n", b"three"]
    assert [line async for line in late] == lines
    assert reading.response is None
    (request,) = fake_engine.requests
    assert request.query == {"stdout": ["1"], "stderr": ["1"], "follow": ["1"], "tail": ["5"]}


async def test_a_terminal(docker: Docker, fake_engine: FakeEngine) -> None:
    """aiodocker B12: it knew nothing of terminals."""
    raw = {"Content-Type": "application/vnd.docker.raw-stream", "Transfer-Encoding": "chunked"}
    fake_engine.script("GET", LOGS, head(200, raw), chunk(b"on"), chunk(b"e\r\ntwo"), LAST_CHUNK)
    reading = log(docker)
    subscriber = reading.subscribe()
    await reading.run()
    assert [line async for line in subscriber] == [b"one\r\n", b"two"]


async def test_a_second_run(docker: Docker, fake_engine: FakeEngine, received: Received, closed: Closed) -> None:
    """aiodocker B12: the warning was a TypeError."""
    fake_engine.script("GET", LOGS, *output(frame(1, b"one\n")), Do.HANG)
    reading = log(docker)
    subscriber = reading.subscribe()
    running = asyncio.ensure_future(reading.run())
    assert await subscriber.get() == b"one\n"
    assert reading.response is not None
    with pytest.warns(RuntimeWarning, match="is being read already"):
        await reading.run()
    await reading.stop()
    await running
    await reading.stop()
    assert await subscriber.get() is None
    await closed()


async def test_a_fault(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", LOGS, *output(frame(1, b"one\n")), Do.CLOSE)
    reading = log(docker)
    subscriber = reading.subscribe()
    with pytest.raises(ConnectionLost):
        await reading.run()
    assert await subscriber.get() == b"one\n"
    with pytest.raises(ConnectionLost):
        await subscriber.get()
    assert await subscriber.get() is None


async def test_listen_is_deprecated(docker: Docker) -> None:
    with pytest.warns(DeprecationWarning, match=r"use subscribe\(\)"):
        assert log(docker).listen()
