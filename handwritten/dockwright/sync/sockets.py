"""The streams of a process in the manner of a socket, as docker-py's programs use them, but one to write to as well."""

from __future__ import annotations

import socket
from time import monotonic
from typing import TYPE_CHECKING

from ..errors import InvalidArgument

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType
    from typing import Self

    from ..wire.demux import Message
    from .stream import Stream

READ_ALL = -1


class AttachedSocket:
    """Input and output of a process over one connection.

    :meth:`recv` and :meth:`read` give the bytes as the engine sends them: without a terminal these are frames, each
    with a header of 8 bytes. Iterating, or :meth:`read_out`, gives messages instead, each with its stream; use one way
    or the other. ``exec_id`` is the id of a command, to ask for its exit code by; empty for a container.
    """

    def __init__(self, stream: Stream, exec_id: str = "") -> None:
        self._stream = stream
        self._rest = b""
        self._timeout: float | None = None
        self.exec_id = exec_id

    @property
    def _sock(self) -> Self:
        # Where docker-py's programs look for something to write to.
        return self

    @property
    def closed(self) -> bool:
        """Whether it was closed here."""
        return self._stream.closed

    def recv(self, size: int) -> bytes:
        """Read what has arrived, at least one byte and at most ``size``; ``b""`` at the end."""
        if size < 0:
            raise InvalidArgument(f"size must be a number of bytes, not {size!r}")
        if not size or self._stream.closed:
            return b""
        data = self._rest or self._receive()
        self._rest = data[size:]
        return data[:size]

    def recv_into(self, buffer: bytearray | memoryview, size: int = 0) -> int:
        """Read what has arrived into a buffer, and give the number of bytes; 0 at the end."""
        data = self.recv(size or len(buffer))
        buffer[: len(data)] = data
        return len(data)

    readinto = recv_into

    def read(self, size: int = READ_ALL) -> bytes:
        """Read what has arrived, at most ``size`` bytes; without it, everything to the end."""
        if size != READ_ALL:
            return self.recv(size)
        first, self._rest = self._rest, b""
        return b"".join([first, *iter(self._receive, b"")])

    def readall(self) -> bytes:
        """Read everything to the end."""
        return self.read()

    def sendall(self, data: bytes) -> None:
        """Send bytes to the process's standard input, waiting until they have left."""
        self._stream.write_in(data)

    def send(self, data: bytes) -> int:
        """Send bytes to the process's standard input, all of them, and give their number."""
        self._stream.write_in(data)
        return len(data)

    write = send

    def readable(self) -> bool:
        """Say that it can be read from."""
        return True

    def writable(self) -> bool:
        """Say that it can be written to."""
        return True

    def shutdown(self, how: int) -> None:
        """End the process's standard input (``SHUT_WR``), or everything; output goes on in the first case."""
        if how == socket.SHUT_WR:
            self._stream.write_eof()
        else:
            self.close()

    def settimeout(self, seconds: float | None) -> None:
        """Let each later read or write that takes longer raise ``DeadlineExceeded``, a ``TimeoutError``."""
        self._timeout = seconds

    def gettimeout(self) -> float | None:
        """Give what :meth:`settimeout` was given."""
        return self._timeout

    def fileno(self) -> int:
        """Give the number of the socket beneath; some of what arrived may have been read from it already."""
        return self._stream.open().connection.fileno()

    def read_out(self) -> Message | None:
        """Read the next message; None when the output has ended."""
        return self._stream.read_out()

    def write_in(self, data: bytes) -> None:
        """Send bytes to the process's standard input; the same as :meth:`sendall`."""
        self._stream.write_in(data)

    def write_eof(self) -> None:
        """End the process's standard input; its output goes on."""
        self._stream.write_eof()

    def close(self) -> None:
        """Close the connection; harmless when done before."""
        self._rest = b""
        self._stream.close()

    def _receive(self) -> bytes:
        if self._stream.closed:
            return b""
        connection = self._stream.connection
        connection.limit = None if self._timeout is None else (self._timeout, monotonic() + self._timeout)
        return connection.read()

    def __iter__(self) -> Iterator[Message]:
        return iter(self._stream)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


class AttachedWebSocket:
    """Input and output of a process in the manner of a web socket: piece by piece, both kinds of output as one."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream

    @property
    def connected(self) -> bool:
        """Whether it is still open here."""
        return not self._stream.closed

    def recv(self) -> bytes:
        """Read what the process wrote at once; ``b""`` at the end."""
        message = self._stream.read_out()
        return b"" if message is None else message.data

    def send(self, data: str | bytes) -> int:
        """Send text or bytes to the process's standard input, and give the number of bytes."""
        content = data.encode() if isinstance(data, str) else data
        self._stream.write_in(content)
        return len(content)

    send_binary = send

    def close(self) -> None:
        """Close the connection; harmless when done before."""
        self._stream.close()

    def __iter__(self) -> Iterator[bytes]:
        return iter(self.recv, b"")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()
