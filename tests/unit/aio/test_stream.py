"""Connections in both directions: what comes with the 101, half-close, back-pressure, every kind of end."""

import asyncio
import contextlib

import pytest

from dockwright.aio import (
    Conflict,
    ConnectionLost,
    ContainerNotFound,
    DeadlineExceeded,
    Deadlines,
    Docker,
    MalformedStream,
    Message,
    Stream,
    TruncatedStream,
    UnexpectedReply,
)
from dockwright.aio.transport import Transport
from dockwright.aio.upgrade import take_over
from dockwright.settings.endpoint import parse
from dockwright.wire.request import encode
from dockwright_api import operations
from tests.fakes.engine import Await, Do, FakeEngine, Step, frame, head, upgraded

from .conftest import MULTIPLEXED, Closed

START = "/exec/e/start"
ONE, TWO = Message(1, b"one\n"), Message(2, b"two\n")
FRAMES = frame(*ONE) + frame(*TWO)
MANY = 4 << 20
"""More bytes than the buffers of both kernels and both programs hold."""


def answer(fake: FakeEngine, *steps: Step, first: bytes = b"") -> None:
    fake.script("POST", START, upgraded(MULTIPLEXED) + first, *steps)


def start(docker: Docker) -> Stream:
    return docker.containers.exec("e").start()


async def read_all(stream: Stream) -> list[Message]:
    return [message async for message in stream]


async def test_bytes_that_came_with_the_answer_are_first(docker: Docker, fake_engine: FakeEngine) -> None:
    gate = fake_engine.gate()
    answer(fake_engine, gate, frame(*TWO), Do.CLOSE, first=frame(*ONE))
    async with start(docker) as stream:
        assert await stream.read_out() == ONE
        gate.open()
        assert await stream.read_out() == TWO
        assert await stream.read_out() is None
        assert await stream.read_out() is None


async def test_answer_output_and_end_at_once(docker: Docker, fake_engine: FakeEngine, closed: Closed) -> None:
    answer(fake_engine, Do.CLOSE, first=FRAMES)
    stream = await start(docker).open()
    await closed()
    assert await read_all(stream) == [ONE, TWO]
    await stream.close()


async def test_nothing_but_an_end(docker: Docker, fake_engine: FakeEngine) -> None:
    answer(fake_engine, Do.CLOSE)
    async with start(docker) as stream:
        assert await read_all(stream) == []


