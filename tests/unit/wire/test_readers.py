"""Readers made of other readers."""

import pytest

from dockwright.errors import TruncatedStream
from dockwright.wire.demux import Demuxer, RawOutput
from dockwright.wire.readers import Chunks, MessageBytes, MessageTexts, Pieces
from tests.fakes.script import frame


def test_chunks_stay_as_they_are() -> None:
    reader = Chunks()
    assert reader.feed(b"\x00a") == [b"\x00a"]
    assert reader.feed(b"") == []
    reader.close()


@pytest.mark.parametrize(
    ("data", "pieces"),
    [(b"", []), (b"ab", [b"ab"]), (b"abc", [b"abc"]), (b"abcd", [b"abc", b"d"]), (b"a" * 6, [b"aaa"] * 2)],
)
def test_pieces_are_at_most_so_large(data: bytes, pieces: list[bytes]) -> None:
    assert Pieces(3).feed(data) == pieces


def test_the_bytes_of_messages() -> None:
    reader = MessageBytes(Demuxer())
    assert reader.feed(frame(1, b"a") + frame(2, b"b")[:-1]) == [b"a"]
    assert reader.feed(b"b") == [b"b"]
    assert reader.close() == []
    assert MessageBytes(RawOutput()).feed(b"raw") == [b"raw"]
    cut = MessageBytes(Demuxer())
    cut.feed(frame(1, b"ab")[:-1])
    with pytest.raises(TruncatedStream):
        cut.close()


OUTPUT = frame(1, "caf\u00e9 ☃".encode()) + frame(2, b"err\n") + frame(1, b"\n")


@pytest.mark.parametrize("size", range(1, len(OUTPUT) + 1))
def test_one_text_for_each_message_however_it_is_cut(size: int) -> None:
    reader = MessageTexts(Demuxer())
    texts = [text for at in range(0, len(OUTPUT), size) for text in reader.feed(OUTPUT[at : at + size])]
    assert [*texts, *reader.close()] == ["café ☃", "err\n", "\n"]


def test_a_character_split_over_two_messages_survives_a_message_of_the_other_stream() -> None:
    reader = MessageTexts(Demuxer())
    assert reader.feed(frame(1, b"caf\xc3") + frame(2, b"\xe2\x98") + frame(1, b"\xa9") + frame(2, b"\x83")) == [
        "caf",
        "",
        "é",
        "☃",
    ]
    assert reader.close() == []


def test_what_is_no_utf8_is_replaced_and_never_dropped() -> None:
    reader = MessageTexts(Demuxer())
    assert reader.feed(frame(1, b"a\xff\xfeb")) == ["a\ufffd\ufffdb"]
    assert reader.feed(frame(1, b"end\xc3")) == ["end"]
    assert reader.close() == ["\ufffd"]


def test_raw_output_is_decoded_too() -> None:
    reader = MessageTexts(RawOutput())
    assert reader.feed(b"caf\xc3") + reader.feed(b"\xa9") + reader.close() == ["caf", "é"]


def test_the_end_inside_a_message_is_an_error() -> None:
    reader = MessageTexts(Demuxer())
    assert reader.feed(frame(1, b"whole") + frame(1, b"half")[:-1]) == ["whole"]
    with pytest.raises(TruncatedStream):
        reader.close()
