"""Attached input and output of a process: messages out, bytes in."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING, Self

from ..errors import ConnectionLost
from ..wire.demux import Message

if TYPE_CHECKING:
    import asyncio

    from ..wire.readers import Reader
    from .upgrade import Connection

__all__ = ["Message", "Stream"]


class Stream:
    """A process's input and output over one connection.

    It connects at the first read, write or ``async with``. Iterate over it, or call :meth:`read_out`, for messages in
    the order in which the engine sent them; :meth:`write_eof` ends the input while output goes on; leaving the block,
    :meth:`close`, or forgetting the stream ends both.
    """

    def __init__(self, connect: "Callable[[], Awaitable[tuple[Connection, Reader[Message]]]]") -> None:
        self._connect = connect
        self._opening: asyncio.Lock | None = None
        self._opened: tuple[Connection, Reader[Message]] | None = None
        self._messages: list[Message] = []
        self._ended = False
        self._closed = False

    async def open(self) -> Self:
        """Connect now; the first of several concurrent users does, the others wait for it."""
        await self._ready()
        return self

    async def read_out(self) -> Message | None:
        """Read the next message; None when the output has ended, or the stream was closed.

        Raises ``TruncatedStream`` where the connection ended inside a message.
        """
        while not self._messages:
            if self._ended or self._closed:
                return None
            self._messages = (await self._more())[::-1]
        return self._messages.pop()

    async def _more(self) -> list[Message]:
        connection, reader = await self._ready()
        # A reader tells of a fault after the messages that came before it.
        if messages := reader.feed(b""):
            return messages
        try:
            data = await connection.read()
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

    async def write_in(self, data: bytes) -> None:
        """Send bytes to the process's standard input, waiting until they have left.

        Raises ``ConnectionLost`` where the process takes no more.
        """
        connection, _ = await self._ready()
        await connection.write(data)

    async def write_eof(self) -> None:
        """End the process's standard input; its output goes on.

        Not that of a terminal, which the engine gives up then: write Control-D, the byte 4, instead.
        """
        connection, _ = await self._ready()
        await connection.write_eof()

    @property
    def can_write_eof(self) -> bool:
        """Whether the input can be ended alone, once connected; over TLS it cannot."""
        return self._opened is not None and self._opened[0].can_write_eof

    async def close(self) -> None:
        """Close the connection; harmless when done before, or when nothing was ever opened."""
        self._closed = True
        if self._opened is not None:
            self._opened[0].close()

    async def read(self) -> Message | None:
        """Read the next message; the same as :meth:`read_out`."""
        return await self.read_out()

    async def write(self, data: bytes) -> None:
        """Send bytes to the process's standard input; the same as :meth:`write_in`."""
        await self.write_in(data)

    async def aclose(self) -> None:
        """Close the connection; the same as :meth:`close`."""
        await self.close()

    async def _ready(self) -> "tuple[Connection, Reader[Message]]":
        if self._opened is None:
            if self._opening is None:
                import asyncio

                self._opening = asyncio.Lock()
            async with self._opening:
                if self._closed:
                    raise RuntimeError("this stream is closed")
                if self._opened is None:
                    self._opened = await self._connect()
                    if self._closed:
                        self._opened[0].close()
                        raise RuntimeError("this stream was closed while it was opened")
        elif self._closed:
            raise RuntimeError("this stream is closed")
        return self._opened

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Message:
        message = await self.read_out()
        if message is None:
            raise StopAsyncIteration
        return message

    async def __aenter__(self) -> Self:
        return await self.open()

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.close()

    def __del__(self) -> None:
        if self._opened is not None and not self._closed:
            with suppress(RuntimeError):  # the loop of the connection may be closed by now
                self._opened[0].close()
