"""Follow a log over several connections, and beyond a restart of the engine.

The engine is asked for times whether they are wanted or not, and from the second connection on for what was written
since the last messages; what it repeats is left out. A log ends when its container or task does: a container that is
restarted, by itself or by an engine that came back, goes on, and so does a task on another node. What has ended is read
once more. A service has no end of its own.

What several tasks of a service wrote comes in another order every time, and with no sign of whose it is. So the whole
of its log is asked for again for as long as all of it can be remembered; after that, and where it was to begin with the
last lines, no more can be told than what is later than what came.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from dockwright_api.operation import Framing, LogStream, Operation

from ..errors import NotFound, TruncatedStream
from ..wire.loglines import nanoseconds
from ..wire.output import output_reader
from ..wire.overlaps import REMEMBERED, WholeLog
from . import Flow, fetch, output
from .following import argument, has_passed, in_seconds, with_arguments

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..wire.demux import Message
    from ..wire.readers import Reader

T = TypeVar("T")

REMEMBERED_OF_SERVICES = 16384
"""Messages of a service that are remembered."""


class ResumableLog(Generic[T]):
    """A log that can be followed on; ``events`` makes the reader of what is wanted of its messages."""

    def __init__(self, operation: LogStream, events: "Callable[[Reader[Message]], Reader[T]]") -> None:
        self._timed = with_arguments(operation, timestamps="1")
        self._follows = argument(operation, "follow") == "1"
        self._is_service = operation.name == "ServiceLogs"
        self._log = WholeLog(
            wanted=argument(operation, "timestamps") == "1",
            remembered=REMEMBERED_OF_SERVICES if self._is_service else REMEMBERED,
        )
        self.reader: Reader[T] = events(self._log)

    def next_request(self) -> Flow[LogStream]:
        """Ask for the log with times, from the end of the last connection on."""
        if self._follows and argument(self._timed, "tail") == "0":
            yield from self._begin_at_the_end()
        whole = argument(self._timed, "tail") in (None, "all")
        if self._is_service and not whole:
            self._log.overlap.settle()
        begin = self._log.overlap.begin(anew=whole)
        return self._timed if begin is None else with_arguments(self._timed, since=in_seconds(begin), tail=None)

    def _begin_at_the_end(self) -> Flow[None]:
        """Find the last message, which tells by the engine's clock what is new even if the connection breaks at once.

        Otherwise what is written between two connections would count as old.
        """
        last = yield from output(with_arguments(self._timed, follow="0", tail="1"))
        if last:
            self._log.overlap.repeat(old=max(nanoseconds(each.data.partition(b" ")[0]) for each in last))
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
        if self._is_service:
            return False
        of_task = self._timed.name == "TaskLogs"
        path = self._timed.path.removesuffix("/logs")
        inspect: Operation[Any, Any] = Operation(
            name="TaskInspect" if of_task else "ContainerInspect",
            method="GET",
            path=path if of_task else path + "/json",
            framing=Framing.JSON,
        )
        try:
            found = yield from fetch(inspect)
        except NotFound:
            return True
        if _has_ended(found["Status"] if of_task else found["State"]):
            # Engine 20.10 ends a log that is followed before its last line where that has no end, so it is read again.
            self._follows = False
            self._timed = with_arguments(self._timed, follow="0")
        return False


def _has_ended(state: "Mapping[str, Any]") -> bool:
    """Tell by the state of a container or of a task."""
    if "Running" in state:
        return not (state["Running"] or state.get("Restarting"))
    from .converging import ENDED

    return state.get("State") in ENDED
