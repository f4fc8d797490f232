"""Split the engine's multiplexed output into messages.

A process without a TTY has its standard streams sent over one connection, in frames: one byte names the stream, three
are zero, four hold the length of the payload (big endian), the payload follows. With a TTY there are no frames; such
output goes through ``RawOutput``, which has the same methods. Which of the two it is, the reply's content type or the
container's TTY flag says; it is never guessed from the bytes.

Rules: any chunking is legal and gives the same messages; a frame is given when it is whole; empty frames are skipped.
Whatever is wrong is reported after the messages that came before it: when a chunk holds both, ``feed()`` gives the
messages, and the next call (``feed(b"")`` will do, or ``close()``) raises the error.
The frame header is parsed here and nowhere else.
"""

from collections.abc import Callable
from struct import Struct
from typing import NamedTuple

from ..errors import DockerError, DockerStreamError, MalformedStream, TruncatedStream


class Message(NamedTuple):
    """A piece of a process's output: ``stream`` is 1 for standard output, 2 for standard error (0: echoed input)."""

    stream: int
    data: bytes


_HEADER = Struct(">LL")
_HEADER_SIZE = 8
# The first half of a header as one number, so that one look-up also proves the three zero bytes.
_STREAMS = {0x00000000: 0, 0x01000000: 1, 0x02000000: 2}
_ENGINE_ERROR = 0x03000000
_LARGEST_PAYLOAD = 0x7FFFFFFF
# The constructor that NamedTuple writes in Python takes longer than all the rest.
_new: Callable[[type[Message], tuple[int, bytes]], Message]
_new = tuple.__new__  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]  # generic in the stubs


class Demuxer:
    """Cut multiplexed output into messages; ``feed()`` every chunk, then ``close()`` once at the end of input."""

    def __init__(self) -> None:
        # Of the frame that is not whole yet: a part of its header, or its first half, its length and what has come.
        self._header: bytes = b""
        self._kind = 0
        self._length = 0
        self._parts: list[bytes] = []
        self._missing = 0
        self._failure: DockerError | None = None

    def feed(self, data: bytes, /) -> list[Message]:
        """Take the next chunk and give the messages that it completed.

        Raises MalformedStream for bytes that are no frame, DockerStreamError for an error that the engine itself
        reports in the stream.
        """
        if self._failure is not None:
            raise self._failure
        messages: list[Message] = []
        if not data:
            return messages
        try:
            self._read(data, messages)
        except DockerError as failure:
            self._failure = failure
            if not messages:
                raise
        return messages

    def close(self) -> list[Message]:
        """State that the input ended, which completes no message; raises TruncatedStream inside a frame."""
        if self._failure is not None:
            raise self._failure
        if self._missing:
            received = self._length - self._missing
            raise TruncatedStream(f"a frame of stream {self._kind >> 24}", expected=self._length, received=received)
        if self._header:
            raise TruncatedStream("a frame header", expected=_HEADER_SIZE, received=len(self._header))
        return []

    def _read(self, data: bytes, messages: list[Message]) -> None:
        start = _HEADER_SIZE
        if self._missing:
            part = data[: self._missing]
            self._parts.append(part)
            self._missing -= len(part)
            if self._missing:
                return
            payload = b"".join(self._parts)
            self._parts.clear()
            messages.append(_message(self._kind, payload))
            start += len(part)
        elif self._header:
            data = self._header + data
            self._header = b""

        # The loop runs once per frame, ten thousand times per megabyte of short lines: everything is local.
        unpack, streams, append, new, kind_of_message = _HEADER.unpack_from, _STREAMS, messages.append, _new, Message
        size = len(data)
        while start <= size:
            kind, length = unpack(data, start - _HEADER_SIZE)
            stop = start + length
            if stop <= size and length and kind in streams:
                append(new(kind_of_message, (streams[kind], data[start:stop])))
            else:
                _check(kind, length, data[start - _HEADER_SIZE : start])
                if stop > size:
                    self._kind, self._length, self._missing = kind, length, stop - size
                    if start < size:
                        self._parts.append(data[start:])
                    return
                if length or kind == _ENGINE_ERROR:
                    append(_message(kind, data[start:stop]))
            start = stop + _HEADER_SIZE
        self._header = data[start - _HEADER_SIZE :]


class RawOutput:
    """Give the output of a process with a TTY as messages of standard output, one per chunk."""

    def feed(self, data: bytes, /) -> list[Message]:
        """Take the next chunk and give it as one message."""
        return [Message(1, data)] if data else []

    def close(self) -> list[Message]:
        """State that the input ended; raw output has no parts, so this is never an error."""
        return []


def _check(kind: int, length: int, header: bytes) -> None:
    if kind not in _STREAMS and kind != _ENGINE_ERROR:
        raise MalformedStream(f"not a frame header: {header!r}; output of a process with a TTY is raw, without frames")
    if length > _LARGEST_PAYLOAD:
        raise MalformedStream(f"a frame header announces {length} bytes: {header!r}")


def _message(kind: int, payload: bytes) -> Message:
    if kind == _ENGINE_ERROR:
        text = payload.decode("utf-8", "replace").strip()
        raise DockerStreamError(text or "the engine reported an error without a text")
    return Message(_STREAMS[kind], payload)
