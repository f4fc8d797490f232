"""Chunked bodies: the same bytes however the input is cut, whatever the chunks hold, and an error for what is none."""

from collections.abc import Iterable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dockwright.errors import DockerError, MalformedStream, TruncatedStream
from dockwright.wire.chunked import ChunkedBody
from tests.fakes.script import LAST_CHUNK, chunk

PARTS = [
    b"one line\n",
    b"\r\n",
    b"x",
    b"5\r\nfalse\r\n0\r\n\r\n",
    bytes(300),
    b"ends with\r",
    b"\nbegins so",
    b"last\r\n",
]
BODY = b"".join(map(chunk, PARTS)) + LAST_CHUNK
DECORATED = (
    b"A;name=value\r\n0123456789\r\n"
    b"00000003;\r\nabc\r\n"
    b'1 \t;quoted="\x01;"\r\nZ\r\n'
    b"000;last\r\n"
    b"Checksum: none\r\n"
    b"Another: \r\n"
    b"\r\n"
)
LINES = [b"line %d\n" % number for number in range(40)]


def read(pieces: Iterable[bytes]) -> tuple[bytes, bytes, DockerError | None]:
    """Feed pieces and close; give the data, what came after the body, and the error that ended it."""
    body = ChunkedBody()
    data = b""
    try:
        for piece in pieces:
            data += b"".join(body.feed(piece))
        body.close()
    except DockerError as error:
        return data, body.rest, error
    return data, body.rest, None


def cut(data: bytes, cuts: Iterable[int]) -> list[bytes]:
    ends = [*sorted(min(each, len(data)) for each in cuts), len(data)]
    return [data[start:end] for start, end in zip([0, *ends[:-1]], ends, strict=True)]


def test_gives_the_data_of_every_chunk() -> None:
    body = ChunkedBody()
    assert body.feed(BODY) == PARTS
    assert body.ended
    assert body.rest == b""
    body.close()


@pytest.mark.parametrize("at", range(len(BODY) + 1))
def test_any_cut_gives_the_same(at: int) -> None:
    assert read([BODY[:at], BODY[at:]]) == (b"".join(PARTS), b"", None)


@pytest.mark.parametrize("at", range(len(DECORATED) + 1))
def test_extensions_and_trailers_are_skipped(at: int) -> None:
    assert read([DECORATED[:at], DECORATED[at:]]) == (b"0123456789abcZ", b"", None)


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_small_pieces_give_the_same(size: int) -> None:
    pieces = [BODY[at : at + size] for at in range(0, len(BODY), size)]
    assert read(pieces) == (b"".join(PARTS), b"", None)


def test_data_is_given_before_its_chunk_is_whole() -> None:
    body = ChunkedBody()
    assert body.feed(b"10\r\nprompt> ") == [b"prompt> "]
    assert body.feed(b"answer") == [b"answer"]
    assert not body.ended


def test_what_follows_the_body_is_kept_apart() -> None:
    body = ChunkedBody()
    assert body.feed(chunk(b"data") + LAST_CHUNK + b"HTTP") == [b"data"]
    assert body.ended
    assert body.feed(b"/1.1") == []
    assert body.rest == b"HTTP/1.1"


# Many short chunks in a piece are read in another way than few; these go on from one to the other and back.
@given(
    parts=st.lists(st.one_of(st.binary(min_size=1, max_size=40), st.sampled_from([*PARTS, *LINES])), max_size=120),
    cuts=st.lists(st.integers(0, 3000), max_size=6),
    rest=st.sampled_from([b"", b"\r\n", b"5\r\n"]),
)
@example(LINES * 3, [500, 1000], b"")
@example([*LINES, *LINES, b"a\r\nb", *LINES], [400], b"")
@example([*LINES, b"x" * 70_000, *LINES], [400, 401], b"")
@settings(deadline=None)
def test_any_chunks_and_any_cuts_give_the_same(parts: list[bytes], cuts: list[int], rest: bytes) -> None:
    stream = b"".join(map(chunk, parts)) + LAST_CHUNK + rest
    assert read(cut(stream, cuts)) == (b"".join(parts), rest, None)


