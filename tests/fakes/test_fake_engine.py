"""The fake engine does to a plain socket what its scripts say."""

import select
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from urllib.parse import urlsplit

import pytest

from tests.engines.rawhttp import request
from tests.fakes.engine import (
    LAST_CHUNK,
    Await,
    Do,
    FakeEngine,
    Pieces,
    chunk,
    chunked,
    chunked_head,
    frame,
    head,
    reply,
    upgraded,
)

Connect = Callable[[], socket.socket]
GET = b"GET /v1.41/x HTTP/1.1\r\nHost: docker\r\n\r\n"


@pytest.fixture(params=["unix", "tcp"])
def fake(request: pytest.FixtureRequest) -> Iterator[FakeEngine]:
    with FakeEngine(tcp=request.param == "tcp") as fake:
        yield fake


@pytest.fixture
def connect(fake: FakeEngine) -> Iterator[Connect]:
    with ExitStack() as stack:

        def open_one() -> socket.socket:
            parts = urlsplit(fake.url)
            unix = parts.scheme == "unix"
            stream = stack.enter_context(socket.socket(socket.AF_UNIX if unix else socket.AF_INET))
            stream.settimeout(10)
            stream.connect(parts.path if unix else (parts.hostname, parts.port))
            return stream

        yield open_one


def read_all(stream: socket.socket) -> bytes:
    return b"".join(iter(lambda: stream.recv(65536), b""))


def test_negotiation_is_answered_without_a_script() -> None:
    with FakeEngine(api_version="1.44", min_api_version="1.24", version="26.1.0") as fake:
        assert request(fake.url, "GET", "/version").json()["ApiVersion"] == "1.44"
        assert request(fake.url, "HEAD", "/_ping").headers["api-version"] == "1.44"
        assert request(fake.url, "GET", "/v1.44/nothing").status == 404


def test_requests_are_recorded(fake: FakeEngine) -> None:
    fake.reply("POST", "/containers/a%2Fb/start", 204)
    assert request(fake.url, "POST", "/v1.41/containers/a%2Fb/start?x=1&x=", {"Key": [1]}).status == 204
    (received,) = fake.received("POST", "/containers/a%2Fb/start")
    assert (received.version, received.query) == ("1.41", {"x": ["1", ""]})
    assert received.json() == {"Key": [1]}
    assert received.headers["content-type"] == "application/json"
    assert received.complete


def test_chunked_body_is_joined(fake: FakeEngine) -> None:
    fake.reply("PUT", "/archive")
    assert request(fake.url, "PUT", "/archive", (b"ab" for _ in range(3))).status == 200
    assert fake.requests[0].body == b"ababab"


def test_scripts_of_one_path_are_used_in_order_and_the_last_stays(fake: FakeEngine) -> None:
    fake.reply("GET", "/x", 500, {"message": "no"})
    fake.reply("GET", "/x", 200, {"yes": True})
    assert [request(fake.url, "GET", "/x").status for _ in range(3)] == [500, 200, 200]


def test_connection_is_kept_between_requests(fake: FakeEngine, connect: Connect) -> None:
    fake.script("GET", "/x", *chunked("text/plain", [b"a", b"bc"]))
    with connect() as stream:
        for _ in range(2):
            stream.sendall(GET)
            reader = stream.makefile("rb", buffering=0)
            while reader.readline() != b"0\r\n":
                pass
            reader.readline()
            reader.close()
    fake.wait_closed()
    (connection,) = fake.connections
    assert len(connection.requests) == 2
    assert (connection.closed_by, connection.cut) == ("client", False)


@pytest.mark.parametrize(
    "sent",
    [b"", head(200, {"A": "b"})[:-3], head(200, {"Content-Length": "9"}) + b"half", upgraded() + frame(1, b"x")[:5]],
    ids=["nothing", "half a head", "half a body", "half a frame header"],
)
@pytest.mark.parametrize("ending", [Do.CLOSE, Do.RESET])
def test_cut(fake: FakeEngine, connect: Connect, sent: bytes, ending: Do) -> None:
    gate = fake.gate()
    fake.script("GET", "/x", sent, gate, ending)
    stream = connect()
    stream.sendall(GET)
    assert b"".join(stream.recv(1) for _ in sent) == sent
    gate.open()
    if ending is Do.RESET:
        with pytest.raises(ConnectionResetError):
            stream.recv(1)
    else:
        assert stream.recv(1) == b""
    fake.wait_closed()
    assert fake.connections[0].closed_by == "engine"


