"""Read what comes over several connections as if it came over one: each item once.

Who asks again after a connection broke cannot ask for exactly the rest: engines take times, several items may have the
same one, and what two streams say at once may stand a little out of order. So a little more is asked for, and what was
there before is left out. An engine gives items in the same order every time; the last ones are remembered by marks, of
which equal ones are counted.
"""

from collections import Counter, deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

from .demux import Message, RawOutput
from .loglines import is_stamp, nanoseconds, without_inner_stamps
from .readers import ByteLines

if TYPE_CHECKING:
    from .readers import Reader

MarkT = TypeVar("MarkT")

REMEMBERED = 256
"""Marks that are remembered, equal ones in a row as one. It is also how many events an engine remembers."""


class Overlap(Generic[MarkT]):
    """Tells which items of a repetition were there before.

    ``time`` gives the time of a mark, in nanoseconds since 1970.
    """

    def __init__(self, time: Callable[[MarkT], int], *, remembered: int = REMEMBERED) -> None:
        self._time = time
        self._remembered = remembered
        # Marks, and how often each came in a row.
        self._runs: deque[tuple[MarkT, list[int]]] = deque()
        self._old: int | None = None
        self._expected: Counter[MarkT] = Counter()
        self._repeats = False

    def begin(self, *, anew: bool) -> int | None:
        """Give the time from which a repetition has to start; None where it has to start as the first one did.

        ``anew`` says whether it could: whether the same request begins with the same item.
        """
        if anew and self._old is None:
            return None
        return self._time(self._runs[0][0]) if self._runs else self._old

    def repeat(self, *, old: int | None = None) -> None:
        """State that what follows is a repetition; what is not later than ``old`` is left out of it, too."""
        self._old = self._old if old is None else old
        self._expected.clear()
        for mark, (count,) in self._runs:
            self._expected[mark] += count
        self._repeats = True

    def settle(self) -> None:
        """State that whatever is older than the latest was there before, in whichever order it comes."""
        if self._runs:
            latest = max(self._time(mark) for mark, _ in self._runs)
            self._runs = deque(run for run in self._runs if self._time(run[0]) == latest)
            self._old = latest - 1

    def is_new(self, mark: MarkT) -> bool:
        """Take the next item, and say whether it was not there before."""
        if self._repeats and self._was_there(mark):
            return False
        if self._runs and self._runs[-1][0] == mark:
            self._runs[-1][1][0] += 1
            return True
        self._runs.append((mark, [1]))
        if len(self._runs) > self._remembered:
            self._old = self._time(self._runs.popleft()[0])
        return True

    def _was_there(self, mark: MarkT) -> bool:
        if mark in self._expected:
            self._expected[mark] -= 1
            if not self._expected[mark]:
                del self._expected[mark]
            return True
        if self._old is not None and self._time(mark) <= self._old:
            return True
        self._repeats = bool(self._expected)
        return False


class WholeLog:
    """Give the messages of a log that comes over several connections, each message once.

    The engine must have been asked for timestamps; they are taken off unless they are ``wanted``. Output of a terminal
    comes as one message for each line. So many messages are ``remembered``.
    """

    def __init__(self, *, wanted: bool, remembered: int = REMEMBERED) -> None:
        self._wanted = wanted
        self._source: Reader[Message] | None = None
        self._messages: Reader[Message] | None = None
        self.overlap: Overlap[tuple[int, bytes]] = Overlap(lambda mark: nanoseconds(mark[1]), remembered=remembered)

    def connected(self, messages: "Reader[Message]") -> None:
        """Take the reader for a connection; what the last one left unfinished is dropped, and comes again."""
        if self._source is not None:
            self.overlap.repeat()
        self._source = messages
        self._messages = _Lines(messages) if isinstance(messages, RawOutput) else messages

    def check_end(self) -> None:
        """Raise ``TruncatedStream`` where the connection ended inside of a message."""
        if self._source is not None:
            self._source.close()

    def feed(self, data: bytes, /) -> list[Message]:
        """Take the next chunk and give the messages that it completed and that were not there before."""
        return [] if self._messages is None else self._new(self._messages.feed(data))

    def close(self) -> list[Message]:
        """State that the input ended for good."""
        return [] if self._messages is None else self._new(self._messages.close() or [])

    def _new(self, messages: list[Message]) -> list[Message]:
        new: list[Message] = []
        for message in messages:
            stream, data = message
            stamp, _, rest = data.partition(b" ")
            if not is_stamp(stamp):
                new.append(message)  # whatever it is, the engine wrote no time
            elif self.overlap.is_new((stream, stamp)):
                new.append(message if self._wanted else Message(stream, rest))
        return new


class _Lines:
    """Cut the raw output of a terminal into messages of one line each, with their ends."""

    def __init__(self, messages: "Reader[Message]") -> None:
        self._messages = messages
        self._lines = ByteLines()

    def feed(self, data: bytes, /) -> list[Message]:
        return _joined([line for message in self._messages.feed(data) for line in self._lines.add(message)])

    def close(self) -> list[Message]:
        return _joined(self._lines.close())


def _joined(lines: list[bytes]) -> list[Message]:
    return [Message(1, without_inner_stamps(line)) for line in lines]