def test_many_short_chunks_are_given_one_by_one() -> None:
    body = ChunkedBody()
    stream = b"".join(map(chunk, LINES))
    for _ in range(3):
        assert body.feed(stream) == LINES
    # The last of them is cut at every place, and what is missing comes with the next ones.
    for at in range(1, len(chunk(LINES[-1]))):
        assert b"".join(body.feed(stream[:-at])) + b"".join(body.feed(stream[-at:] + stream)) == b"".join(LINES * 2)
    assert body.feed(stream + LAST_CHUNK) == LINES
    assert body.ended


@given(stream=st.binary(max_size=60), cuts=st.lists(st.integers(0, 60), max_size=6))
@example(b"2\r\nab\r\n0\r\n\r\n", [1])
@example(b"2\r\nabc\r\n0\r\n\r\n", [6])
@settings(deadline=None)
def test_any_bytes_end_alike_however_they_are_cut(stream: bytes, cuts: list[int]) -> None:
    data, rest, error = read([stream])
    again, rest_again, error_again = read(cut(stream, cuts))
    assert (again, rest_again, type(error_again)) == (data, rest, type(error))


@pytest.mark.parametrize(
    "size",
    [b"", b" ", b"g", b"-1", b"+1", b"0x1", b"1_0", b" 1", b"1 0", b"\x001", b"1\r", b"1\n", b"f" * 16, "٣".encode()],
    ids=repr,
)
def test_what_is_no_size_is_malformed(size: bytes) -> None:
    with pytest.raises(MalformedStream, match="not the size of an HTTP chunk"):
        ChunkedBody().feed(size + b"\r\n")


@pytest.mark.parametrize("follows", [b"\n\n", b"c\r\n", b"\rc", b"\n\r"])
def test_data_beyond_the_size_is_malformed(follows: bytes) -> None:
    body = ChunkedBody()
    assert body.feed(b"2\r\nab" + follows) == [b"ab"], "what came before is given first"
    for _ in range(2):
        with pytest.raises(MalformedStream, match="longer than its size"):
            body.feed(b"")
    with pytest.raises(MalformedStream):
        body.close()


def test_damage_is_found_among_many_chunks_too() -> None:
    body = ChunkedBody()
    body.feed(b"".join(map(chunk, LINES)))
    assert body.feed(b"".join(map(chunk, LINES)) + b"3\r\nabcd\r\n" + b"".join(map(chunk, LINES))) == [*LINES, b"abc"]
    with pytest.raises(MalformedStream, match="longer than its size"):
        body.feed(chunk(b"more"))


@pytest.mark.parametrize(
    "endless", [b"1;" + b"x" * 10_000, b"1" * 10_000, b"0\r\n" + b"x" * 10_000], ids=["extension", "size", "trailer"]
)
def test_a_line_that_does_not_end_is_malformed(endless: bytes) -> None:
    for pieces in ([endless], cut(endless, range(0, len(endless), 1000))):
        _, _, error = read(pieces)
        assert isinstance(error, MalformedStream)
        assert "does not end" in error.message


def test_an_extension_that_is_too_long_is_malformed() -> None:
    with pytest.raises(MalformedStream, match="not the size"):
        ChunkedBody().feed(b"1;" + b"x" * 10_000 + b"\r\na\r\n")


def test_trailers_without_an_end_are_malformed() -> None:
    trailer = b"X: " + b"x" * 1000 + b"\r\n"
    assert read([b"0\r\n", *[trailer] * 60, b"\r\n"])[2] is None
    _, _, error = read([b"0\r\n", *[trailer] * 70, b"\r\n"])
    assert isinstance(error, MalformedStream)
    assert "more than 65536 bytes of trailers" in error.message


@pytest.mark.parametrize(
    ("stream", "what", "expected", "received"),
    [
        (b"", "a chunked body, before its last chunk", None, 0),
        (chunk(b"ab"), "a chunked body, before its last chunk", None, 0),
        (b"1", "a chunked body, before its last chunk", None, 1),
        (b"5\r\nab", "an HTTP chunk", 5, 2),
        (b"2\r\nab\r", "a chunked body, before its last chunk", None, 1),
        (b"0\r\n", "a chunked body, before its last chunk", None, 0),
        (b"0\r\nX: y\r\n", "a chunked body, before its last chunk", None, 0),
    ],
)
def test_an_end_before_the_last_chunk_is_told(stream: bytes, what: str, expected: int | None, received: int) -> None:
    body = ChunkedBody()
    body.feed(stream)
    assert not body.ended
    with pytest.raises(TruncatedStream) as caught:
        body.close()
    assert (caught.value.what, caught.value.expected, caught.value.received) == (what, expected, received)
