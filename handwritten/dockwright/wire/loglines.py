"""Lines of a log, each with its stream and, where the engine was asked for them, its time.

The engine writes the time in front of every piece that a process wrote, which for a long line are several. Without a
terminal a message is such a piece; with one there are only lines, with the times of their pieces inside.
"""

from datetime import UTC, datetime
from itertools import takewhile
from typing import TYPE_CHECKING, Literal, NamedTuple

from .demux import RawOutput
from .textlines import TextLines

if TYPE_CHECKING:
    from .demux import Message
    from .readers import Reader


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SHORTEST_STAMP = len("2024-01-01T00:00:00Z")
_PIECE = 16384
"""Bytes from which on the engine stores a line in pieces."""


class LogLine(NamedTuple):
    """A line without its end: ``timestamp`` is when the process began to write it, None where that was not asked."""

    stream: Literal["stdout", "stderr"]
    text: str
    timestamp: datetime | None = None


class LogLines:
    """Cut messages into lines; each stream is decoded by itself, and what is no UTF-8 is treated as ``errors`` says."""

    def __init__(self, messages: "Reader[Message]", *, timestamps: bool, errors: str = "replace") -> None:
        self._messages = messages
        self._errors = errors
        self._of_pieces = timestamps and not isinstance(messages, RawOutput)
        self._of_lines = timestamps and isinstance(messages, RawOutput)
        self._lines: dict[int, TextLines] = {}
        # When the line that is not whole yet was begun.
        self._begun: dict[int, datetime | None] = {}

    def feed(self, data: bytes, /) -> list[LogLine]:
        """Take the next chunk and give the lines that it completed."""
        return self._cut(self._messages.feed(data))

    def close(self) -> list[LogLine]:
        """State that the input ended, and give last lines that have no end."""
        lines = self._cut(self._messages.close() or [])
        for stream, reader in self._lines.items():
            lines += [self._line(stream, text, self._begun.get(stream)) for text in reader.close()]
        return lines

    def _cut(self, messages: "list[Message]") -> list[LogLine]:
        lines: list[LogLine] = []
        for stream, piece in messages:
            reader = self._lines.get(stream)
            if reader is None:
                reader = self._lines[stream] = TextLines(self._errors)
            if not self._of_pieces:
                lines += [self._line(stream, text, None) for text in reader.feed(piece)]
                continue
            written, data = split_timestamp(piece)
            begun = self._begun.pop(stream, None) or written
            for text in reader.feed(data):
                lines.append(self._line(stream, text, begun))
                begun = written
            if not data.endswith(b"\n"):
                self._begun[stream] = begun
        return lines

    def _line(self, stream: int, text: str, written: datetime | None) -> LogLine:
        if self._of_lines:
            written, rest = split_timestamp(without_inner_stamps(text.encode("utf-8", "surrogateescape")))
            text = rest.decode("utf-8", "surrogateescape") if written is not None else text
        return LogLine("stderr" if stream == 2 else "stdout", text, written)


def split_timestamp(piece: bytes) -> tuple[datetime | None, bytes]:
    """Take the engine's time off a piece of a log; None, and the whole piece, where it has none."""
    stamp, space, rest = piece.partition(b" ")
    try:
        # Nanoseconds are more than a datetime holds; what is beyond microseconds is left out.
        return (datetime.fromisoformat(stamp.decode("ascii").rstrip("\r\n")), rest if space else b"")
    except ValueError:
        return None, piece


def is_stamp(text: bytes) -> bool:
    """Say whether the first word of a piece can be the engine's time."""
    return len(text) >= _SHORTEST_STAMP and text[10:11] == b"T" and text[:4].isdigit()


def nanoseconds(stamp: bytes) -> int:
    """Give the engine's time in nanoseconds since 1970; 0 for what is no time."""
    text = stamp.decode("ascii", "replace")
    try:
        since = datetime.fromisoformat(text).replace(microsecond=0) - _EPOCH
    except (ValueError, TypeError):
        return 0
    fraction = "".join(takewhile(str.isdecimal, text.partition(".")[2]))[:9]
    return (since.days * 86400 + since.seconds) * 10**9 + int(fraction.ljust(9, "0"))


def without_inner_stamps(line: bytes) -> bytes:
    """Take the engine's times off the pieces of a line, but for the first; within a line they are all the same."""
    stamp, space, rest = line.partition(b" ")
    if len(rest) < _PIECE or not is_stamp(stamp):
        return line
    return stamp + space + rest.replace(stamp + space, b"")
