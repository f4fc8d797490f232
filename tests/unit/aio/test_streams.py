"""Replies that arrive bit by bit: every kind of end, early leaving, and who gets the connection."""

import asyncio
import gc
import weakref
from collections.abc import AsyncIterator

import pytest

from dockwright.aio import (
    ConnectionLost,
    ContainerNotFound,
    Docker,
    DockerStreamError,
    MalformedStream,
    Message,
    ReplyStream,
    TruncatedStream,
)
from dockwright_api import operations
from tests.fakes.engine import LAST_CHUNK, Do, FakeEngine, Pieces, Step, chunk, chunked_head, frame, head, reply

from .conftest import LOGS, MULTIPLEXED, Closed, Received, output, plain

WHOLE = frame(1, b"one\n") + frame(2, b"two\n")
MESSAGES = [Message(1, b"one\n"), Message(2, b"two\n")]


def logs(docker: Docker) -> ReplyStream[Message]:
    return docker.containers.container("c").messages(follow=True)


async def until_error(stream: AsyncIterator[Message]) -> tuple[list[Message], Exception]:
    """Read on to the error that must come, and give what came before it."""
    messages: list[Message] = []
    try:
        while True:
            messages.append(await anext(stream))
    except Exception as error:
        return messages, error


async def test_messages_in_order_with_their_streams(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", LOGS, *output(WHOLE), LAST_CHUNK)
    assert [message async for message in logs(docker)] == MESSAGES
    assert fake_engine.requests[0].query == {"stdout": ["1"], "stderr": ["1"], "follow": ["1"]}


async def test_slow_bytes(docker: Docker, fake_engine: FakeEngine) -> None:
    body = b"".join(chunk(WHOLE[at : at + 3]) for at in range(0, len(WHOLE), 3)) + LAST_CHUNK
    fake_engine.script("GET", LOGS, Pieces(chunked_head(MULTIPLEXED) + body))
    assert await logs(docker).read_all() == MESSAGES


async def test_messages_come_as_soon_as_they_are_whole(docker: Docker, fake_engine: FakeEngine) -> None:
    gate = fake_engine.gate()
    fake_engine.script("GET", LOGS, *output(WHOLE[:-1]), gate, chunk(WHOLE[-1:]) + LAST_CHUNK)
    async with logs(docker) as stream:
        assert await anext(stream) == MESSAGES[0]
        gate.open()
        assert [message async for message in stream] == MESSAGES[1:]


HALF_HEADER = frame(1, b"lost")[:5]
HALF_PAYLOAD = frame(1, b"lost")[:-1]
PARTS = pytest.mark.parametrize(
    ("part", "expected", "received_bytes"), [(HALF_HEADER, 8, 5), (HALF_PAYLOAD, 4, 3)], ids=["header", "payload"]
)
ENDS: dict[str, list[Step]] = {
    "closed cleanly": [LAST_CHUNK],
    "no last chunk": [Do.CLOSE],
    "inside a chunk": [b"5\r\n", Do.CLOSE],
    "reset": [Do.RESET],
}


@PARTS
@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS.keys())
async def test_a_cut_inside_a_frame(
    docker: Docker,
    fake_engine: FakeEngine,
    closed: Closed,
    part: bytes,
    expected: int,
    received_bytes: int,
    end: list[Step],
) -> None:
    gate = fake_engine.gate()
    fake_engine.script("GET", LOGS, *output(WHOLE + part), gate, *end)
    stream = logs(docker)
    assert [await anext(stream), await anext(stream)] == MESSAGES
    gate.open()
    messages, error = await until_error(stream)
    assert messages == []
    assert isinstance(error, TruncatedStream)
    assert (error.expected, error.received) == (expected, received_bytes)
    if end != [LAST_CHUNK]:
        assert isinstance(error.__cause__, ConnectionLost)
    with pytest.raises(StopAsyncIteration):
        await anext(stream)


BREAKS: dict[str, list[Step]] = {
    "no last chunk": [Do.CLOSE],
    "inside a chunk": [b"5\r\n", Do.CLOSE],
    "reset": [Do.RESET],
    "no chunk": [b"zz\r\n", Do.CLOSE],
}


@pytest.mark.parametrize("end", BREAKS.values(), ids=BREAKS.keys())
async def test_what_arrived_before_a_break_comes_first_though_nobody_waited_for_it(
    docker: Docker, fake_engine: FakeEngine, closed: Closed, end: list[Step]
) -> None:
    gate = fake_engine.gate()
    fake_engine.script("GET", LOGS, *output(WHOLE), gate, chunk(WHOLE), *end)
    stream = logs(docker)
    assert await anext(stream) == MESSAGES[0]
    gate.open()
    await closed()
    # The loop takes its rounds to read the rest and to notice the break, while nobody reads.
    for _ in range(20):
        await asyncio.sleep(0)
    messages, error = await until_error(stream)
    assert messages == [MESSAGES[1], *MESSAGES]
    assert isinstance(error, ConnectionLost)
    assert "ContainerLogs: the connection broke inside the reply" in error.message
    assert error.__cause__ is not None


