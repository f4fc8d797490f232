"""Small requests go past aiohttp's session, and look to the engine as if they had not."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any, cast

import aiohttp
import pytest

from dockwright.aio import ConnectionLost, DeadlineExceeded, Docker
from dockwright.aio.exchange import Exchange
from dockwright.policy.timeouts import Deadlines
from dockwright.wire.request import Request
from dockwright_api import operations
from tests.fakes.engine import Do, FakeEngine, head, reply

from .conftest import Closed, plain

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


async def test_what_nobody_asked_for_is_not_the_reply_to_the_next_request(
    docker: Docker, fake_engine: FakeEngine
) -> None:
    fake_engine.script("GET", "/_ping", reply(200, b"OK") + reply(200, b"stray"))
    fake_engine.reply("GET", "/version", 200, {"Version": "right"})
    assert await docker.system.ping()
    assert (await docker.version())["Version"] == "right"
    assert [request.connection for request in fake_engine.requests] == [1, 2]


async def test_a_connection_that_ends_while_it_is_at_hand_is_replaced(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", "/_ping", reply(200, b"OK"), Do.CLOSE)
    fake_engine.reply("POST", "/containers/c/start", 204)
    assert await docker.system.ping()
    await asyncio.to_thread(fake_engine.wait_closed)
    await asyncio.sleep(0.01)
    await docker.send(operations.containers.start("c"))
    assert [request.connection for request in fake_engine.requests] == [1, 2]


async def test_each_request_has_a_deadline_of_its_own(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/_ping", 200, b"OK")
    fake_engine.script("GET", "/version", Do.HANG)
    fake_engine.script("GET", "/info", head(200, {"Content-Length": "10"}), Do.HANG)
    for _ in range(3):
        assert await docker.system.ping()
    for path, limits, passed in (
        ("version", Deadlines(first_byte=0.05), "first_byte"),
        ("version", Deadlines(first_byte=9, total=0.05), "total"),
        ("info", Deadlines(first_byte=9, idle=0.05), "idle"),
        ("info", Deadlines(first_byte=9, idle=8, total=0.05), "total"),
    ):
        with pytest.raises(DeadlineExceeded) as caught:
            await docker.send(getattr(operations.system, path)(), timeout=limits)
        assert caught.value.limit == passed
        assert await docker.system.ping()


async def test_a_deadline_holds_after_an_earlier_one_would_have_passed(docker: Docker, fake_engine: FakeEngine) -> None:
    gate = fake_engine.gate()
    fake_engine.reply("GET", "/_ping", 200, b"OK")
    fake_engine.script("GET", "/version", gate, reply(200, b"{}"))
    fake_engine.script("GET", "/info", Do.HANG)
    await docker.send(operations.system.ping(), timeout=Deadlines(first_byte=0.05))
    asyncio.get_running_loop().call_later(0.1, gate.open)
    assert plain(await docker.engine.fetch(operations.system.version(), timeout=Deadlines(first_byte=9))) == {}
    with pytest.raises(DeadlineExceeded):
        await docker.send(operations.system.info(), timeout=Deadlines(first_byte=0.1))


async def test_what_is_idle_goes_back_to_the_pool(
    docker: Docker, fake_engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dockwright.aio.exchange.AT_HAND_SECONDS", 0.01)
    fake_engine.reply("GET", "/_ping", 200, b"OK")
    await asyncio.gather(*(docker.system.ping() for _ in range(3)))
    transport: dict[str, Any] = vars(docker.engine.transport)
    at_hand = cast("list[object]", vars(transport["_exchange"])["_at_hand"])
    assert len(at_hand) == len({request.connection for request in fake_engine.requests})
    await asyncio.sleep(0.05)
    assert at_hand == []
    assert await docker.system.ping()
    assert fake_engine.requests[-1].connection in {request.connection for request in fake_engine.requests[:-1]}


async def test_a_connector_of_the_callers_gets_its_connections_back(
    fake_engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dockwright.aio.exchange.AT_HAND_SECONDS", 60)
    fake_engine.reply("GET", "/_ping", 200, b"OK")
    connector = aiohttp.UnixConnector(fake_engine.url.removeprefix("unix://"), limit=1)
    async with connector, Docker(fake_engine.url, api_version="1.45", connector=connector) as docker:
        async with asyncio.timeout(5):
            for _ in range(2):
                assert await docker.system.ping()
                async with aiohttp.ClientSession(connector=connector, connector_owner=False) as session:
                    assert (await session.get("http://localhost/_ping")).status == 200
        assert not connector.closed
    assert {request.connection for request in fake_engine.requests} == {1}


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
        exchange = Exchange(connector, "http://localhost", True, {})
        request = Request("GET", "/_ping", {"X-Registry-Auth": value})
        with pytest.raises(ValueError, match="X-Registry-Auth must be one line") as caught:
            await exchange.send(request, None, None, NO_LIMIT)
    assert value not in str(caught.value)
    assert fake_engine.requests == []
