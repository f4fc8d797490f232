"""Follow what happens on an engine over several connections.

From the second connection on the engine is asked for what happened since the last events, and what it repeats is left
out. It remembers its last 256 events, but none from before its own start.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from dockwright_api import operations
from dockwright_api.operation import JSONStream

from ..errors import TruncatedStream
from ..wire.jsonstream import JSONDocuments
from ..wire.loglines import nanoseconds
from ..wire.overlaps import Overlap
from . import Flow, fetch
from .following import argument, has_passed, in_seconds, with_arguments

if TYPE_CHECKING:
    from ..wire.readers import Reader

T = TypeVar("T")

Mark = tuple[int, bytes]
"""When an event happened, in nanoseconds since 1970, and its document."""


class ResumableEvents(Generic[T]):
    """Events that can be followed on; ``decode`` makes what is wanted of the document of each."""

    def __init__(self, operation: JSONStream[Any, Any], decode: Callable[[bytes], T]) -> None:
        self._asked = operation
        self._events = _NewEvents(decode)
        self.reader: Reader[T] = self._events

    def next_request(self) -> Flow[JSONStream[Any, Any]]:
        """Ask for the events from the end of the last connection on.

        The first time the engine is asked for its clock, unless a beginning was given: otherwise what happens between
        two connections would be lost where nothing had happened before.
        """
        if argument(self._asked, "since") is None:
            now: Any = (yield from fetch(operations.system.info())).get("SystemTime")
            if now and (time := nanoseconds(str(now).encode())):
                self._asked = with_arguments(self._asked, since=in_seconds(time))
        begin = self._events.overlap.begin(anew=False)
        return self._asked if begin is None else with_arguments(self._asked, since=in_seconds(begin))

    def connected(self, content_type: str, terminal: bool | None) -> None:
        """State that a connection is there."""
        self._events.connected()

    def is_over(self, now: float) -> Flow[bool]:
        """Say whether the time has passed until which events were asked for; there is no other end."""
        try:
            self._events.check_end()
        except TruncatedStream:
            return False
        return has_passed(self._asked, now)
        yield  # nothing has to be found out for it


class _NewEvents(Generic[T]):
    """Give the events of several connections, each event once."""

    def __init__(self, decode: Callable[[bytes], T]) -> None:
        self._decode = decode
        self._documents: JSONDocuments[tuple[Mark, T]] | None = None
        self.overlap: Overlap[Mark] = Overlap(lambda mark: mark[0])

    def connected(self) -> None:
        if self._documents is not None:
            self.overlap.repeat()
        self._documents = JSONDocuments(self._read)

    def check_end(self) -> None:
        if self._documents is not None:
            self._documents.close()

    def _read(self, document: bytes) -> tuple[Mark, T]:
        import orjson

        event: object = orjson.loads(document)
        time: object = cast("dict[str, object]", event).get("timeNano") if isinstance(event, dict) else None
        return (time if isinstance(time, int) else 0, document.strip()), self._decode(document)

    def feed(self, data: bytes, /) -> list[T]:
        if self._documents is None:
            return []
        return [event for mark, event in self._documents.feed(data) if self.overlap.is_new(mark)]

    def close(self) -> None:
        if self._documents is not None:
            self._documents.close()