def test_pieces_arrive_one_by_one(fake: FakeEngine, connect: Connect) -> None:
    fake.script("GET", "/x", Pieces(reply(200, b"body")), Do.CLOSE)
    stream = connect()
    stream.sendall(GET)
    assert read_all(stream) == reply(200, b"body")


def test_gate_holds_the_rest_back(fake: FakeEngine, connect: Connect) -> None:
    gate = fake.gate()
    fake.script("GET", "/x", chunked_head("text/plain"), gate, chunk(b"late"), LAST_CHUNK, Do.CLOSE)
    stream = connect()
    stream.sendall(GET)
    fake.wait_received("GET", "/x")
    first = stream.recv(65536)
    assert first == chunked_head("text/plain")
    assert select.select([stream], [], [], 0)[0] == []
    gate.open()
    assert read_all(stream) == b"4\r\nlate\r\n0\r\n\r\n"


@pytest.mark.parametrize("step", ["gate", "hang"])
def test_client_that_leaves_in_the_middle_is_noticed(step: str) -> None:
    with FakeEngine() as fake:
        fake.script("GET", "/x", head(200), fake.gate() if step == "gate" else Do.HANG, b"more")
        with socket.socket(socket.AF_UNIX) as stream:
            stream.connect(urlsplit(fake.url).path)
            stream.sendall(GET)
            assert stream.recv(65536) == head(200)
        fake.wait_closed()
        assert (fake.connections[0].closed_by, fake.connections[0].cut) == ("client", True)


def test_upgrade_sends_bytes_with_the_head_and_reads_input(fake: FakeEngine, connect: Connect) -> None:
    fake.upgrade("GET", "/x", Await(b"hello"), frame(1, b"bye"), Do.READ_INPUT, b"end", first=frame(1, b"hi"))
    stream = connect()
    # What follows the request at once is input already.
    stream.sendall(GET + b"hel")
    expected = upgraded() + frame(1, b"hi")
    assert stream.recv(65536) == expected
    stream.sendall(b"lo")
    assert stream.recv(65536) == frame(1, b"bye")
    stream.sendall(b" again")
    stream.shutdown(socket.SHUT_WR)
    assert read_all(stream) == b"end"
    assert fake.requests[0].input == b"hello again"


def test_echo(fake: FakeEngine, connect: Connect) -> None:
    fake.upgrade("GET", "/x", Do.ECHO)
    stream = connect()
    stream.sendall(GET)
    assert stream.recv(65536) == upgraded()
    stream.sendall(b"one")
    assert stream.recv(65536) == b"one"
    stream.shutdown(socket.SHUT_WR)
    assert read_all(stream) == b""


def test_reply_can_come_before_the_body_is_read(fake: FakeEngine, connect: Connect) -> None:
    fake.script("PUT", "/x", reply(400, {"message": "no"}), Do.READ_BODY)
    stream = connect()
    stream.sendall(b"PUT /x HTTP/1.1\r\nContent-Length: 5\r\n\r\n")
    assert stream.recv(65536) == reply(400, {"message": "no"})
    assert not fake.requests[0].complete
    stream.sendall(b"12345")
    stream.close()
    fake.wait_closed()
    assert fake.requests[0].body == b"12345"


def test_upload_that_was_given_up_is_not_complete(fake: FakeEngine, connect: Connect) -> None:
    fake.reply("PUT", "/x")
    stream = connect()
    stream.sendall(b"PUT /x HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n")
    stream.close()
    fake.wait_closed()
    assert (fake.requests[0].body, fake.requests[0].complete) == (b"abc", False)


def test_unfinished_scripts_do_not_keep_the_fake_from_stopping() -> None:
    with socket.socket(socket.AF_UNIX) as stream:
        with FakeEngine() as fake:
            fake.script("GET", "/x", Do.HANG)
            stream.connect(urlsplit(fake.url).path)
            stream.sendall(GET)
            fake.wait_received("GET", "/x")
        assert "fake-engine" not in {thread.name for thread in threading.enumerate()}


def test_client_without_tls_is_turned_away() -> None:
    with FakeEngine(tls=ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)) as fake, pytest.raises((OSError, EOFError)):
        request(fake.url, "GET", "/version")