@pytest.mark.parametrize("end", [[Do.CLOSE], [b"5\r\n", Do.CLOSE], [Do.RESET]], ids=str)
async def test_a_break_while_the_next_message_is_waited_for(
    docker: Docker, fake_engine: FakeEngine, end: list[Step]
) -> None:
    gate = fake_engine.gate()
    fake_engine.script("GET", LOGS, *output(WHOLE), gate, *end)
    stream = logs(docker)
    assert [await anext(stream), await anext(stream)] == MESSAGES
    waiting = asyncio.ensure_future(until_error(stream))
    await asyncio.sleep(0)
    gate.open()
    messages, error = await waiting
    assert messages == []
    assert isinstance(error, ConnectionLost)


@pytest.mark.parametrize("body", [b"\x01\x00\x00\x01\x00\x00\x00\x01x", b"\x07" + bytes(7), b"a plain text"])
async def test_a_garbage_header_follows_what_came_before_at_once(
    docker: Docker, fake_engine: FakeEngine, closed: Closed, body: bytes
) -> None:
    # The engine goes on and sends nothing more: the fault does not wait for it.
    fake_engine.script("GET", LOGS, *output(WHOLE + body), Do.HANG)
    messages, error = await until_error(logs(docker))
    assert messages == MESSAGES
    assert isinstance(error, MalformedStream)
    await closed()


async def test_an_error_of_the_engine_inside_the_stream(
    docker: Docker, fake_engine: FakeEngine, closed: Closed
) -> None:
    fake_engine.script("GET", LOGS, *output(WHOLE + frame(3, b"driver failed\n")), Do.HANG)
    messages, error = await until_error(logs(docker))
    assert messages == MESSAGES
    assert isinstance(error, DockerStreamError)
    assert error.message == "driver failed"
    await closed()


async def test_a_failure_in_a_progress_stream_does_not_wait_for_its_end(
    docker: Docker, fake_engine: FakeEngine, closed: Closed
) -> None:
    documents = b'{"status":"Pulling"}\n{"error":"no space left"}\n'
    fake_engine.script("POST", "/images/create", chunked_head("application/json"), chunk(documents), Do.HANG)
    progress = docker.images.pull("busybox", stream=True)
    assert plain(await anext(progress)) == {"status": "Pulling"}
    with pytest.raises(DockerStreamError, match="no space left"):
        await anext(progress)
    await closed()


@pytest.fixture
def endless(fake_engine: FakeEngine) -> FakeEngine:
    """An engine whose log goes on and on."""
    fake_engine.script("GET", LOGS, *output(WHOLE), Do.HANG)
    return fake_engine


@pytest.mark.usefixtures("endless")
class TestLeavingEarly:
    """aiodocker C1: the connection is closed at once, however a stream is left."""

    async def test_by_break_out_of_the_block(self, docker: Docker, closed: Closed) -> None:
        async with logs(docker) as stream:
            async for message in stream:
                assert message == MESSAGES[0]
                break
        await closed()

    async def test_by_break_alone(self, docker: Docker, closed: Closed) -> None:
        async for message in logs(docker):
            assert message == MESSAGES[0]
            break
        await closed()

    async def test_by_forgetting_it(self, docker: Docker, closed: Closed) -> None:
        stream = await logs(docker).open()
        await anext(stream)
        forgotten = weakref.ref(stream)
        del stream
        gc.collect()
        assert forgotten() is None
        await closed()

    async def test_by_closing_it(self, docker: Docker, closed: Closed) -> None:
        stream = logs(docker)
        await anext(stream)
        await stream.aclose()
        await stream.aclose()
        await closed()
        assert [message async for message in stream] == []

    async def test_by_an_error_in_the_body(self, docker: Docker, closed: Closed) -> None:
        async def fail() -> None:
            async for _ in logs(docker):
                raise LookupError

        with pytest.raises(LookupError):
            await fail()
        await closed()

    async def test_by_cancellation(self, docker: Docker, closed: Closed, received: Received) -> None:
        task = asyncio.ensure_future(logs(docker).read_all())
        await received("GET", LOGS)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await closed()

    async def test_by_closing_the_client(self, docker: Docker, closed: Closed) -> None:
        stream = logs(docker)
        await anext(stream)
        await docker.close()
        await closed()
        messages, error = await until_error(stream)
        assert (messages, type(error)) == (MESSAGES[1:], ConnectionLost)

    async def test_by_closing_the_client_while_more_is_waited_for(self, docker: Docker, closed: Closed) -> None:
        stream = logs(docker)
        assert [await anext(stream), await anext(stream)] == MESSAGES
        waiting = asyncio.ensure_future(until_error(stream))
        await asyncio.sleep(0)
        await docker.close()
        assert type((await waiting)[1]) is ConnectionLost
        await closed()

    async def test_of_text(self, docker: Docker, closed: Closed) -> None:
        async for text in docker.containers.container("c").log(stdout=True, follow=True):
            assert text == "one\n"
            break
        await closed()

    async def test_the_client_goes_on(self, docker: Docker, closed: Closed) -> None:
        async for _ in logs(docker):
            break
        await closed()
        assert await docker.system.ping()


