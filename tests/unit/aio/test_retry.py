"""A connection that the engine closes just as it is used again: only what changes nothing is sent once more."""

import asyncio

import aiohttp
import pytest

from dockwright.aio import ConnectionLost, Docker
from dockwright_api import operations
from tests.fakes.engine import Do, FakeEngine, reply


async def test_what_changes_nothing_is_repeated(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", "/_ping", reply(200, b"OK"))
    fake_engine.script("GET", "/_ping", Do.CLOSE)
    fake_engine.script("GET", "/_ping", reply(200, b"OK"))
    assert await docker.system.ping()
    assert await docker.system.ping()
    assert [request.connection for request in fake_engine.requests] == [1, 1, 2]


async def test_it_is_repeated_once(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", "/_ping", Do.CLOSE)
    with pytest.raises(ConnectionLost, match="closed the connection before it answered"):
        await docker.system.ping()
    assert len(fake_engine.requests) == 2


async def test_nothing_else_is_repeated(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/_ping", 200, b"OK")
    fake_engine.script("POST", "/containers/c/start", Do.CLOSE)
    fake_engine.script("DELETE", "/containers/c", Do.CLOSE)
    assert await docker.system.ping()
    with pytest.raises(ConnectionLost):
        await docker.send(operations.containers.start("c"))
    with pytest.raises(ConnectionLost):
        await docker.send(operations.containers.delete("c"))
    assert [request.method for request in fake_engine.requests] == ["GET", "POST", "DELETE"]


async def test_a_connection_that_was_closed_meanwhile_is_not_used(docker: Docker, fake_engine: FakeEngine) -> None:
    """The engine closes what nobody uses; nothing was sent on it, so that even what changes something may go on."""
    fake_engine.script("GET", "/_ping", reply(200, b"OK"), Do.CLOSE)
    fake_engine.reply("POST", "/containers/c/start", 204)
    fake_engine.reply("DELETE", "/containers/c", 204)
    assert await docker.system.ping()
    await asyncio.to_thread(fake_engine.wait_closed)
    await docker.send(operations.containers.start("c"))
    await docker.send(operations.containers.delete("c"))
    assert [(request.method, request.connection) for request in fake_engine.requests] == [
        ("GET", 1),
        ("POST", 2),
        ("DELETE", 2),
    ]


async def test_what_has_a_body_is_not_repeated_either(docker: Docker, fake_engine: FakeEngine) -> None:
    """aiohttp repeats PUT by itself."""
    fake_engine.reply("GET", "/_ping", 200, b"OK")
    fake_engine.script("PUT", "/containers/c/archive", Do.CLOSE)
    fake_engine.script("PUT", "/volumes/v", Do.RESET)
    assert await docker.system.ping()
    with pytest.raises(ConnectionLost):
        await docker.containers.container("c").put_archive("/", b"x")
    with pytest.raises(ConnectionLost):
        await docker.send(operations.volumes.update("v", 5, {}))
    assert [request.method for request in fake_engine.requests] == ["GET", "PUT", "PUT"]


async def test_with_a_session_of_the_callers(fake_engine: FakeEngine) -> None:
    """It is aiohttp's as it comes, which repeats a DELETE, too; what else it was set up with stays."""
    seen: list[str] = []

    async def note(request: aiohttp.ClientRequest, handler: aiohttp.ClientHandlerType) -> aiohttp.ClientResponse:
        seen.append(request.method)
        return await handler(request)

    fake_engine.reply("GET", "/_ping", 200, b"OK")
    fake_engine.script("DELETE", "/containers/c", Do.CLOSE)
    fake_engine.script("PUT", "/volumes/v", Do.CLOSE)
    connector = aiohttp.UnixConnector(fake_engine.url.removeprefix("unix://"))
    async with (
        aiohttp.ClientSession(connector=connector, middlewares=(note,)) as session,
        Docker(fake_engine.url, session=session, api_version="1.45") as docker,
    ):
        assert await docker.system.ping()
        with pytest.raises(ConnectionLost):
            await docker.send(operations.containers.delete("c"))
        with pytest.raises(ConnectionLost):
            await docker.send(operations.volumes.update("v", 5, {}))
    assert [request.method for request in fake_engine.requests] == ["GET", "DELETE", "PUT"]
    assert seen == ["GET", "DELETE", "PUT"]
