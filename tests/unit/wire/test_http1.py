"""Replies of HTTP/1.1: the same however the input is cut, and an error for what two readers could read differently."""

from collections.abc import Iterable

import h11
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dockwright.errors import DockerError, MalformedStream, TruncatedStream
from dockwright.wire.http1 import HTTPReply
from tests.fakes.script import LAST_CHUNK, chunk

OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n" + chunk(b"one\n") + chunk(b"two\r\n") + LAST_CHUNK
SIZED = OK + b"Content-Type: text/plain\r\nContent-Length: 9\r\n\r\none\ntwo\r\n"
EARLY = b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </>\r\n\r\n"
BODY = b"one\ntwo\r\n"


def read(pieces: Iterable[bytes], *, bodiless: bool = False) -> tuple[HTTPReply, bytes, type[DockerError] | None]:
    """Feed pieces and close; give the reply, its data, and the class of the error that ended it."""
    reply = HTTPReply(bodiless=bodiless)
    data = b""
    try:
        for piece in pieces:
            data += b"".join(reply.feed(piece))
        if not reply.ended:
            reply.close()
    except DockerError as error:
        return reply, data, type(error)
    return reply, data, None


@pytest.mark.parametrize("sent", [CHUNKED, SIZED, EARLY + CHUNKED, EARLY + SIZED], ids=["1", "2", "3", "4"])
def test_a_body_and_what_comes_after_it(sent: bytes) -> None:
    for size in (1, 2, 3, 7, len(sent)):
        pieces = [sent[start : start + size] for start in range(0, len(sent), size)]
        reply, data, error = read(pieces)
        assert (reply.status, data, error) == (200, BODY, None)
        assert reply.ended
        assert reply.reusable
    reply, data, _ = read([sent + b"HTTP"])
    assert (data, reply.rest, reply.reusable) == (BODY, b"HTTP", False)


@pytest.mark.parametrize("sent", [CHUNKED, SIZED, EARLY + SIZED], ids=["chunked", "sized", "after news"])
def test_an_end_at_any_place_before_the_last_is_told(sent: bytes) -> None:
    for position in range(len(sent)):
        reply, data, error = read([sent[:position]])
        assert error is TruncatedStream, position
        assert BODY.startswith(data)
        assert not reply.ended


def test_headers_go_by_their_names_in_any_case() -> None:
    reply, _, _ = read([OK + b"cOntent-TYPE:text/plain \r\nX-Odd: a:b\xff\r\nX-Twice: 1\r\nx-twice:\t2\r\n\r\n"])
    assert reply.head.headers["Content-Type"] == "text/plain"
    assert reply.head.headers.get("content-type") == "text/plain"
    assert reply.head.headers["X-Odd"].encode("utf-8", "surrogateescape") == b"a:b\xff"
    assert reply.head.headers["x-twice"] == "1, 2"
    assert "X-TWICE" in reply.head.headers
    assert reply.head.headers.get("Server", "none") == "none"
    assert sorted(reply.head.headers) == ["content-type", "x-odd", "x-twice"]
    assert len(reply.head.headers) == 3


@pytest.mark.parametrize("status", [b"204 No Content", b"304 Not Modified", b"101 UPGRADED"])
def test_a_reply_without_a_body(status: bytes) -> None:
    reply, data, error = read([b"HTTP/1.1 " + status + b"\r\nContent-Length: 5\r\n\r\n"])
    assert (data, error, reply.ended) == (b"", None, True)
    assert reply.reusable == (reply.status != 101), "what comes after a 101 is no HTTP"


def test_the_reply_to_a_head_has_the_length_of_another() -> None:
    reply, data, error = read([OK + b"Content-Length: 5\r\n\r\n"], bodiless=True)
    assert (data, error, reply.ended, reply.reusable) == (b"", None, True, True)
    assert reply.head.length == 5


def test_a_body_without_a_length_ends_with_the_connection() -> None:
    reply = HTTPReply()
    assert reply.feed(OK + b"\r\none") == [b"one"]
    assert not reply.ended
    assert reply.feed(b"two") == [b"two"]
    reply.close()
    assert reply.ended
    assert not reply.reusable


@pytest.mark.parametrize(
    "head",
    [
        b"HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n",
        OK + b"Connection: close\r\nContent-Length: 0\r\n\r\n",
        OK + b"Connection: Keep-Alive, Close\r\nContent-Length: 0\r\n\r\n",
        OK + b"Content-Length: 7\r\nTransfer-Encoding: chunked\r\n\r\n" + LAST_CHUNK,
    ],
    ids=["1.0", "close", "close among others", "two ways to end"],
)
def test_a_connection_that_carries_no_other_request(head: bytes) -> None:
    reply, data, error = read([head])
    assert (data, error, reply.ended, reply.reusable) == (b"", None, True, False)