async def test_closing_while_it_is_opened(
    docker: Docker, fake_engine: FakeEngine, received: Received, closed: Closed
) -> None:
    gate = fake_engine.gate()
    fake_engine.script("GET", LOGS, gate, *output(WHOLE), Do.HANG)
    stream = logs(docker)
    opening = asyncio.ensure_future(stream.open())
    await received("GET", LOGS)
    await stream.aclose()
    gate.open()
    with pytest.raises(RuntimeError, match="closed while it was opened"):
        await opening
    await closed()


async def test_a_stream_that_was_never_used_sends_nothing(docker: Docker, fake_engine: FakeEngine) -> None:
    await logs(docker).aclose()
    del docker
    assert fake_engine.connections == []


async def test_a_closed_stream_stays_closed(docker: Docker, fake_engine: FakeEngine) -> None:
    stream = logs(docker)
    await stream.aclose()
    with pytest.raises(RuntimeError, match="this stream is closed"):
        await stream.open()
    assert fake_engine.connections == []


async def test_a_stream_read_to_its_end_gives_its_connection_back(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", LOGS, *output(WHOLE), LAST_CHUNK)
    async with logs(docker) as stream:
        assert [message async for message in stream] == MESSAGES
    assert await docker.system.ping()
    assert await logs(docker).read_all() == MESSAGES
    assert [request.connection for request in fake_engine.requests] == [1, 1, 1]


async def test_a_reply_that_ends_with_its_connection(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.script("GET", LOGS, head(200, {"Content-Type": MULTIPLEXED}), WHOLE, Do.CLOSE)
    assert await logs(docker).read_all() == MESSAGES


async def test_an_error_reply_raises_on_opening(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", LOGS, 404, {"message": "No such container: c"})
    with pytest.raises(ContainerNotFound, match="No such container: c"):
        await logs(docker).open()
    with pytest.raises(ContainerNotFound):
        async for _ in logs(docker):
            pass
    assert await docker.system.ping()
    assert len(fake_engine.connections) == 1


async def test_documents_as_models(docker: Docker, fake_engine: FakeEngine, closed: Closed) -> None:
    events: list[Step] = [chunked_head("application/json"), chunk(b'{"Type":"container","Action":"die"}\n'), Do.HANG]
    fake_engine.script("GET", "/events", *events)
    async with await docker.api.system.events() as stream:
        event = await anext(aiter(stream))
        assert (event.type, event.action) == ("container", "die")
    await closed()
    async with await docker.engine.fetch(operations.system.events()) as documents:
        assert plain(await anext(documents)) == {"Type": "container", "Action": "die"}


async def test_bytes(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.script(
        "GET", "/images/a/get", chunked_head("application/x-tar"), chunk(b"one"), chunk(b"two"), LAST_CHUNK
    )
    async with await docker.api.images.export("a") as stream:
        assert b"".join([piece async for piece in stream]) == b"onetwo"


@pytest.mark.parametrize(("tty", "body", "messages"), [(False, WHOLE, MESSAGES), (True, WHOLE, [Message(1, WHOLE)])])
async def test_an_older_engine_is_asked_for_the_terminal(
    fake_engine: FakeEngine, body: bytes, messages: list[Message], *, tty: bool
) -> None:
    fake_engine.reply("GET", "/containers/c/json", body={"Id": "c", "Config": {"Tty": tty}})
    fake_engine.script("GET", LOGS, reply(200, body, {"Content-Type": "application/vnd.docker.raw-stream"}))
    async with Docker(fake_engine.url) as docker:
        container = docker.containers.container("c")
        assert await container.messages().read_all() == messages
        assert len(fake_engine.received("GET", "/containers/c/json")) == 1
        known = await docker.containers.get("c")
        assert await known.messages().read_all() == messages
        assert len(fake_engine.received("GET", "/containers/c/json")) == 2
