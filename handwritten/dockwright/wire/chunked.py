"""Take HTTP/1.1 chunks apart: from the bytes of a chunked body to what it says.

The engine flushes every message of a log, so each comes in a chunk of its own, and the cost of a chunk is the cost of
a line of log. Short chunks are therefore cut many at a time: a buffer that is split at every line end holds sizes and
data by turns, and when all sizes are right, so is all the data. Where that fails, because there is a line end inside
of the data or something unusual about a size, the chunks are read one by one.

Rules: any chunking of the input gives the same bytes; data is given as it arrives, without waiting for the end of its
chunk; chunk extensions and trailers are skipped; lines end in CR and LF. Whatever is wrong is reported after the data
that came before it: when a buffer holds both, ``feed()`` gives the data, and the next call raises the error.
"""

import re

from ..errors import MalformedStream, TruncatedStream

_LINE_END = b"\r\n"
_SIZE = re.compile(rb"([0-9A-Fa-f]{1,15})[ \t]*(?:;.*)?", re.DOTALL)
_LONGEST_LINE = 1 << 13
"""Bytes of a size with its extensions, or of one trailer."""
_LONGEST_TRAILERS = 1 << 16
_MANY = 16
"""From this many chunks in a buffer on, the next one is read many at a time."""
_LARGE = 1 << 12
"""Bytes of a chunk that is not copied; copying small ones is cheaper than not to."""

# Sizes that were seen, which saves reading them again. Shared and never emptied: it holds small numbers only.
_SIZES: dict[bytes, int] = {}
_MOST_SIZES = 1 << 12


LAST_CHUNK = b"0\r\n\r\n"

Part = bytes | memoryview
"""A piece of data; a view, of a large one, to be copied where it is kept."""


def one_chunk(parts: list[Part]) -> bytes:
    """Write data as one chunk; no data is no chunk, for that would be the last one."""
    return b"".join((b"%x\r\n" % sum(map(len, parts)), *parts, _LINE_END)) if parts else b""


class ChunkedBody:
    """The data of one chunked body; ``feed()`` every piece, then ``close()`` once at the end of input.

    ``ended`` tells that the last chunk has come; ``rest`` are the bytes that came after it.
    """

    __slots__ = (
        "_failure",
        "_in_end",
        "_in_trailers",
        "_left",
        "_line",
        "_many",
        "_size",
        "_trailers",
        "ended",
        "rest",
    )

    def __init__(self) -> None:
        self.ended: bool = False
        self.rest: bytes = b""
        self._line = b""  # of a size, a trailer or an end of a chunk, what has come of it
        self._left = 0  # bytes of data missing in the chunk that has begun
        self._size = 0  # and how many it has
        self._in_end = False  # the line end after the data of a chunk comes next
        self._in_trailers = False
        self._trailers = 0
        self._many = False
        self._failure: MalformedStream | None = None

    def feed(self, data: bytes, /) -> list[Part]:
        """Take the next bytes and give the data that they hold; raises MalformedStream for what is no chunk."""
        if self._failure is not None:
            raise self._failure
        if self.ended or not data:
            self.rest += data
            return []
        parts: list[Part] = []
        try:
            self._read(data, parts)
        except MalformedStream as failure:
            self._failure = failure
            if not parts:
                raise
        return parts

    def close(self) -> None:
        """State that the input ended; raises TruncatedStream where the last chunk has not come."""
        if self._failure is not None:
            raise self._failure
        if self._left:
            raise TruncatedStream("an HTTP chunk", expected=self._size, received=self._size - self._left)
        if not self.ended:
            raise TruncatedStream("a chunked body, before its last chunk", expected=None, received=len(self._line))

    def _read(self, data: bytes, parts: list[Part]) -> None:
        start = 0
        if self._left:
            part = memoryview(data)[: self._left]
            parts.append(part)
            self._left -= len(part)
            if self._left:
                return
            start = len(part)
            self._in_end = True
        elif self._line:
            data = self._line + data
        self._line = b""
        if self._in_end:
            if len(data) - start < len(_LINE_END):
                self._keep(data, start)
                return
            self._in_end = False
            _check_end(data, start)
            start += len(_LINE_END)
        if self._in_trailers:
            self._skip_trailers(data, start)
            return
        if self._many:
            start = _read_many(data, start, parts)
        self._read_chunks(data, start, parts)
        self._many = len(parts) >= _MANY and len(data) < len(parts) * _LARGE

    def _read_chunks(self, data: bytes, start: int, parts: list[Part]) -> None:
        # Once per chunk, 600 times per buffer of short lines: everything is local.
        known, find, append, size_of_input = _SIZES.get, data.find, parts.append, len(data)
        while True:
            line_end = find(_LINE_END, start)
            if line_end < 0:
                self._keep(data, start)
                return
            line = data[start:line_end]
            size = known(line)
            if size is None:
                size = _size(line)
            begin = line_end + 2
            if not size:
                self._in_trailers = True
                self._skip_trailers(data, begin)
                return
            end = begin + size
            start = end + 2
            if start > size_of_input:
                break
            append(data[begin:end] if size < _LARGE else memoryview(data)[begin:end])
            if data[end:start] != _LINE_END:
                _check_end(data, end)
        if begin < size_of_input:
            append(memoryview(data)[begin:end])
        if end > size_of_input:
            self._size, self._left = size, end - size_of_input
        else:
            self._in_end = True
            self._keep(data, end)

    def _skip_trailers(self, data: bytes, start: int) -> None:
        while (line_end := data.find(_LINE_END, start)) >= 0:
            if line_end == start:
                self.ended = True
                self.rest = data[start + len(_LINE_END) :]
                return
            self._trailers += line_end - start
            if self._trailers > _LONGEST_TRAILERS:
                raise MalformedStream(f"a chunked body has more than {_LONGEST_TRAILERS} bytes of trailers")
            start = line_end + len(_LINE_END)
        self._keep(data, start)

    def _keep(self, data: bytes, start: int) -> None:
        self._line = data[start:]
        if len(self._line) > _LONGEST_LINE:
            raise MalformedStream(f"a line of a chunked body does not end: {self._line[:40]!r}...")


def _read_many(data: bytes, start: int, parts: list[Part]) -> int:
    """Take all whole chunks from a buffer if nothing is unusual about any; gives where to go on."""
    pieces = (data[start:] if start else data).split(_LINE_END)
    whole = (len(pieces) - 1) // 2 * 2
    chunks = pieces[1:whole:2]
    if list(map(_SIZES.get, pieces[0:whole:2])) != list(map(len, chunks)):
        return start
    parts += chunks
    return len(data) - len(_LINE_END.join(pieces[whole:]))


def _size(line: bytes) -> int:
    matched = _SIZE.fullmatch(line)
    if matched is None or len(line) > _LONGEST_LINE:
        raise MalformedStream(f"not the size of an HTTP chunk: {line[:40]!r}")
    size = int(matched[1], 16)
    # Of the last chunk there is one in a body, and it is no chunk like the others.
    if size and len(line) <= 4 and len(_SIZES) < _MOST_SIZES:
        _SIZES[line] = size
    return size


def _check_end(data: bytes, end: int) -> None:
    if data[end : end + 2] != _LINE_END:
        raise MalformedStream(f"an HTTP chunk is longer than its size: {data[end : end + 20]!r} follows")
