"""Replies that arrive bit by bit, as asynchronous iterators.

A stream owns its connection. Read to the end it gives the connection back; left early, by leaving its ``async with``
block, by ``aclose()`` or by being forgotten, it closes the connection at once, so that the engine stops sending.
One task reads; any task may close, and whoever waits for the next event then comes to an end.
What the bytes mean is decided by a reader of ``dockwright.wire``.
"""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING, Generic, Self, TypeVar

from ..errors import ConnectionLost, DockerStreamError, TruncatedStream
from ..wire.readers import Reader

if TYPE_CHECKING:
    from .response import Response

T = TypeVar("T")

Opening = Callable[[], Awaitable["tuple[Response, Reader[T]]"]]
"""Sends the request and gives the response with the reader that its content asks for."""


class ReplyStream(Generic[T]):
    """The events of one reply, in order.

    The request is sent at the first event that is asked for, by ``async with``, or by :meth:`open`.
    """

    def __init__(self, opening: "Opening[T]") -> None:
        self._opening = opening
        self._open: tuple[Response, Reader[T]] | None = None
        self._ready: Iterator[T] = iter(())
        self._ended = False

    async def open(self) -> Self:
        """Send the request now; an error reply raises here."""
        await self._opened()
        return self

    async def _opened(self) -> "tuple[Response, Reader[T]]":
        if self._open is None:
            if self._ended:
                raise RuntimeError("this stream is closed")
            self._open = await self._opening()
            if self._ended:
                self._abandon()
                raise RuntimeError("this stream was closed while it was opened")
        return self._open

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T:
        for event in self._ready:
            return event
        while not self._ended:
            self._ready = iter(await self._more())
            for event in self._ready:
                return event
        raise StopAsyncIteration

    async def _more(self) -> list[T]:
        """Read until there are events, or the end; whatever goes wrong closes the connection."""
        response, reader = await self._opened()
        try:
            # A reader tells of a fault after the events that came before it.
            if events := reader.feed(b""):
                return events
            while data := await response.chunk():
                if events := reader.feed(data):
                    return events
            if self._ended:
                return []  # another task closed the stream
            self._abandon()
            return reader.close() or []
        except ConnectionLost as error:
            if self._ended:
                return []
            self._abandon()
            # Broken inside a frame or a document, it is the loss of that part which matters.
            try:
                reader.close()
            except Exception as truncated:
                raise truncated from error
            raise
        except BaseException:
            self._abandon()
            raise

    def _abandon(self) -> None:
        self._ended = True
        self._ready = iter(())
        if self._open is not None:
            self._open[0].close()

    async def read_all(self, seen: Callable[[T], object] | None = None) -> list[T]:
        """Read to the end and give all events; an error of the engine's own and a break have them as ``progress``.

        ``seen`` is called with each of them when it arrives.
        """
        events: list[T] = []
        try:
            async for event in self:
                events.append(event)
                if seen is not None:
                    seen(event)
        except (DockerStreamError, ConnectionLost, TruncatedStream) as error:
            error.progress = list(events)
            raise
        finally:
            self._abandon()
        return events

    async def aclose(self) -> None:
        """Stop reading and release the connection; harmless when done before."""
        self._abandon()

    async def __aenter__(self) -> Self:
        return await self.open()

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._abandon()

    def __del__(self) -> None:
        if not self._ended:
            with suppress(RuntimeError):  # the loop of the connection may be closed by now
                self._abandon()
