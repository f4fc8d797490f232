r"""Cut a stream of JSON documents into documents.

The engine reports progress, events and statistics as JSON objects one after the other: with a newline between them,
with CRLF, with a record separator (0x1E) before each, or with nothing. Chunks do not follow documents.

Rules: the result does not depend on the chunking; a document is given as soon as its last byte is there, whatever
follows; only objects and arrays are documents. A document that came whole and on a line of its own, which is how
engines write, is handed to ``decode`` without being looked at. Any other is measured first: brackets are counted
outside of strings, each byte once, so the time is linear even when a document comes in thousands of chunks.
Whatever is wrong is reported after the documents that came before it: when a chunk holds both, ``feed()`` gives the
documents, and the next call (``feed(b"")`` will do, or ``close()``) raises the error.
"""

import re
from collections.abc import Callable
from typing import Generic, TypeVar

from ..errors import DockerError, MalformedStream, TruncatedStream

T = TypeVar("T")

_OPENING = b"{["
_QUOTE = ord('"')
_BACKSLASH = ord("\\")
_EXCERPT = 60

_GAP = re.compile(rb"[ \t\r\n\x1e]*")
# Both patterns may stop early, the caller goes on from there: the repetitions are bounded since the matcher keeps
# something of each, and a document may have millions of strings.
_STRING = rb'[^"\\\x00-\x1f]*(?:\\.[^"\\\x00-\x1f]*){0,100}'
_INSIDE_STRING = re.compile(_STRING)
_OUTSIDE_STRING = re.compile(rb'[^"{}\[\]]*(?:"' + _STRING + rb'"[^"{}\[\]]*){0,100}')


class JSONDocuments(Generic[T]):
    """Cut a stream into documents; ``feed()`` every chunk, then ``close()`` once at the end of input.

    ``decode`` takes the bytes of a document, perhaps with space around it, and gives its value; it raises ValueError
    for what it does not accept.
    """

    def __init__(self, decode: Callable[[bytes], T]) -> None:
        self._decode = decode
        # Of the document that is not whole yet: what has come, and where its last byte is among brackets and strings.
        self._parts: list[bytes] = []
        self._depth = 0
        self._in_string = False
        self._escaped = False
        self._failure: DockerError | None = None

    def feed(self, data: bytes, /) -> list[T]:
        """Take the next chunk and give the values of the documents that it completed.

        Raises MalformedStream for bytes that are no JSON document, or for one that ``decode`` refuses.
        """
        if self._failure is not None:
            raise self._failure
        values: list[T] = []
        try:
            self._read(data, values)
        except DockerError as failure:
            self._failure = failure
            if not values:
                raise
        return values

    def close(self) -> list[T]:
        """State that the input ended, which completes no document; raises TruncatedStream inside one."""
        if self._failure is not None:
            raise self._failure
        if self._parts:
            raise TruncatedStream("a JSON document", expected=None, received=sum(map(len, self._parts)))
        return []

    def _read(self, data: bytes, values: list[T]) -> None:
        decode = self._decode
        size = len(data)
        start = 0
        # Up to here documents are measured: this part of the data is known to be no document on a line of its own.
        measured_to = 0
        if self._parts:
            start = self._measure(data, 0)
            self._parts.append(data[:start] if start else data)
            if not start:
                return
            document = b"".join(self._parts)
            self._parts.clear()
            values.append(self._value(document))

        while start < size:
            if data[start] not in _OPENING:
                start = _end(_GAP, data, start)
                if start == size:
                    return
                if data[start] not in _OPENING:
                    raise _malformed(data[start:])
            if start >= measured_to:
                newline = data.find(b"\n", start)
                if newline < 0:
                    measured_to = size
                else:
                    try:
                        value = decode(data[start:newline])
                    except ValueError:
                        # Several documents on the line, one that spans lines, or a wrong one.
                        measured_to = newline
                    else:
                        values.append(value)
                        start = newline + 1
                        continue
            stop = self._measure(data, start)
            if not stop:
                self._parts.append(data[start:])
                return
            values.append(self._value(data[start:stop]))
            start = stop

    def _value(self, document: bytes) -> T:
        try:
            return self._decode(document)
        except ValueError as error:
            raise _malformed(document, "a JSON document that cannot be read") from error

    def _measure(self, data: bytes, position: int) -> int:
        """Read on from a position, and give where the document ends, or 0 when it does not end in this data."""
        size = len(data)
        if self._escaped and position < size:
            position += 1
            self._escaped = False
        while True:
            position = _end(_INSIDE_STRING if self._in_string else _OUTSIDE_STRING, data, position)
            if position == size:
                return 0
            byte = data[position]
            position += 1
            if byte == _QUOTE:
                self._in_string = not self._in_string
            elif not self._in_string:
                # Outside of strings the pattern stops at quotes and brackets only.
                self._depth += 1 if byte in _OPENING else -1
                if not self._depth:
                    return position
            elif byte == _BACKSLASH:
                if position == size:
                    self._escaped = True
                    return 0
                position += 1
            else:
                # A control character in a string, which JSON does not allow: the quotes around it do not match.
                raise _malformed(data[max(0, position - _EXCERPT) : position])


def _end(pattern: re.Pattern[bytes], data: bytes, start: int) -> int:
    match = pattern.match(data, start)
    # Every pattern here matches the empty string.
    return match.end() if match else start


def _malformed(data: bytes, what: str = "not a JSON document") -> MalformedStream:
    excerpt = data[:_EXCERPT]
    return MalformedStream(f"{what}: {excerpt!r}{'...' if len(data) > len(excerpt) else ''}")
