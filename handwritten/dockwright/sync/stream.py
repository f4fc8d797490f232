"""Attached input and output of a process: messages out, bytes in."""

from collections.abc import Callable
from threading import Lock
from types import TracebackType
from typing import TYPE_CHECKING, Self

from ..errors import ConnectionLost
from ..wire.demux import Message

if TYPE_CHECKING:
    from ..wire.readers import Reader
    from .upgrade import Connection

__all__ = ["Message", "Stream"]


class Stream:
    """A process's input and output over one connection.

    It connects at the first read, write or ``with``. Iterate over it, or call :meth:`read_out`, for messages in
    the order in which the engine sent them; :meth:`write_eof` ends the input while output goes on; leaving the block,
    :meth:`close`, or forgetting the stream ends both. Any thread may write or close while another one reads.
    """

    def __init__(self, connect: "Callable[[], tuple[Connection, Reader[Message]]]") -> None:
        self._connect = connect
        self._opening = Lock()
        self._opened: tuple[Connection, Reader[Message]] | None = None
        self._messages: list[Message] = []
        self._ended = False
        self._closed = False

    @property
    def closed(self) -> bool:
        """Whether it was closed here."""
        return self._closed

    def limit(self, seconds: float, expires: float) -> None:
        """Let reading end with ``DeadlineExceeded``, which names ``seconds``, at a time of ``time.monotonic()``."""
        self._ready()[0].limit = (seconds, expires)

    @property
    def can_write_eof(self) -> bool:
        """Whether the input can be ended alone, once connected; over TLS it cannot."""
        return self._opened is not None and self._opened[0].can_write_eof

    @property
    def connection(self) -> "Connection":
        """The connection itself, made if it is not yet."""
        return self._ready()[0]

    def open(self) -> Self:
        """Connect now; the first of several concurrent users does, the others wait for it."""
        self._ready()
        return self

    def read_out(self) -> Message | None:
        """Read the next message; None when the output has ended, or the stream was closed.

        Raises ``TruncatedStream`` where the connection ended inside a message.
        """
        while not self._messages:
            if self._ended or self._closed:
                return None
            self._messages = self._more()[::-1]
        return self._messages.pop()

    def _more(self) -> list[Message]:
        connection, reader = self._ready()
        # A reader tells of a fault after the messages that came before it.
        if messages := reader.feed(b""):
            return messages
        try:
            data = connection.read()
        except ConnectionLost as error:
            # Broken inside a frame, it is the loss of that part which matters.
            try:
                reader.close()
            except Exception as truncated:
                raise truncated from error
            raise
        if data:
            return reader.feed(data)
        if self._closed:
            return []
        self._ended = True
        return reader.close() or []

    def write_in(self, data: bytes) -> None:
        """Send bytes to the process's standard input, waiting until they have left.

        Raises ``ConnectionLost`` where the process takes no more.
        """
        connection, _ = self._ready()
        connection.write(data)

    def write_eof(self) -> None:
        """End the process's standard input; its output goes on.

        Not that of a terminal, which the engine gives up then: write Control-D, the byte 4, instead.
        """
        connection, _ = self._ready()
        connection.write_eof()

    def close(self) -> None:
        """Close the connection; harmless when done before, or when nothing was ever opened."""
        self._closed = True
        if self._opened is not None:
            self._opened[0].close()

    def read(self) -> Message | None:
        """Read the next message; the same as :meth:`read_out`."""
        return self.read_out()

    def write(self, data: bytes) -> None:
        """Send bytes to the process's standard input; the same as :meth:`write_in`."""
        self.write_in(data)

    def _ready(self) -> "tuple[Connection, Reader[Message]]":
        if self._opened is None:
            with self._opening:
                if self._closed:
                    raise RuntimeError("this stream is closed")
                if self._opened is None:
                    self._opened = self._connect()
                    if self._closed:
                        self._opened[0].close()
                        raise RuntimeError("this stream was closed while it was opened")
        elif self._closed:
            raise RuntimeError("this stream is closed")
        return self._opened

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Message:
        message = self.read_out()
        if message is None:
            raise StopIteration
        return message

    def __enter__(self) -> Self:
        return self.open()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def __del__(self) -> None:
        if self._opened is not None and not self._closed:
            self._opened[0].abandon()
