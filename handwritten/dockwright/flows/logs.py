"""Follow a log over several connections, and beyond a restart of the engine.

The engine is asked for times whether they are wanted or not, and from the second connection on for what was written
since the last messages; what it repeats is left out. A log ends when its container does: one that is restarted, by
itself or by an engine that came back, goes on. One that has ended is read once more.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from dockwright_api.operation import Framing, LogStream, Operation

from ..errors import ContainerNotFound, TruncatedStream
from ..wire.loglines import nanoseconds
from ..wire.output import output_reader
from ..wire.overlaps import WholeLog
from . import Flow, fetch, output
from .following import argument, has_passed, in_seconds, with_arguments

if TYPE_CHECKING:
    from ..wire.demux import Message
    from ..wire.readers import Reader

T = TypeVar("T")


class ResumableLog(Generic[T]):
    """A log that can be followed on; ``events`` makes the reader of what is wanted of its messages."""

    def __init__(self, operation: LogStream, events: "Callable[[Reader[Message]], Reader[T]]") -> None:
        self._timed = with_arguments(operation, timestamps="1")
        self._follows = argument(operation, "follow") == "1"
        self._log = WholeLog(wanted=argument(operation, "timestamps") == "1")
        self.reader: Reader[T] = events(self._log)

    def next_request(self) -> Flow[LogStream]:
        """Ask for the log with times, from the end of the last connection on."""
        if self._follows and argument(self._timed, "tail") == "0":
            yield from self._begin_at_the_end()
        begin = self._log.overlap.begin(anew=argument(self._timed, "tail") in (None, "all"))
        return self._timed if begin is None else with_arguments(self._timed, since=in_seconds(begin), tail=None)

    def _begin_at_the_end(self) -> Flow[None]:
        """Find the last message, which tells by the engine's clock what is new even if the connection breaks at once.

        Otherwise what is written between two connections would count as old.
        """
        last = yield from output(with_arguments(self._timed, follow="0", tail="1"))
        if last:
            self._log.overlap.repeat(old=nanoseconds(last[-1].data.partition(b" ")[0]))
        self._timed = with_arguments(self._timed, tail=None)

    def connected(self, content_type: str, terminal: bool | None) -> None:
        """State that a connection is there."""
        self._log.connected(output_reader(content_type, terminal))

    def is_over(self, now: float) -> Flow[bool]:
        """Find out whether the log ended with its container, or for another reason; ``now`` is seconds since 1970."""
        try:
            self._log.check_end()
        except TruncatedStream:
            return False
        if not self._follows or has_passed(self._timed, now):
            return True
        if self._timed.name != "ContainerLogs":
            # A service has no end of its own; a task has, and there is no more of it.
            return self._timed.name != "ServiceLogs"
        path = self._timed.path.removesuffix("/logs") + "/json"
        inspect: Operation[Any, Any] = Operation(name="ContainerInspect", method="GET", path=path, framing=Framing.JSON)
        try:
            state = (yield from fetch(inspect))["State"]
        except ContainerNotFound:
            return True
        if not (state["Running"] or state.get("Restarting")):
            # Engine 20.10 ends a log that is followed before its last line where that has no end, so it is read again.
            self._follows = False
            self._timed = with_arguments(self._timed, follow="0")
        return False