@pytest.mark.parametrize(
    ("sent", "fault"),
    [
        (b"\x15\x03\x01\x00\x02\x02\x16", "no status line"),
        (b"HTTP/2 200\r\n\r\n", "no status line"),
        (b"HTTP/1.1 20 OK\r\n\r\n", "no status line"),
        (b"HTTP/1.1 2000 OK\r\n\r\n", "no status line"),
        (b"SSH-2.0-OpenSSH_9.2\r\n", "no status line"),
        (b"HTTP/1.1 200 OK\nContent-Length: 0\n\n", "a line does not end in CR and LF"),
        (OK + b"No colon\r\n\r\n", "not one line with a name and a value: 'No colon'"),
        (OK + b"Two words: x\r\n\r\n", "not one line with a name and a value: 'Two words'"),
        (OK + b"X-Secret: hush\r\n and more\r\n\r\n", "not one line with a name and a value"),
        (OK + b"X: a\nContent-Length: 5\r\n\r\n", "half a line end"),
        (OK + b"X: a\rb\r\n\r\n", "half a line end"),
        (OK + b"X: a\0b\r\n\r\n", "a null"),
        (OK + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\n", "no length of a body: '5, 6'"),
        (OK + b"Content-Length: -5\r\n\r\n", "no length of a body: '-5'"),
        (OK + b"Content-Length: \xc2\xb2\r\n\r\n", "no length of a body"),
        (OK + b"Transfer-Encoding: gzip, chunked\r\n\r\n", "sent in an unknown way: 'gzip, chunked'"),
        (OK + b"X: " + b"x" * 70_000, "more than 65536 bytes"),
        (OK + b"Transfer-Encoding: chunked\r\n\r\nno size\r\n", "not the size of an HTTP chunk"),
    ],
)
def test_what_is_no_reply_is_refused(sent: bytes, fault: str) -> None:
    with pytest.raises(MalformedStream, match=fault) as caught:
        HTTPReply().feed(sent)
    assert "hush" not in str(caught.value)
    _, _, error = read([sent[at : at + 1] for at in range(min(len(sent), 200))] + [sent[200:]])
    assert error is MalformedStream


def test_one_length_said_twice_is_one() -> None:
    _, data, error = read([OK + b"Content-Length: 3\r\nContent-Length: 3\r\n\r\none"])
    assert (data, error) == (b"one", None)


@settings(max_examples=300)
@given(st.binary(max_size=60), st.sampled_from([b"", OK, OK + b"Transfer-Encoding: chunked\r\n\r\n", EARLY]), st.data())
def test_whatever_arrives(junk: bytes, begin: bytes, data: st.DataObject) -> None:
    sent = begin + junk
    at = data.draw(st.integers(0, len(sent)))
    whole, parted = read([sent]), read([sent[:at], sent[at:]])
    assert whole[1:] == parted[1:]
    assert whole[0].status == parted[0].status
    assert whole[0].rest == parted[0].rest


def h11_reads(sent: bytes) -> tuple[int, bytes] | None:
    """Give the status and body that h11 reads; None for what it refuses."""
    connection = h11.Connection(h11.CLIENT)
    connection.send(h11.Request(method="GET", target="/", headers=[("Host", "localhost")]))
    connection.send(h11.EndOfMessage())
    status, body = 0, b""
    try:
        connection.receive_data(sent)
        connection.receive_data(b"")
        while not isinstance(event := connection.next_event(), h11.EndOfMessage):
            if isinstance(event, h11.Response):
                status = event.status_code
            elif isinstance(event, h11.Data):
                body += bytes(event.data)
            elif not isinstance(event, h11.InformationalResponse):
                return None
    except h11.RemoteProtocolError:
        return None
    return status, body


PARTS = st.lists(st.binary(min_size=1, max_size=9), max_size=5)


@settings(max_examples=500)
@given(PARTS, st.sampled_from(["chunked", "length", "end"]), st.sampled_from([200, 204, 404]), st.data())
def test_what_both_read_h11_reads_alike(parts: list[bytes], way: str, status: int, data: st.DataObject) -> None:
    said = {
        "chunked": "Transfer-Encoding: chunked\r\n",
        "length": f"Content-Length: {sum(map(len, parts))}\r\n",
        "end": "",
    }
    body = b"".join(map(chunk, parts)) + LAST_CHUNK if way == "chunked" else b"".join(parts)
    sent = f"HTTP/1.1 {status} Status\r\nServer: x\r\n{said[way]}\r\n".encode() + body
    reply, ours, error = read([sent])
    assert (reply.status, ours, error) == (status, b"" if status == 204 else b"".join(parts), None)
    assert h11_reads(sent) == (status, ours)
    damaged = bytearray(sent)
    at = data.draw(st.integers(0, len(sent) - 1))
    damaged[at] = data.draw(st.sampled_from(b"\r\n :;09afZ\0\xff"))
    reply, ours, error = read([bytes(damaged)])
    theirs = h11_reads(bytes(damaged))
    assert error is not None or theirs is None or (reply.status, ours) == theirs
