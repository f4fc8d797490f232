"""The end of connections in both directions that is asked for on this side."""

import asyncio
import gc

import aiohttp
import pytest

from dockwright.aio import (
    ConnectionLost,
    Docker,
)
from tests.fakes.engine import Do, FakeEngine, upgraded

from .conftest import MULTIPLEXED, Closed, Received
from .test_stream import FRAMES, MANY, ONE, START, TWO, answer, start


@pytest.fixture
def hanging(fake_engine: FakeEngine) -> FakeEngine:
    """An engine that switches, writes two messages and waits."""
    answer(fake_engine, Do.HANG, first=FRAMES)
    return fake_engine


@pytest.mark.usefixtures("hanging")
class TestClosing:
    """Both directions end at once, however that is asked for."""

    async def test_twice(self, docker: Docker, closed: Closed) -> None:
        stream = await start(docker).open()
        await stream.close()
        await stream.aclose()
        await closed()
        assert await stream.read_out() is None
        with pytest.raises(RuntimeError, match="this stream is closed"):
            await stream.write_in(b"more")

    async def test_by_leaving_the_block_with_an_error(self, docker: Docker, closed: Closed) -> None:
        async def fail() -> None:
            async with start(docker) as stream:
                assert await stream.read_out() == ONE
                raise LookupError

        with pytest.raises(LookupError):
            await fail()
        await closed()

    async def test_by_forgetting(self, docker: Docker, closed: Closed) -> None:
        # With debugging, aiohttp warns of a response that nobody closed.
        asyncio.get_running_loop().set_debug(True)
        async for message in start(docker):
            assert message == ONE
            break
        gc.collect()
        await closed()

    async def test_while_more_is_waited_for(self, docker: Docker, closed: Closed) -> None:
        stream = start(docker)
        assert [await stream.read_out(), await stream.read_out()] == [ONE, TWO]
        waiting = asyncio.ensure_future(stream.read_out())
        await asyncio.sleep(0)
        await stream.close()
        assert await waiting is None
        await closed()

    async def test_of_the_client(self, docker: Docker, closed: Closed) -> None:
        stream = start(docker)
        assert [await stream.read_out(), await stream.read_out()] == [ONE, TWO]
        waiting = asyncio.ensure_future(stream.read_out())
        await asyncio.sleep(0)
        await docker.close()
        await closed()
        with pytest.raises(ConnectionLost):
            await waiting
        await stream.close()

    async def test_of_the_client_while_a_write_waits(self, docker: Docker, closed: Closed) -> None:
        stream = start(docker)
        assert await stream.read_out() == ONE
        writing = asyncio.ensure_future(stream.write_in(b"x" * MANY))
        for _ in range(5):
            await asyncio.sleep(0)
        await docker.close()
        with pytest.raises(ConnectionLost):
            await writing
        await closed()

    @pytest.mark.parametrize("how", ["stream", "client"])
    async def test_while_a_write_waits_in_a_session_of_the_callers(self, hanging: FakeEngine, how: str) -> None:
        connector = aiohttp.UnixConnector(hanging.url.removeprefix("unix://"))
        async with aiohttp.ClientSession(connector=connector) as session:
            docker = Docker(hanging.url, session=session, api_version="1.45")
            stream = start(docker)
            assert await stream.read_out() == ONE
            writing = asyncio.ensure_future(stream.write_in(b"x" * MANY))
            for _ in range(5):
                await asyncio.sleep(0)
            await (stream.close() if how == "stream" else docker.close())
            with pytest.raises(ConnectionLost):
                await writing
            await asyncio.to_thread(hanging.wait_closed)
            await docker.close()

    async def test_of_a_session_of_the_callers(self, hanging: FakeEngine) -> None:
        connector = aiohttp.UnixConnector(hanging.url.removeprefix("unix://"))
        session = aiohttp.ClientSession(connector=connector)
        async with Docker(hanging.url, session=session, api_version="1.45") as docker, start(docker) as stream:
            assert await stream.read_out() == ONE
            await session.close()
            assert await stream.read_out() == TWO
            with pytest.raises(ConnectionLost):
                await stream.read_out()
        await asyncio.to_thread(hanging.wait_closed)

    async def test_the_connection_is_not_used_again(self, docker: Docker, fake_engine: FakeEngine) -> None:
        async with start(docker):
            pass
        assert await docker.system.ping()
        assert [request.connection for request in fake_engine.requests] == [1, 2]


async def test_closing_while_it_is_opened(
    docker: Docker, fake_engine: FakeEngine, received: Received, closed: Closed
) -> None:
    gate = fake_engine.gate()
    fake_engine.script("POST", START, gate, upgraded(MULTIPLEXED), Do.HANG)
    stream = start(docker)
    opening = asyncio.ensure_future(stream.open())
    await received("POST", START)
    await stream.close()
    gate.open()
    with pytest.raises(RuntimeError, match="closed while it was opened"):
        await opening
    await closed()


async def test_a_stream_that_was_never_opened_sends_nothing(docker: Docker, fake_engine: FakeEngine) -> None:
    stream = start(docker)
    await stream.close()
    with pytest.raises(RuntimeError, match="this stream is closed"):
        await stream.open()
    assert fake_engine.connections == []
