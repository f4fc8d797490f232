"""Replies that arrive bit by bit: every kind of end, early leaving, and who gets the connection."""

import gc
import weakref
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from dockwright.sync import (
    ConnectionLost,
    Container,
    ContainerNotFound,
    DockerClient,
    DockerStreamError,
    MalformedStream,
    Message,
    ReplyStream,
    TruncatedStream,
)
from dockwright_api import operations
from tests.fakes.engine import LAST_CHUNK, Do, FakeEngine, Pieces, Step, chunk, chunked_head, frame, head, reply

from .conftest import LOGS, MULTIPLEXED, output

WHOLE = frame(1, b"one\n") + frame(2, b"two\n")
MESSAGES = [Message(1, b"one\n"), Message(2, b"two\n")]


def logs(client: DockerClient) -> ReplyStream[Message]:
    return Container.of(client, "c").messages(follow=True)


def until_error(stream: Iterator[Message]) -> tuple[list[Message], Exception]:
    """Read on to the error that must come, and give what came before it."""
    messages: list[Message] = []
    try:
        while True:
            messages.append(next(stream))
    except StopIteration:
        raise AssertionError(f"the stream came to an end after {messages}") from None
    except Exception as error:
        return messages, error


def test_messages_in_order_with_their_streams(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", LOGS, *output(WHOLE), LAST_CHUNK)
    assert list(logs(client)) == MESSAGES
    assert fake_engine.requests[0].query == {"stdout": ["1"], "stderr": ["1"], "follow": ["1"]}


def test_slow_bytes(client: DockerClient, fake_engine: FakeEngine) -> None:
    body = b"".join(chunk(WHOLE[at : at + 3]) for at in range(0, len(WHOLE), 3)) + LAST_CHUNK
    fake_engine.script("GET", LOGS, Pieces(chunked_head(MULTIPLEXED) + body))
    assert logs(client).read_all() == MESSAGES


def test_messages_come_as_soon_as_they_are_whole(client: DockerClient, fake_engine: FakeEngine) -> None:
    gate = fake_engine.gate()
    fake_engine.script("GET", LOGS, *output(WHOLE[:-1]), gate, chunk(WHOLE[-1:]) + LAST_CHUNK)
    with logs(client) as stream:
        assert next(stream) == MESSAGES[0]
        gate.open()
        assert list(stream) == MESSAGES[1:]


UNFRAMED = [head(200, {"Content-Type": MULTIPLEXED})]
HALF_HEADER = frame(1, b"lost")[:5]
HALF_PAYLOAD = frame(1, b"lost")[:-1]
ENDS: dict[str, list[Step]] = {
    "closed cleanly": [LAST_CHUNK],
    "no last chunk": [Do.CLOSE],
    "inside a chunk": [b"5\r\n", Do.CLOSE],
    "reset": [Do.RESET],
}


@pytest.mark.parametrize(
    ("part", "expected", "received"), [(HALF_HEADER, 8, 5), (HALF_PAYLOAD, 4, 3)], ids=["header", "payload"]
)
@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS.keys())
def test_a_cut_inside_a_frame(
    client: DockerClient, fake_engine: FakeEngine, part: bytes, expected: int, received: int, end: list[Step]
) -> None:
    gate = fake_engine.gate()
    fake_engine.script("GET", LOGS, *output(WHOLE + part), gate, *end)
    stream = logs(client)
    assert [next(stream), next(stream)] == MESSAGES
    gate.open()
    messages, error = until_error(stream)
    assert messages == []
    assert isinstance(error, TruncatedStream)
    assert (error.expected, error.received) == (expected, received)
    if end != [LAST_CHUNK]:
        assert isinstance(error.__cause__, ConnectionLost)
        fake_engine.wait_closed()
    assert next(stream, None) is None


@pytest.mark.parametrize("end", [[Do.CLOSE], [b"5\r\n", Do.CLOSE], [Do.RESET], [b"zz\r\n"]], ids=str)
def test_a_break_between_frames(client: DockerClient, fake_engine: FakeEngine, end: list[Step]) -> None:
    gate = fake_engine.gate()
    fake_engine.script("GET", LOGS, *output(WHOLE), gate, *end)
    stream = logs(client)
    assert next(stream) == MESSAGES[0]
    gate.open()
    messages, error = until_error(stream)
    assert messages == MESSAGES[1:]
    assert isinstance(error, ConnectionLost)
    assert "ContainerLogs: the connection broke inside the reply" in error.message
    assert error.__cause__ is not None
    fake_engine.wait_closed()


@pytest.mark.parametrize(
    "body", [b"\x01\x00\x00\x01\x00\x00\x00\x01x", b"\x07\x00\x00\x00\x00\x00\x00\x01x", b"a plain text"]
)
def test_a_garbage_header_follows_what_came_before_at_once(
    client: DockerClient, fake_engine: FakeEngine, body: bytes
) -> None:
    # The engine goes on and sends nothing more: the fault does not wait for it.
    fake_engine.script("GET", LOGS, *output(WHOLE + body), Do.HANG)
    messages, error = until_error(logs(client))
    assert messages == MESSAGES
    assert isinstance(error, MalformedStream)
    fake_engine.wait_closed()


