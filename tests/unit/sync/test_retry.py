"""A connection that the engine closes just as it is used again: only what changes nothing is sent once more."""

import pytest

from dockwright.sync import ConnectionLost, DockerClient
from dockwright_api import operations
from tests.fakes.engine import Do, FakeEngine, reply


def test_what_changes_nothing_is_repeated(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", "/_ping", reply(200, b"OK"))
    fake_engine.script("GET", "/_ping", Do.CLOSE)
    fake_engine.script("GET", "/_ping", reply(200, b"OK"))
    assert client.ping()
    assert client.ping()
    assert [request.connection for request in fake_engine.requests] == [1, 1, 2]


def test_it_is_repeated_once(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", "/_ping", Do.CLOSE)
    with pytest.raises(ConnectionLost, match="closed the connection before it answered"):
        client.ping()
    assert len(fake_engine.requests) == 2


def test_nothing_else_is_repeated(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/_ping", 200, b"OK")
    fake_engine.script("POST", "/containers/c/start", Do.CLOSE)
    fake_engine.script("DELETE", "/containers/c", Do.CLOSE)
    assert client.ping()
    with pytest.raises(ConnectionLost):
        client.send(operations.containers.start("c"))
    with pytest.raises(ConnectionLost):
        client.send(operations.containers.delete("c"))
    assert [request.method for request in fake_engine.requests] == ["GET", "POST", "DELETE"]
