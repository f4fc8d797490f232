"""Lines of logs: streams apart, characters whole, times taken off where they were asked for."""

from datetime import UTC, datetime

import pytest

from dockwright.wire.demux import Demuxer, RawOutput
from dockwright.wire.loglines import LogLine, LogLines, split_timestamp
from tests.fakes.engine import frame

T1, T2 = b"2024-05-01T12:00:00.123456789Z ", b"2024-05-01T12:00:01Z "
ONE = datetime(2024, 5, 1, 12, 0, 0, 123456, tzinfo=UTC)
TWO = datetime(2024, 5, 1, 12, 0, 1, tzinfo=UTC)


def read(lines: LogLines, data: bytes, size: int) -> list[LogLine]:
    found = [line for start in range(0, len(data), size) for line in lines.feed(data[start : start + size])]
    return found + lines.close()


@pytest.mark.parametrize("size", [1, 3, 7, 1000])
def test_streams_are_decoded_apart(size: int) -> None:
    """aiodocker B11: half a character of one stream met the other stream, and both were dropped."""
    data = frame(1, b"caf\xc3") + frame(2, b"ERR\n") + frame(1, b"\xa9\nlast") + frame(2, b"\xff\n")
    assert read(LogLines(Demuxer(), timestamps=False), data, size) == [
        LogLine("stderr", "ERR"),
        LogLine("stdout", "caf\u00e9"),
        LogLine("stderr", "\ufffd"),
        LogLine("stdout", "last"),
    ]


@pytest.mark.parametrize("size", [1, 5, 1000])
def test_times_of_pieces(size: int) -> None:
    # A long line comes in several pieces, each with its time.
    data = frame(1, T1 + b"a long ") + frame(2, T2 + b"other\n") + frame(1, T2 + b"line\n") + frame(1, T2 + b"\n")
    assert read(LogLines(Demuxer(), timestamps=True), data, size) == [
        LogLine("stderr", "other", TWO),
        LogLine("stdout", "a long line", ONE),
        LogLine("stdout", "", TWO),
    ]


def test_the_last_line_has_its_time() -> None:
    assert read(LogLines(Demuxer(), timestamps=True), frame(1, T1 + b"no end"), 99) == [
        LogLine("stdout", "no end", ONE)
    ]


@pytest.mark.parametrize("size", [1, 4, 1000])
def test_times_with_a_terminal(size: int) -> None:
    data = T1 + b"one\r\n" + T2 + b"t w o\r\n" + T2 + b"\r\n"
    assert read(LogLines(RawOutput(), timestamps=True), data, size) == [
        LogLine("stdout", "one", ONE),
        LogLine("stdout", "t w o", TWO),
        LogLine("stdout", "", TWO),
    ]


def test_what_looks_like_a_time_stays_where_none_was_asked() -> None:
    assert read(LogLines(Demuxer(), timestamps=False), frame(1, T1 + b"x\n"), 99) == [
        LogLine("stdout", (T1 + b"x").decode())
    ]


def test_a_piece_without_a_time() -> None:
    assert split_timestamp(b"hello world\n") == (None, b"hello world\n")
    assert split_timestamp(b"\xff world") == (None, b"\xff world")
    assert split_timestamp(b"") == (None, b"")
