"""Replies that arrive bit by bit, as iterators.

A stream owns its connection. Read to the end it gives the connection back; left early, by leaving its ``with``
block, by ``close()`` or by being forgotten, it closes the connection at once, so that the engine stops sending.
One thread reads; any thread may close, and whoever waits for the next event then comes to an end.
What the bytes mean is decided by a reader of ``dockwright.wire``.
"""

from collections.abc import Callable, Iterator, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Generic, Self, TypeVar

from ..errors import ConnectionLost, DockerStreamError, TruncatedStream
from ..wire.readers import Reader

if TYPE_CHECKING:
    from .transport import Response

T = TypeVar("T")

Opening = Callable[[], "tuple[Response, Reader[T]]"]
"""Sends the request and gives the response with the reader that its content asks for."""


class ReplyStream(Generic[T]):
    """The events of one reply, in order.

    The request is sent at the first event that is asked for, by ``with``, or by :meth:`open`.
    """

    def __init__(self, opening: "Opening[T]") -> None:
        self._opening = opening
        self._open: tuple[Response, Reader[T]] | None = None
        self._ready: Iterator[T] = iter(())
        self._ended = False

    def open(self) -> Self:
        """Send the request now; an error reply raises here."""
        self._opened()
        return self

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers of the reply; none before it was opened."""
        return {} if self._open is None else self._open[0].headers

    def _opened(self) -> "tuple[Response, Reader[T]]":
        if self._open is None:
            if self._ended:
                raise RuntimeError("this stream is closed")
            self._open = self._opening()
            if self._ended:
                self._abandon()
                raise RuntimeError("this stream was closed while it was opened")
        return self._open

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> T:
        for event in self._ready:
            return event
        while not self._ended:
            self._ready = iter(self._more())
            for event in self._ready:
                return event
        raise StopIteration

    def _more(self) -> list[T]:
        """Read until there are events, or the end; whatever goes wrong closes the connection."""
        response, reader = self._opened()
        try:
            # A reader tells of a fault after the events that came before it.
            if events := reader.feed(b""):
                return events
            while data := response.chunk():
                if events := reader.feed(data):
                    return events
            if self._ended:
                return []  # another thread closed the stream
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

    def read_all(self, seen: Callable[[T], object] | None = None) -> list[T]:
        """Read to the end and give all events; an error of the engine's own and a break have them as ``progress``.

        ``seen`` is called with each of them when it arrives.
        """
        events: list[T] = []
        try:
            for event in self:
                events.append(event)
                if seen is not None:
                    seen(event)
        except (DockerStreamError, ConnectionLost, TruncatedStream) as error:
            error.progress = list(events)
            raise
        finally:
            self._abandon()
        return events

    def close(self) -> None:
        """Stop reading and release the connection; harmless when done before."""
        self._abandon()

    def __enter__(self) -> Self:
        return self.open()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._abandon()

    def __del__(self) -> None:
        if not self._ended and self._open is not None:
            self._open[0].abandon()
