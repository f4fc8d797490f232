"""A connection that the engine closes just as it is used again: only what changes nothing is sent once more."""

import httpx
import pytest
import respx

from dockwright.sync import ApiError, ConnectionLost, DeadlineExceeded, DockerClient, EngineUnreachable
from dockwright_api import operations
from tests.fakes.engine import Do, FakeEngine, reply

GONE = "Server disconnected without sending a response."


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


@pytest.mark.parametrize("lost", [httpx.ReadError("reset"), httpx.WriteError("pipe"), httpx.RemoteProtocolError(GONE)])
@respx.mock
def test_every_way_to_lose_a_connection_counts(lost: httpx.HTTPError) -> None:
    ping = respx.get("http://engine.test:2375/v1.45/_ping").mock(side_effect=[lost, httpx.Response(200, text="OK")])
    start = respx.post("http://engine.test:2375/v1.45/containers/c/start").mock(side_effect=lost)
    with DockerClient("tcp://engine.test:2375", version="1.45") as client:
        assert client.ping()
        assert ping.call_count == 2
        with pytest.raises(ConnectionLost):
            client.api.start("c")
        assert start.call_count == 1


@pytest.mark.parametrize(
    "failed", [httpx.ConnectError("refused"), httpx.ConnectTimeout("slow"), httpx.ReadTimeout("slow")]
)
@respx.mock
def test_nothing_is_repeated_where_no_connection_was_lost(failed: httpx.HTTPError) -> None:
    ping = respx.get("http://engine.test:2375/v1.45/_ping").mock(side_effect=failed)
    with (
        DockerClient("tcp://engine.test:2375", version="1.45") as client,
        pytest.raises((EngineUnreachable, DeadlineExceeded)),
    ):
        client.ping()
    assert ping.call_count == 1


@pytest.mark.parametrize("status", [500, 503, 429])
@respx.mock
def test_an_answer_is_an_answer(status: int) -> None:
    ping = respx.get("http://engine.test:2375/v1.45/info").respond(status, json={"message": "not now"})
    with DockerClient("tcp://engine.test:2375", version="1.45") as client, pytest.raises(ApiError, match="not now"):
        client.info()
    assert ping.call_count == 1


def test_a_connection_that_was_closed_meanwhile_is_not_used(client: DockerClient, fake_engine: FakeEngine) -> None:
    """The engine closes what nobody uses; nothing was sent on it, so that even what changes something may go on."""
    fake_engine.script("GET", "/_ping", reply(200, b"OK"), Do.CLOSE)
    fake_engine.reply("POST", "/containers/c/start", 204)
    fake_engine.reply("DELETE", "/containers/c", 204)
    assert client.ping()
    fake_engine.wait_closed()
    client.send(operations.containers.start("c"))
    client.send(operations.containers.delete("c"))
    assert [(request.method, request.connection) for request in fake_engine.requests] == [
        ("GET", 1),
        ("POST", 2),
        ("DELETE", 2),
    ]


def test_what_has_a_body_is_not_repeated_either(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/_ping", 200, b"OK")
    fake_engine.script("PUT", "/containers/c/archive", Do.CLOSE)
    fake_engine.script("PUT", "/volumes/v", Do.RESET)
    assert client.ping()
    with pytest.raises(ConnectionLost):
        client.send(operations.containers.put_archive("c", "/", b"x"))
    with pytest.raises(ConnectionLost):
        client.send(operations.volumes.update("v", 5, {}))
    assert [request.method for request in fake_engine.requests] == ["GET", "PUT", "PUT"]
