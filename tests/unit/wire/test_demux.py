"""Multiplexed output: the same messages however the bytes are cut, and the right error for each kind of damage."""

import struct
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dockwright.errors import DockerError, DockerStreamError, MalformedStream, TruncatedStream
from dockwright.wire.demux import Demuxer, Message, RawOutput


def frame(stream: int, payload: bytes) -> bytes:
    return struct.pack(">BxxxL", stream, len(payload)) + payload


def read(chunks: Iterable[bytes]) -> tuple[list[Message], DockerError | None]:
    """Feed chunks and close; give the messages, and the error that ended them."""
    demuxer = Demuxer()
    messages: list[Message] = []
    try:
        for chunk in chunks:
            messages += demuxer.feed(chunk)
        messages += demuxer.close()
    except DockerError as error:
        return messages, error
    return messages, None


def pieces(data: bytes, cuts: Iterable[int]) -> list[bytes]:
    ends = [*sorted(cuts), len(data)]
    return [data[start:end] for start, end in zip([0, *ends[:-1]], ends, strict=True)]


MESSAGES = [
    Message(1, b"out\n"),
    Message(2, b"error: \xc3\xa9\n"),
    Message(0, b"typed"),
    Message(1, b"\x01\x00\x00\x00\x00\x00\x00\x05not a header"),
    Message(1, bytes(300)),
    Message(2, b"x"),
]
STREAM = b"".join(frame(*message) for message in MESSAGES)


def test_gives_streams_and_payloads_in_order() -> None:
    assert read([STREAM]) == (MESSAGES, None)


def test_messages_are_named_tuples() -> None:
    (message,) = Demuxer().feed(frame(2, b"warning"))
    assert type(message) is Message
    assert (message.stream, message.data) == (2, b"warning")


@pytest.mark.parametrize("cut", range(len(STREAM) + 1))
def test_any_cut_gives_the_same(cut: int) -> None:
    assert read([STREAM[:cut], STREAM[cut:]]) == (MESSAGES, None)


def test_bytes_one_by_one_give_the_same() -> None:
    assert read(STREAM[at : at + 1] for at in range(len(STREAM))) == (MESSAGES, None)


@given(
    messages=st.lists(
        st.tuples(st.integers(0, 2), st.binary(min_size=1, max_size=40)).map(lambda each: Message(*each))
    ),
    data=st.data(),
)
@settings(deadline=None)
def test_any_chunking_of_any_messages_gives_the_same(messages: list[Message], data: st.DataObject) -> None:
    stream = b"".join(frame(*message) for message in messages)
    cuts = data.draw(st.lists(st.integers(0, len(stream))))
    assert read(pieces(stream, cuts)) == (messages, None)


@given(stream=st.binary(max_size=60), cuts=st.lists(st.integers(0, 60), max_size=6))
@settings(deadline=None)
def test_any_bytes_end_alike_however_they_are_cut(stream: bytes, cuts: list[int]) -> None:
    messages, error = read([stream])
    cut_messages, cut_error = read(pieces(stream, [min(cut, len(stream)) for cut in cuts]))
    assert cut_messages == messages
    assert type(cut_error) is type(error)
    assert str(cut_error) == str(error)


def test_a_message_is_given_with_its_last_byte() -> None:
    demuxer = Demuxer()
    assert demuxer.feed(frame(1, b"prompt> ")[:-1]) == []
    assert demuxer.feed(b" ") == [Message(1, b"prompt> ")]


def test_a_large_frame_arrives_in_many_chunks() -> None:
    payload = bytes(range(256)) * 16384
    stream = frame(1, payload) + frame(2, b"after")
    chunks = [stream[at : at + 1000] for at in range(0, len(stream), 1000)]
    assert read(chunks) == ([Message(1, payload), Message(2, b"after")], None)


def test_empty_frames_and_empty_chunks_are_nothing() -> None:
    stream = frame(1, b"") + frame(1, b"a") + frame(2, b"") + frame(2, b"b") + frame(1, b"")
    assert read([b"", stream[:3], b"", stream[3:], b""]) == ([Message(1, b"a"), Message(2, b"b")], None)


@pytest.mark.parametrize(
    ("header", "words"),
    [
        (b"hello, w", "not a frame header: b'hello, w'"),
        (b"\x04\x00\x00\x00\x00\x00\x00\x01", "not a frame header"),
        (b"\x01\x00\x00\x01\x00\x00\x00\x01", "not a frame header"),
        (b"\x01\x80\x00\x00\x00\x00\x00\x01", "not a frame header"),
        (b"\xff\x00\x00\x00\x00\x00\x00\x00", "not a frame header"),
        (b"\x01\x00\x00\x00\x80\x00\x00\x00", "announces 2147483648 bytes"),
    ],
)
def test_what_is_no_header_is_malformed(header: bytes, words: str) -> None:
    with pytest.raises(MalformedStream, match=words):
        Demuxer().feed(header)


def test_messages_before_damage_are_given_first() -> None:
    demuxer = Demuxer()
    assert demuxer.feed(frame(1, b"last words") + b"garbage!") == [Message(1, b"last words")]
    with pytest.raises(MalformedStream):
        demuxer.feed(b"")
    with pytest.raises(MalformedStream):
        demuxer.close()


def test_a_broken_reader_stays_broken() -> None:
    demuxer = Demuxer()
    for _ in range(2):
        with pytest.raises(MalformedStream):
            demuxer.feed(b"garbage!")


def test_the_engines_own_error_is_raised_after_what_came_before() -> None:
    stream = frame(1, b"line\n") + frame(3, b"error from daemon in stream: driver failed\n")
    messages, error = read([stream])
    assert messages == [Message(1, b"line\n")]
    assert type(error) is DockerStreamError
    assert error.message == "error from daemon in stream: driver failed"
    assert read(stream[at : at + 1] for at in range(len(stream)))[0] == messages


def test_an_engine_error_without_text_is_still_an_error() -> None:
    with pytest.raises(DockerStreamError, match="without a text"):
        Demuxer().feed(frame(3, b""))


def test_input_that_ends_inside_a_header() -> None:
    demuxer = Demuxer()
    assert demuxer.feed(frame(1, b"whole") + b"\x01\x00\x00") == [Message(1, b"whole")]
    with pytest.raises(TruncatedStream, match="inside a frame header: 3 of 8 bytes received") as caught:
        demuxer.close()
    assert (caught.value.expected, caught.value.received) == (8, 3)


@pytest.mark.parametrize("received", [0, 1, 9])
def test_input_that_ends_inside_a_payload(received: int) -> None:
    demuxer = Demuxer()
    assert demuxer.feed(frame(2, b"0123456789")[: 8 + received]) == []
    with pytest.raises(TruncatedStream, match=f"a frame of stream 2: {received} of 10 bytes") as caught:
        demuxer.close()
    assert (caught.value.expected, caught.value.received) == (10, received)


def test_raw_output_is_standard_output_as_it_comes() -> None:
    reader = RawOutput()
    assert reader.feed(b"\x01\x00\x00\x00") == [Message(1, b"\x01\x00\x00\x00")]
    assert reader.feed(b"") == []
    assert reader.close() == []


def test_all_messages_of_a_chunk_come_at_once() -> None:
    """aiodocker C6, C7: every frame was waited for twice, and cut off the front of a buffer."""
    many = [Message(1, b"%d\n" % number) for number in range(10_000)]
    assert Demuxer().feed(b"".join(frame(*message) for message in many)) == many
