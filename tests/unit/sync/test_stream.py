"""Connections in both directions: what arrives with the 101, half closes, and every kind of end."""

import gc
from concurrent.futures import ThreadPoolExecutor

import pytest

from dockwright.sync import (
    ConnectionLost,
    Container,
    ContainerNotFound,
    DockerClient,
    MalformedStream,
    Message,
    Stream,
    TruncatedStream,
    UnexpectedReply,
)
from dockwright_api import operations
from tests.fakes.engine import Await, Do, FakeEngine, Pieces, frame, head, upgraded

from .conftest import MULTIPLEXED

ATTACH = "/containers/c/attach"
WHOLE = frame(1, b"one\n") + frame(2, b"two\n")
MESSAGES = [Message(1, b"one\n"), Message(2, b"two\n")]


def attach(client: DockerClient) -> Stream:
    return client.engine.upgrade(operations.containers.attach("c", stdin=True, stdout=True, stderr=True, stream=True))


def multiplexed(fake: FakeEngine, *steps: bytes | Do | Pieces | Await) -> None:
    fake.script("POST", ATTACH, upgraded(MULTIPLEXED), *steps)


def test_the_request_asks_for_an_upgrade(client: DockerClient, fake_engine: FakeEngine) -> None:
    multiplexed(fake_engine, Do.CLOSE)
    assert list(attach(client)) == []
    (request,) = fake_engine.requests
    assert (request.headers["connection"], request.headers["upgrade"]) == ("Upgrade", "tcp")
    assert request.query == {"stdin": ["1"], "stdout": ["1"], "stderr": ["1"], "stream": ["1"]}


@pytest.mark.parametrize("size", [1, 3, len(WHOLE)])
def test_what_arrives_together_with_the_head_is_not_lost(
    client: DockerClient, fake_engine: FakeEngine, size: int
) -> None:
    fake_engine.script("POST", ATTACH, upgraded(MULTIPLEXED) + WHOLE[:size], Pieces(WHOLE[size:]), Do.CLOSE)
    assert list(attach(client)) == MESSAGES


