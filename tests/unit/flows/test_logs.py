"""A log over several connections: each message once, in order, wherever the connections break."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dockwright.errors import ContainerNotFound
from dockwright.flows.logs import ResumableLog
from dockwright.options.logs import LogOptions, container_logs
from dockwright.wire.demux import Message
from dockwright.wire.loglines import LogLine, LogLines, nanoseconds
from dockwright.wire.output import MULTIPLEXED
from dockwright_api import operations
from dockwright_api.operation import LogStream
from tests.fakes.engine import frame

from .conftest import Driven

RAW = "application/vnd.docker.raw-stream"
START = 1_700_000_000 * 10**9


def stamp(nano: int) -> bytes:
    """Write a time as the engine does in front of a message."""
    seconds, rest = divmod(nano, 10**9)
    return datetime.fromtimestamp(seconds, UTC).strftime(f"%Y-%m-%dT%H:%M:%S.{rest:09}Z").encode()


class Written:
    """A log as an engine keeps it, and as it answers."""

    def __init__(self, entries: list[tuple[int, int, bytes]]) -> None:
        self.entries = entries

    def read(self, operation: LogStream) -> list[tuple[int, int, bytes]]:
        """Choose what was asked for, as an engine does: in the order of the file."""
        query = dict(operation.query)
        seconds, _, fraction = query.get("since", "0").partition(".")
        since = int(seconds) * 10**9 + int(fraction.ljust(9, "0") or 0)
        found = [entry for entry in self.entries if entry[1] >= since]
        tail = query.get("tail", "all")
        return found if tail == "all" else found[max(0, len(found) - int(tail)) :]

    def messages(self, operation: LogStream) -> list[Message]:
        """Give what was asked for with times."""
        return [Message(stream, stamp(nano) + b" " + data) for stream, nano, data in self.read(operation)]

    def bytes(self, operation: LogStream) -> bytes:
        """Give what was asked for as it is sent."""
        return b"".join(frame(*message) for message in self.messages(operation))


def asked(follow: bool = True, **options: object) -> LogStream:
    return container_logs("c", LogOptions(**options), stdout=True, stderr=True, follow=follow)  # type: ignore[typeddict-item]  # given by name


def messages(operation: LogStream) -> ResumableLog[Message]:
    return ResumableLog(operation, lambda reader: reader)


def connect(log: ResumableLog[Message], written: Written, drive: Driven) -> bytes:
    """Ask for the rest, and give what the engine sends."""
    flow = log.next_request()
    try:
        step = next(flow)
        while True:
            assert isinstance(step.operation, LogStream)
            step = flow.send(written.messages(step.operation))
    except StopIteration as end:
        operation: LogStream = end.value
    log.connected(MULTIPLEXED, terminal=None)
    return written.bytes(operation)


@st.composite
def logs(draw: st.DrawFn) -> list[tuple[int, int, bytes]]:
    """Entries of two streams; many have the same time, and some stand a little out of order."""
    steps = draw(
        st.lists(
            st.tuples(st.sampled_from((1, 2)), st.sampled_from((0, 0, 1, 5, -2)), st.binary(max_size=3)), max_size=25
        )
    )
    last = {1: START + 10, 2: START + 10}
    now = START + 10
    entries: list[tuple[int, int, bytes]] = []
    for number, (stream, step, data) in enumerate(steps):
        # Within a stream time does not go back.
        now = last[stream] = max(last[stream], now + step)
        entries.append((stream, now, b"%d:" % number + data))
    return entries


@given(logs(), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 400)), max_size=6))
def test_every_message_once(entries: list[tuple[int, int, bytes]], breaks: list[tuple[int, int]]) -> None:
    """However much was written before a connection, and wherever it breaks."""
    log = messages(asked())
    found: list[Message] = []
    for there, received in sorted(breaks):
        found += log.reader.feed(connect(log, Written(entries[:there]), Driven())[:received])
    found += log.reader.feed(connect(log, Written(entries), Driven()))
    found += log.reader.close() or []
    assert found == [Message(stream, data) for stream, _, data in entries]


@given(st.lists(st.integers(0, 2), min_size=600, max_size=700), st.integers(0, 700), st.integers(0, 700))
def test_more_messages_than_are_remembered(steps: list[int], first: int, second: int) -> None:
    entries = [(1, START + sum(steps[: number + 1]), b"%d" % number) for number in range(len(steps))]
    log = messages(asked())
    found: list[Message] = []
    for there in sorted((first, second)):
        found += log.reader.feed(connect(log, Written(entries[:there]), Driven()))
    rest = connect(log, Written(entries), Driven())
    found += log.reader.feed(rest)
    assert found == [Message(1, data) for _, _, data in entries]
    if second > 650 and first > 650:
        assert len(rest) < len(Written(entries).bytes(asked(timestamps=True))), "it begins where it has to"


def test_the_end_of_a_log() -> None:
    """The last lines are those of the first connection; what was not asked for does not come with the second."""
    entries = [(1, START + number, b"%d" % number) for number in range(10)]
    log = messages(asked(tail=3))
    found = log.reader.feed(connect(log, Written(entries[:5]), Driven()))
    found += log.reader.feed(connect(log, Written(entries), Driven()))
    assert [message.data for message in found] == [b"%d" % number for number in range(2, 10)]


@pytest.mark.parametrize("old", [0, 1, 5])
def test_only_what_is_new(old: int) -> None:
    """With tail=0 nothing tells where to go on, so the engine is asked for its last message first."""
    entries = [(1, START + number // 2, b"%d" % number) for number in range(10)]
    log = messages(asked(tail=0))
    found = log.reader.feed(connect(log, Written(entries[: old * 2]), Driven()))
    assert found == []
    found += log.reader.feed(connect(log, Written(entries), Driven()))
    found += log.reader.feed(connect(log, Written(entries), Driven()))
    assert [message.data for message in found] == [b"%d" % number for number in range(old * 2, 10)]


def test_times_are_given_where_they_are_wanted() -> None:
    entries = [(1, START, b"one\n")]
    log = messages(asked(timestamps=True))
    assert log.reader.feed(connect(log, Written(entries), Driven())) == [Message(1, stamp(START) + b" one\n")]


def test_what_is_asked(drive: Driven) -> None:
    """Everything that was asked stays so, but for where to begin."""
    log = messages(asked(since=5, until=9e9, details=True))
    first = drive(log.next_request())
    expected = operations.containers.logs(
        "c", follow=True, stdout=True, stderr=True, since=5, until=9_000_000_000, timestamps=True, details=True
    )
    assert dict(first.query) == dict(expected.query)
    log.connected(MULTIPLEXED, terminal=None)
    log.reader.feed(b"".join(frame(1, stamp(START + number) + b" x") for number in range(300)))
    second = drive(log.next_request())
    assert dict(second.query) == dict(expected.query) | {"since": "1700000000.000000044"}


def test_a_line_over_two_connections() -> None:
    """The engine stores a long line in pieces of one time: the second connection goes on inside of it."""
    pieces = [(1, START, b"a" * 16384), (1, START, b"b" * 16384), (1, START, b"c\n"), (1, START + 1, b"end\n")]
    log = ResumableLog(asked(), lambda reader: LogLines(reader, timestamps=False))
    written = Written(pieces)
    first = frame(1, stamp(START) + b" " + pieces[0][2])
    connect(log, written, Driven())  # type: ignore[arg-type]  # of lines
    assert log.reader.feed(first) == []
    assert log.reader.feed(connect(log, written, Driven())) == [  # type: ignore[arg-type]  # of lines
        LogLine("stdout", "a" * 16384 + "b" * 16384 + "c"),
        LogLine("stdout", "end"),
    ]


def terminal_lines(timestamps: bool) -> ResumableLog[LogLine]:
    return ResumableLog(asked(timestamps=timestamps), lambda reader: LogLines(reader, timestamps=timestamps))


@pytest.mark.parametrize("timestamps", [False, True])
def test_a_terminal(timestamps: bool) -> None:
    """Its output has no frames; a line that is not whole is dropped, and comes again."""
    log = terminal_lines(timestamps)
    one, two, long = (stamp(START + number) + b" " for number in range(3))
    text = one + b"one\r\n" + one + b"again\r\n" + two + b"two\r\n"
    text += long + b"x" * 16384 + long + b"yes\r\n" + long + b"end"
    found: list[LogLine] = []
    for cut in (0, 10, 40, 90, 16500, 16530):
        log.connected(RAW, terminal=None)
        found += log.reader.feed(text[:cut])
    log.connected(RAW, terminal=None)
    found += [*log.reader.feed(text), *(log.reader.close() or [])]
    assert [line.text for line in found] == ["one", "again", "two", "x" * 16384 + "yes", "end"]
    times = [None if line.timestamp is None else line.timestamp.timestamp() for line in found]
    assert times == ([1_700_000_000.0] * 5 if timestamps else [None] * 5)


class TestEnd:
    """Whether a reply that came to its end was the last."""

    INSPECTED = operations.containers.inspect("c").path

    @pytest.mark.parametrize(
        "state",
        [{"Running": True}, {"Running": True, "Restarting": True}, {"Running": False, "Restarting": True}],
    )
    def test_the_container_goes_on(self, drive: Driven, state: dict[str, bool]) -> None:
        log = messages(asked())
        assert drive(log.is_over(0.0), {"State": state}) is False
        assert [operation.path for operation in drive.operations] == [self.INSPECTED]
        assert dict(drive(log.next_request()).query)["follow"] == "1"

    def test_the_container_has_ended(self, drive: Driven) -> None:
        """Engine 20.10 leaves a last line without an end out of a log that is followed."""
        written = Written([(1, START, b"one\n"), (1, START + 1, b"two")])
        log = messages(asked())
        found = log.reader.feed(connect(log, Written(written.entries[:1]), drive))
        assert drive(log.is_over(0.0), {"State": {"Running": False, "Restarting": False}}) is False
        again = drive(log.next_request())
        assert dict(again.query)["follow"] == "0"
        found += log.reader.feed(connect(log, written, drive))
        assert drive(log.is_over(0.0)) is True
        assert [message.data for message in found] == [b"one\n", b"two"]

    def test_a_container_that_is_gone(self, drive: Driven) -> None:
        assert drive(messages(asked()).is_over(0.0), ContainerNotFound(404, "gone"))

    def test_without_following(self, drive: Driven) -> None:
        assert drive(messages(asked(follow=False)).is_over(0.0))

    def test_a_time_that_has_passed(self, drive: Driven) -> None:
        log = messages(asked(until=100.5))
        assert drive(log.is_over(100.5))
        assert drive(log.is_over(100.4), {"State": {"Running": True}}) is False

    def test_inside_of_a_message(self, drive: Driven) -> None:
        log = messages(asked(follow=False))
        log.connected(MULTIPLEXED, terminal=None)
        log.reader.feed(b"\1\0\0\0")
        assert drive(log.is_over(0.0)) is False

    def test_a_service(self, drive: Driven) -> None:
        """It has no end."""
        operation = operations.services.logs("s", follow=True, stdout=True)
        assert drive(messages(operation).is_over(0.0)) is False

    @pytest.mark.parametrize(("state", "follow"), [("running", "1"), ("complete", "0"), ("shutdown", "0")])
    def test_a_task(self, drive: Driven, state: str, follow: str) -> None:
        """One that has ended is read once more."""
        log = messages(operations.tasks.logs("t", follow=True, stdout=True))
        assert drive(log.is_over(0.0), {"Status": {"State": state}}) is False
        assert dict(drive(log.next_request()).query)["follow"] == follow


def every_second() -> Iterator[int]:
    start = datetime(2024, 2, 28, 23, 59, 58, tzinfo=UTC)
    for number in range(4):
        yield int((start + timedelta(seconds=number)).timestamp())


def test_times_are_read_to_the_nanosecond() -> None:
    for second in every_second():
        assert nanoseconds(stamp(second * 10**9 + 123456789)) == second * 10**9 + 123456789
    assert nanoseconds(b"2024-05-01T14:00:00.5+02:00") == nanoseconds(b"2024-05-01T12:00:00.500Z")
    assert nanoseconds(b"2024-05-01T12:00:00Z") % 10**9 == 0
    assert nanoseconds(b"2024-05-01") == nanoseconds(b"hello") == 0
