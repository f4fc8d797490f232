"""Small requests go past aiohttp's session, and look to the engine as if they had not."""

import asyncio
from collections.abc import AsyncIterator

import aiohttp
import pytest

from dockwright.aio import ConnectionLost, Docker
from dockwright.aio.exchange import Exchange
from dockwright.wire.request import Request
from dockwright_api import operations
from tests.fakes.engine import Do, FakeEngine, reply

from .conftest import Closed

NO_LIMIT = aiohttp.ClientTimeout(total=None)


@pytest.fixture
async def counted(fake_engine: FakeEngine) -> AsyncIterator[tuple[Docker, list[str]]]:
    """A client on a session of the caller's that writes down what goes through it."""
    seen: list[str] = []

    async def started(session: object, context: object, parameters: aiohttp.TraceRequestStartParams) -> None:
        seen.append(f"{parameters.method} {parameters.url.path}")

    tracing = aiohttp.TraceConfig()
    tracing.on_request_start.append(started)
    connector = aiohttp.UnixConnector(fake_engine.url.removeprefix("unix://"))
    async with (
        aiohttp.ClientSession(connector=connector, trace_configs=[tracing]) as session,
        Docker(fake_engine.url, api_version="1.45", session=session) as docker,
    ):
        yield docker, seen


async def test_a_session_of_the_callers_sees_every_request(
    counted: tuple[Docker, list[str]], fake_engine: FakeEngine
) -> None:
    docker, seen = counted
    fake_engine.reply("GET", "/_ping", 200, b"OK")
    assert await docker.system.ping()
    assert await docker.system.ping()
    assert seen == ["GET /v1.45/_ping"] * 2


async def test_the_engine_gets_a_proper_request(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("POST", "/containers/create", 201, {"Id": "c", "Warnings": []})
    await docker.containers.create({"Image": "busybox"})
    (request,) = fake_engine.requests
    headers = {name.lower(): value for name, value in request.headers.items()}
    assert headers["host"] == "localhost"
    assert headers["accept-encoding"] == "identity"
    assert headers["content-type"] == "application/json"
    assert headers["content-length"] == str(len(request.body))
    assert "transfer-encoding" not in headers


async def test_connections_are_used_again(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/_ping", 200, b"OK")
    for _ in range(3):
        assert await docker.system.ping()
    assert {request.connection for request in fake_engine.requests} == {1}


async def test_news_before_the_reply_are_skipped(docker: Docker, fake_engine: FakeEngine) -> None:
    early = b"HTTP/1.1 103 Early Hints\r\nLink: </>\r\n\r\n"
    fake_engine.script("GET", "/_ping", early + reply(200, b"OK"))
    assert await docker.system.ping()


async def test_what_was_sent_and_changes_something_is_not_repeated(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/_ping", 200, b"OK")
    fake_engine.script("POST", "/containers/c/start", Do.RESET)
    assert await docker.system.ping()
    with pytest.raises(ConnectionLost):
        await docker.send(operations.containers.start("c"))
    assert [request.method for request in fake_engine.requests] == ["GET", "POST"]


async def test_cancelling_closes_the_connection(docker: Docker, fake_engine: FakeEngine, closed: Closed) -> None:
    fake_engine.script("GET", "/_ping", Do.HANG)
    task = asyncio.ensure_future(docker.system.ping())
    await asyncio.to_thread(fake_engine.wait_received, "GET", "/_ping")
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await closed()


@pytest.mark.parametrize("value", ["a\r\nX: y", "a\nb", "a\rb", "a\0b"])
async def test_a_header_of_several_lines_is_refused(fake_engine: FakeEngine, value: str) -> None:
    async with aiohttp.UnixConnector(fake_engine.url.removeprefix("unix://")) as connector:
        exchange = Exchange(connector, "http://localhost", ssl=True)
        request = Request("GET", "/_ping", {"X-Registry-Auth": value})
        with pytest.raises(ValueError, match="X-Registry-Auth must be one line") as caught:
            await exchange.send(request, None, NO_LIMIT)
    assert value not in str(caught.value)
    assert fake_engine.requests == []