def test_a_terminal_is_raw(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.upgrade("POST", ATTACH, Do.CLOSE, first=WHOLE)
    assert list(attach(client)) == [Message(1, WHOLE)]


def test_input_and_output(client: DockerClient, fake_engine: FakeEngine) -> None:
    multiplexed(fake_engine, Await(b"a\n"), frame(1, b"A\n"), Await(b"b\n"), frame(2, b"B\n"), Do.CLOSE)
    with attach(client) as stream:
        stream.write_in(b"a\n")
        assert stream.read_out() == Message(1, b"A\n")
        stream.write(b"b\n")
        assert stream.read() == Message(2, b"B\n")
        assert stream.read_out() is None
        assert stream.read_out() is None


def test_the_end_of_input_leaves_output_open(client: DockerClient, fake_engine: FakeEngine) -> None:
    multiplexed(fake_engine, Do.READ_INPUT, WHOLE, Do.CLOSE)
    with attach(client) as stream:
        stream.write_in(b"all of it")
        stream.write_eof()
        assert list(stream) == MESSAGES
    assert fake_engine.requests[0].input == b"all of it"


def test_closing_closes_both_directions(client: DockerClient, fake_engine: FakeEngine) -> None:
    multiplexed(fake_engine, WHOLE, Do.HANG)
    stream = attach(client)
    assert stream.read_out() == MESSAGES[0]
    stream.close()
    stream.close()
    fake_engine.wait_closed()
    assert stream.read_out() == MESSAGES[1], "what had arrived"
    assert stream.read_out() is None
    with pytest.raises(RuntimeError, match="this stream is closed"):
        stream.write_in(b"x")
    assert client.ping()


def test_forgetting_it_closes_it(client: DockerClient, fake_engine: FakeEngine) -> None:
    multiplexed(fake_engine, WHOLE, Do.HANG)
    attach(client).open()
    gc.collect()
    fake_engine.wait_closed()
    assert client.ping()


def test_another_thread_may_close_it(
    client: DockerClient, fake_engine: FakeEngine, threads: ThreadPoolExecutor
) -> None:
    multiplexed(fake_engine, WHOLE + frame(1, b"lost")[:-1], Do.HANG)
    stream = attach(client).open()
    assert [stream.read_out(), stream.read_out()] == MESSAGES
    reading = threads.submit(stream.read_out)
    stream.close()
    assert reading.result(30) is None
    fake_engine.wait_closed()


def test_closing_the_client_breaks_it(
    client: DockerClient, fake_engine: FakeEngine, threads: ThreadPoolExecutor
) -> None:
    multiplexed(fake_engine, Do.HANG)
    stream = attach(client).open()
    reading = threads.submit(stream.read_out)
    client.close()
    with pytest.raises(ConnectionLost, match="ContainerAttach: the client was closed"):
        reading.result(30)
    fake_engine.wait_closed()


def test_several_threads_connect_once(
    client: DockerClient, fake_engine: FakeEngine, threads: ThreadPoolExecutor
) -> None:
    multiplexed(fake_engine, Do.READ_INPUT, frame(1, b"done"), Do.CLOSE)
    stream = attach(client)
    for writing in [threads.submit(stream.write_in, b"x") for _ in range(16)]:
        writing.result(30)
    stream.write_eof()
    assert stream.read_out() == Message(1, b"done")
    assert len(fake_engine.requests) == 1
    assert fake_engine.requests[0].input == b"x" * 16
    stream.close()


@pytest.mark.parametrize("end", [Do.CLOSE, Do.RESET])
@pytest.mark.parametrize("tcp", [False, True], ids=["unix", "tcp"])
def test_a_cut_inside_a_frame(end: Do, *, tcp: bool) -> None:
    with FakeEngine(tcp=tcp) as fake, DockerClient(fake.url, version="1.45") as client:
        gate = fake.gate()
        fake.script("POST", ATTACH, upgraded(MULTIPLEXED), WHOLE + frame(1, b"lost")[:-1], gate, end)
        stream = attach(client)
        assert [stream.read_out(), stream.read_out()] == MESSAGES
        gate.open()
        with pytest.raises(TruncatedStream) as caught:
            stream.read_out()
        assert (caught.value.expected, caught.value.received) == (4, 3)
        stream.close()


def write_for_ever(stream: Stream) -> None:
    while True:
        stream.write_in(b"x")


def test_a_break_between_frames() -> None:
    with FakeEngine(tcp=True) as fake, DockerClient(fake.url, version="1.45") as client:
        gate = fake.gate()
        fake.script("POST", ATTACH, upgraded(MULTIPLEXED), WHOLE, gate, Do.RESET)
        stream = attach(client)
        assert [stream.read_out(), stream.read_out()] == MESSAGES
        gate.open()
        with pytest.raises(ConnectionLost, match="ContainerAttach: the connection broke"):
            stream.read_out()
        with pytest.raises(ConnectionLost, match="ContainerAttach: the connection broke"):
            write_for_ever(stream)
        stream.close()


def test_a_garbage_header_follows_what_came_before(client: DockerClient, fake_engine: FakeEngine) -> None:
    multiplexed(fake_engine, WHOLE + b"a plain text", Do.HANG)
    with attach(client) as stream:
        assert [stream.read_out(), stream.read_out()] == MESSAGES
        with pytest.raises(MalformedStream):
            stream.read_out()
    fake_engine.wait_closed()


def test_an_engine_that_goes_on_with_200(client: DockerClient, fake_engine: FakeEngine) -> None:
    begin = head(200, {"Content-Type": MULTIPLEXED})
    fake_engine.script("POST", ATTACH, begin + WHOLE[:12], Do.READ_INPUT, WHOLE[12:], Do.CLOSE)
    with attach(client) as stream:
        assert stream.read_out() == MESSAGES[0]
        stream.write_in(b"hello")
        stream.write_eof()
        assert list(stream) == MESSAGES[1:]
    assert fake_engine.requests[0].input == b"hello"


def test_a_200_that_is_cut(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.script("POST", ATTACH, head(200, {"Content-Type": MULTIPLEXED}) + WHOLE[:-1], Do.CLOSE)
    with attach(client) as stream:
        assert stream.read_out() == MESSAGES[0]
        with pytest.raises(TruncatedStream):
            stream.read_out()


def test_an_engine_that_does_not_switch(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.reply("POST", ATTACH, 200, b"")
    with pytest.raises(UnexpectedReply, match="did not switch protocols; it answered 200"):
        attach(client).open()
    fake_engine.reply("POST", "/containers/gone/attach", 404, {"message": "No such container"})
    with pytest.raises(ContainerNotFound):
        client.send(operations.containers.attach("gone"))


@pytest.mark.parametrize("tty", [False, True])
def test_an_older_engine_is_asked_for_the_terminal(fake_engine: FakeEngine, *, tty: bool) -> None:
    fake_engine.reply("GET", "/containers/c/json", body={"Id": "c", "Config": {"Tty": tty}})
    fake_engine.upgrade("POST", ATTACH, WHOLE, Do.CLOSE)
    with DockerClient(fake_engine.url) as client, attach(client) as stream:
        assert list(stream) == ([Message(1, WHOLE)] if tty else MESSAGES)
        assert Container.of(client, "c").attrs["Config"]["Tty"] is tty
