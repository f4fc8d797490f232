"""A connection that the engine closes just as it is used again: only what changes nothing is sent once more."""

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