def test_an_error_of_the_engine_inside_the_stream(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", LOGS, *output(WHOLE + frame(3, b"driver failed\n")), Do.HANG)
    messages, error = until_error(logs(client))
    assert messages == MESSAGES
    assert isinstance(error, DockerStreamError)
    assert error.message == "driver failed"
    fake_engine.wait_closed()


def test_a_failure_in_a_progress_stream_does_not_wait_for_its_end(
    client: DockerClient, fake_engine: FakeEngine
) -> None:
    documents = b'{"status":"Pulling"}\n{"error":"no space left"}\n'
    fake_engine.script("POST", "/images/create", chunked_head("application/json"), chunk(documents), Do.HANG)
    seen: list[Any] = []
    with pytest.raises(DockerStreamError, match="no space left"):
        seen.extend(client.engine.fetch(operations.images.create(from_image="busybox")))
    with pytest.raises(DockerStreamError, match="no space left"):
        client.images.pull("busybox")
    fake_engine.wait_closed()


@pytest.fixture
def endless(fake_engine: FakeEngine) -> FakeEngine:
    """An engine whose log goes on and on."""
    fake_engine.script("GET", LOGS, *output(WHOLE), Do.HANG)
    return fake_engine


class TestLeavingEarly:
    """docker-py 3: the connection is closed at once, however a stream is left, and every stream can be closed."""

    def test_by_break_out_of_the_block(self, client: DockerClient, endless: FakeEngine) -> None:
        with logs(client) as stream:
            for message in stream:
                assert message == MESSAGES[0]
                break
        endless.wait_closed()

    def test_by_break_alone(self, client: DockerClient, endless: FakeEngine) -> None:
        for message in logs(client):
            assert message == MESSAGES[0]
            break
        endless.wait_closed()

    def test_by_forgetting_it(self, client: DockerClient, endless: FakeEngine) -> None:
        stream = logs(client).open()
        next(stream)
        forgotten = weakref.ref(stream)
        del stream
        gc.collect()
        assert forgotten() is None
        endless.wait_closed()

    def test_by_closing_it(self, client: DockerClient, endless: FakeEngine) -> None:
        stream = logs(client)
        next(stream)
        stream.close()
        stream.close()
        endless.wait_closed()
        assert list(stream) == []

    def test_by_an_error_in_the_body(self, client: DockerClient, endless: FakeEngine) -> None:
        def fail() -> None:
            for _ in logs(client):
                raise LookupError

        with pytest.raises(LookupError):
            fail()
        endless.wait_closed()

    def test_from_another_thread(self, client: DockerClient, endless: FakeEngine, threads: ThreadPoolExecutor) -> None:
        stream = logs(client)
        assert next(stream) == MESSAGES[0]
        rest = threads.submit(list, stream)
        stream.close()
        # Whether it was waiting already or not, it ends without an error.
        assert rest.result(30) in ([], MESSAGES[1:])
        endless.wait_closed()

    @pytest.mark.parametrize("start", [[chunked_head(MULTIPLEXED)], UNFRAMED], ids=["chunked", "until the end"])
    def test_from_another_thread_while_it_waits(
        self, client: DockerClient, fake_engine: FakeEngine, threads: ThreadPoolExecutor, start: list[bytes]
    ) -> None:
        fake_engine.script("GET", LOGS, *start, HALF_PAYLOAD if start is UNFRAMED else chunk(HALF_PAYLOAD), Do.HANG)
        stream = logs(client).open()
        rest = threads.submit(list, stream)
        stream.close()
        assert rest.result(30) == [], "half a frame is no fault of a stream that was closed"
        fake_engine.wait_closed()

    def test_by_closing_the_client(
        self, client: DockerClient, endless: FakeEngine, threads: ThreadPoolExecutor
    ) -> None:
        stream = logs(client)
        next(stream)
        rest = threads.submit(until_error, stream)
        client.close()
        endless.wait_closed()
        messages, error = rest.result(30)
        assert (messages, type(error)) == (MESSAGES[1:], ConnectionLost)

    def test_of_bytes(self, client: DockerClient, endless: FakeEngine) -> None:
        with Container.of(client, "c").logs(stream=True) as stream:
            assert next(stream) == b"one\n"
        endless.wait_closed()

    def test_the_client_goes_on(self, client: DockerClient, endless: FakeEngine) -> None:
        with logs(client) as stream:
            next(stream)
        endless.wait_closed()
        assert client.ping()


def test_a_forgotten_stream_leaves_the_pool_to_the_next_call(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", LOGS, *output(WHOLE), Do.HANG)
    next(logs(client))
    gc.collect()
    transport = client.engine._connected()  # pyright: ignore[reportPrivateUsage]  # what it keeps is the point
    assert len(transport.abandoned) == len(transport.unfinished) == 1
    assert client.ping()
    assert len(transport.abandoned) == len(transport.unfinished) == 0


def test_closing_while_it_is_opened(client: DockerClient, fake_engine: FakeEngine, threads: ThreadPoolExecutor) -> None:
    gate = fake_engine.gate()
    fake_engine.script("GET", LOGS, gate, *output(WHOLE), Do.HANG)
    stream = logs(client)
    opening = threads.submit(stream.open)
    fake_engine.wait_received("GET", LOGS)
    stream.close()
    gate.open()
    with pytest.raises(RuntimeError, match="closed while it was opened"):
        opening.result(30)
    fake_engine.wait_closed()


def test_a_stream_that_was_never_used_sends_nothing(client: DockerClient, fake_engine: FakeEngine) -> None:
    logs(client).close()
    logs(client)
    assert fake_engine.connections == []


def test_a_closed_stream_stays_closed(client: DockerClient, fake_engine: FakeEngine) -> None:
    stream = logs(client)
    stream.close()
    with pytest.raises(RuntimeError, match="this stream is closed"):
        stream.open()
    assert fake_engine.connections == []


def test_a_stream_read_to_its_end_gives_its_connection_back(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", LOGS, *output(WHOLE), LAST_CHUNK)
    with logs(client) as stream:
        assert list(stream) == MESSAGES
    assert client.ping()
    assert logs(client).read_all() == MESSAGES
    assert [request.connection for request in fake_engine.requests] == [1, 1, 1]


def test_a_reply_that_ends_with_its_connection(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", LOGS, head(200, {"Content-Type": MULTIPLEXED}), WHOLE, Do.CLOSE)
    assert logs(client).read_all() == MESSAGES


def test_an_error_reply_raises_on_opening(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", LOGS, 404, {"message": "No such container: c"})
    with pytest.raises(ContainerNotFound, match="No such container: c"):
        logs(client).open()
    with pytest.raises(ContainerNotFound):
        list(logs(client))
    assert client.ping()
    assert len(fake_engine.connections) == 1


def test_documents_as_models(client: DockerClient, fake_engine: FakeEngine) -> None:
    events: list[Step] = [chunked_head("application/json"), chunk(b'{"Type":"container","Action":"die"}\n'), Do.HANG]
    fake_engine.script("GET", "/events", *events)
    with client.api.system.events() as stream:
        event = next(stream)
        assert (event.type, event.action) == ("container", "die")
    fake_engine.wait_closed()
    with client.engine.fetch(operations.system.events()) as documents:
        assert dict(next(documents)) == {"Type": "container", "Action": "die"}


def test_bytes(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.script(
        "GET", "/images/a/get", chunked_head("application/x-tar"), chunk(b"one"), chunk(b"two"), LAST_CHUNK
    )
    with client.api.images.export("a") as stream:
        assert b"".join(stream) == b"onetwo"


def test_headers_of_the_reply(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", "/images/a/get", reply(200, b"tar", {"X-Fact": "1"}))
    stream = client.engine.chunks(operations.images.export("a"))
    assert stream.headers == {}
    with stream:
        assert stream.headers["x-fact"] == "1"
        assert list(stream) == [b"tar"]


@pytest.mark.parametrize(("tty", "messages"), [(False, MESSAGES), (True, [Message(1, WHOLE)])])
def test_an_older_engine_is_asked_for_the_terminal(
    fake_engine: FakeEngine, messages: list[Message], *, tty: bool
) -> None:
    fake_engine.reply("GET", "/containers/c/json", body={"Id": "c", "Config": {"Tty": tty}})
    fake_engine.script("GET", LOGS, reply(200, WHOLE, {"Content-Type": "application/vnd.docker.raw-stream"}))
    with DockerClient(fake_engine.url) as client:
        container = Container.of(client, "c")
        assert container.messages().read_all() == messages
        assert len(fake_engine.received("GET", "/containers/c/json")) == 1
        known = client.containers.get("c")
        assert known.messages().read_all() == messages
        assert known.logs() == b"".join(message.data for message in messages)
        assert len(fake_engine.received("GET", "/containers/c/json")) == 2


def test_the_terminal_is_remembered_after_a_log(fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/containers/c/json", body={"Id": "c", "Config": {"Tty": True}})
    fake_engine.script("GET", LOGS, reply(200, b"raw", {"Content-Type": "application/vnd.docker.raw-stream"}))
    with DockerClient(fake_engine.url) as client:
        container = Container.of(client, "c")
        assert [container.logs() for _ in range(3)] == [b"raw"] * 3
    assert len(fake_engine.received("GET", "/containers/c/json")) == 1