async def test_a_raw_stream_of_a_terminal(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.upgrade("POST", START, Do.CLOSE, first=FRAMES)
    async with start(docker) as stream:
        assert await read_all(stream) == [Message(1, FRAMES)]


async def test_input_and_output(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.upgrade("POST", START, Do.ECHO)
    async with start(docker) as stream:
        await stream.write_in(b"hello")
        assert await stream.read_out() == Message(1, b"hello")
        await stream.write(b"again")
        assert await stream.read() == Message(1, b"again")
        await stream.write_eof()
        assert await stream.read_out() is None
    assert fake_engine.requests[0].input == b"helloagain"
    assert fake_engine.requests[0].headers["upgrade"] == "tcp"
    assert fake_engine.requests[0].json() == {"Detach": False, "Tty": False}


async def test_output_goes_on_after_the_end_of_input(docker: Docker, fake_engine: FakeEngine) -> None:
    answer(fake_engine, Do.READ_INPUT, FRAMES, Do.CLOSE)
    async with start(docker) as stream:
        await stream.write_in(b"all")
        await stream.write_eof()
        assert await read_all(stream) == [ONE, TWO]
    assert fake_engine.requests[0].input == b"all"


async def test_input_goes_on_after_the_end_of_output(docker: Docker, fake_engine: FakeEngine) -> None:
    gate = fake_engine.gate()
    answer(fake_engine, FRAMES, gate, Do.END_WRITING, Await(b"late"))
    async with start(docker) as stream:
        assert await stream.read_out() == ONE
        gate.open()
        assert await read_all(stream) == [TWO]
        await stream.write_in(b"late")
        await stream.write_eof()
    assert await asyncio.to_thread(lambda: fake_engine.wait_received("POST", START))
    await asyncio.to_thread(fake_engine.wait_closed)
    assert fake_engine.requests[0].input == b"late"


async def test_what_was_written_has_left_when_the_stream_is_closed(
    docker: Docker, fake_engine: FakeEngine, closed: Closed
) -> None:
    answer(fake_engine, Do.READ_INPUT)
    data = b"x" * MANY
    async with start(docker) as stream:
        await stream.write_in(data)
    await closed()
    assert fake_engine.requests[0].input == data


async def test_what_writing_took_has_left_though_the_engine_reads_later(
    docker: Docker, fake_engine: FakeEngine, closed: Closed
) -> None:
    gate = fake_engine.gate()
    answer(fake_engine, gate, Do.READ_INPUT)
    taken = 0
    async with start(docker) as stream:
        with contextlib.suppress(TimeoutError):
            while True:
                async with asyncio.timeout(0.05):
                    await stream.write_in(b"x" * 1024)
                taken += 1024
    gate.open()
    await closed()
    assert taken > 0
    assert taken <= len(fake_engine.requests[0].input) < taken + 1024


async def test_writing_waits_for_an_engine_that_does_not_read(docker: Docker, fake_engine: FakeEngine) -> None:
    gate = fake_engine.gate()
    answer(fake_engine, frame(*ONE), gate, Do.READ_INPUT, frame(*TWO), Do.CLOSE)
    async with start(docker) as stream:
        writing = asyncio.ensure_future(stream.write_in(b"x" * MANY))
        assert await stream.read_out() == ONE
        assert not writing.done()
        gate.open()
        await writing
        await stream.write_eof()
        assert await read_all(stream) == [TWO]
    assert len(fake_engine.requests[0].input) == MANY


async def test_a_write_that_was_given_up_does_not_keep_the_connection(
    docker: Docker, fake_engine: FakeEngine, closed: Closed
) -> None:
    answer(fake_engine, frame(*ONE), Do.HANG)
    async with start(docker) as stream:
        writing = asyncio.ensure_future(stream.write_in(b"x" * MANY))
        assert await stream.read_out() == ONE
        writing.cancel()
        with pytest.raises(asyncio.CancelledError):
            await writing
    await closed()


async def test_an_engine_that_is_not_read_is_kept_from_sending(docker: Docker, fake_engine: FakeEngine) -> None:
    body = frame(1, b"x" * MANY)
    answer(fake_engine, body, Do.CLOSE, first=frame(*ONE))
    async with start(docker) as stream:
        assert await stream.read_out() == ONE
        # More than enough for the whole output, if nothing held it back.
        for _ in range(100):
            await asyncio.sleep(0.001)
        assert not fake_engine.connections[0].closed_by
        assert await read_all(stream) == [Message(1, b"x" * MANY)]


async def test_the_first_read_and_write_at_once_connect_once(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.upgrade("POST", START, Do.ECHO)
    stream = start(docker)
    _, _, message = await asyncio.gather(stream.open(), stream.write_in(b"hello"), stream.read_out())
    assert message == Message(1, b"hello")
    assert len(fake_engine.received("POST", START)) == 1
    await stream.close()


async def test_connecting_that_failed_may_be_tried_again(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("POST", START, 409, {"message": "container is paused"})
    answer(fake_engine, Do.CLOSE, first=FRAMES)
    stream = start(docker)
    with pytest.raises(Conflict, match="container is paused"):
        await stream.read_out()
    assert await read_all(stream) == [ONE, TWO]
    await stream.close()


@pytest.mark.parametrize(("status", "kind"), [(404, ContainerNotFound), (409, Conflict)])
async def test_an_error_instead_of_the_switch(
    docker: Docker, fake_engine: FakeEngine, status: int, kind: type[Exception]
) -> None:
    fake_engine.reply("POST", "/containers/c/attach", status, {"message": "the engine's own words"})
    with pytest.raises(kind, match="the engine's own words"):
        async with docker.containers.container("c").attach(stdout=True):
            pytest.fail("nothing was opened")
    assert await docker.system.ping()
    assert len(fake_engine.connections) == 1


async def test_success_without_the_switch(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("POST", START, 200, b"hello")
    with pytest.raises(UnexpectedReply, match="ExecStart: the engine did not switch protocols; it answered 200"):
        await start(docker).open()
    assert await docker.system.ping()


SWITCHED_WITHOUT_101 = head(200, {"Content-Type": MULTIPLEXED})


async def test_an_engine_that_goes_on_with_200(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.script("POST", START, SWITCHED_WITHOUT_101 + frame(*ONE), Do.READ_INPUT, frame(*TWO), Do.CLOSE)
    async with start(docker) as stream:
        assert await stream.read_out() == ONE
        await stream.write_in(b"x" * MANY)
        await stream.write_eof()
        assert await read_all(stream) == [TWO]
    assert fake_engine.requests[0].input == b"x" * MANY


async def test_a_200_with_everything_at_once(docker: Docker, fake_engine: FakeEngine, closed: Closed) -> None:
    fake_engine.script("POST", START, SWITCHED_WITHOUT_101 + FRAMES, Do.CLOSE)
    stream = await start(docker).open()
    await closed()
    assert await read_all(stream) == [ONE, TWO]
    await stream.close()


async def test_a_200_that_is_cut(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.script("POST", START, SWITCHED_WITHOUT_101 + FRAMES[:-1], Do.CLOSE)
    async with start(docker) as stream:
        assert await stream.read_out() == ONE
        with pytest.raises(TruncatedStream):
            await stream.read_out()


@pytest.mark.parametrize(("part", "expected", "arrived"), [(FRAMES[:-1], 4, 3), (FRAMES[:15], 8, 3)])
async def test_a_cut_inside_a_frame(
    docker: Docker, fake_engine: FakeEngine, part: bytes, expected: int, arrived: int
) -> None:
    answer(fake_engine, Do.CLOSE, first=part)
    async with start(docker) as stream:
        assert await stream.read_out() == ONE
        with pytest.raises(TruncatedStream) as caught:
            await stream.read_out()
        assert (caught.value.expected, caught.value.received) == (expected, arrived)
        assert await stream.read_out() is None


async def test_a_reset_between_frames(docker: Docker, fake_engine: FakeEngine, closed: Closed) -> None:
    gate = fake_engine.gate()
    answer(fake_engine, FRAMES, gate, Do.RESET)
    async with start(docker) as stream:
        assert await stream.read_out() == ONE
        gate.open()
        await closed()
        for _ in range(20):
            await asyncio.sleep(0)
        assert await stream.read_out() == TWO
        with pytest.raises(ConnectionLost, match="ExecStart: the connection broke") as caught:
            await stream.read_out()
        assert isinstance(caught.value.__cause__, OSError)
        with pytest.raises(ConnectionLost):
            await stream.write_in(b"more")
        with pytest.raises(ConnectionLost):
            await stream.write_eof()


async def test_a_reset_inside_a_frame(docker: Docker, fake_engine: FakeEngine) -> None:
    gate = fake_engine.gate()
    answer(fake_engine, FRAMES[:-1], gate, Do.RESET)
    async with start(docker) as stream:
        assert await stream.read_out() == ONE
        waiting = asyncio.ensure_future(stream.read_out())
        await asyncio.sleep(0)
        gate.open()
        with pytest.raises(TruncatedStream) as caught:
            await waiting
        assert isinstance(caught.value.__cause__, ConnectionLost)


async def test_a_reset_right_after_the_switch(docker: Docker, fake_engine: FakeEngine) -> None:
    answer(fake_engine, Do.RESET, first=frame(*ONE))
    with pytest.raises(ConnectionLost):
        async with start(docker) as stream:
            await read_all(stream)


async def test_a_reset_before_the_connection_is_taken_over(fake_engine: FakeEngine, closed: Closed) -> None:
    gate = fake_engine.gate()
    answer(fake_engine, gate, Do.RESET, first=frame(*ONE))
    transport = Transport(parse(fake_engine.url))
    response = await transport.open(encode(operations.execs.start("e", {}), "1.45"), "ExecStart", Deadlines())
    gate.open()
    await closed()
    for _ in range(20):
        await asyncio.sleep(0)
    connection = take_over(response, "ExecStart")
    assert await connection.read() == frame(*ONE)
    with pytest.raises(ConnectionLost):
        await connection.read()
    connection.close()
    await transport.close()


async def test_a_garbage_header_does_not_wait(docker: Docker, fake_engine: FakeEngine) -> None:
    answer(fake_engine, Do.HANG, first=FRAMES + b"garbage!")
    async with start(docker) as stream:
        assert [await stream.read_out(), await stream.read_out()] == [ONE, TWO]
        with pytest.raises(MalformedStream):
            await stream.read_out()


@pytest.mark.parametrize("data", [b"x", b"x" * MANY], ids=["little", "much"])
async def test_writing_to_an_engine_that_left(
    docker: Docker, fake_engine: FakeEngine, closed: Closed, data: bytes
) -> None:
    answer(fake_engine, Do.CLOSE)
    async with start(docker) as stream:
        await closed()
        with pytest.raises(ConnectionLost):
            await stream.write_in(data)


async def test_writing_breaks_when_the_engine_leaves(docker: Docker, fake_engine: FakeEngine) -> None:
    gate = fake_engine.gate()
    answer(fake_engine, frame(*ONE), gate, Do.RESET)
    async with start(docker) as stream:
        writing = asyncio.ensure_future(stream.write_in(b"x" * MANY))
        assert await stream.read_out() == ONE
        gate.open()
        with pytest.raises(ConnectionLost):
            await writing


async def test_the_limits_of_connecting_do_not_count_for_the_process(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.script("POST", START, Do.HANG)
    with pytest.raises(DeadlineExceeded, match="ExecStart: the total limit"):
        await docker.containers.exec("e").start(timeout=0.01).open()


async def test_detached(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("POST", START)
    assert await docker.containers.exec("e").start(detach=True) == b""
    (request,) = fake_engine.requests
    assert request.json() == {"Detach": True, "Tty": False}
    assert "upgrade" not in request.headers


async def test_typed_api(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.upgrade("POST", "/containers/c/attach", Do.ECHO)
    async with await docker.api.containers.attach("c", stream=True, stdin=True, stdout=True) as stream:
        await stream.write(b"hello")
        assert await stream.read() == Message(1, b"hello")


@pytest.mark.parametrize(("tty", "messages"), [(False, [ONE, TWO]), (True, [Message(1, FRAMES)])])
async def test_an_older_engine_is_asked_for_the_terminal(
    fake_engine: FakeEngine, messages: list[Message], *, tty: bool
) -> None:
    fake_engine.reply("GET", "/exec/e/json", body={"ID": "e", "ProcessConfig": {"tty": tty}})
    fake_engine.upgrade("POST", START, Do.CLOSE, first=FRAMES)
    async with Docker(fake_engine.url) as docker:
        async with start(docker) as stream:
            assert await read_all(stream) == messages
        command = docker.containers.exec("e")
        await command.inspect()
        async with command.start() as stream:
            assert await read_all(stream) == messages
    assert len(fake_engine.received("GET", "/exec/e/json")) == 2
    assert [request.json()["Tty"] for request in fake_engine.received("POST", START)] == [False, tty]
