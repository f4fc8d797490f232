"""Events over several connections: each once, also those of one nanosecond."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dockwright.flows.events import ResumableEvents
from dockwright.options.events import engine_events
from dockwright_api.operation import JSONStream

from .conftest import Driven

START = 1_700_000_000 * 10**9


def event(nano: int, action: str) -> dict[str, Any]:
    return {"Type": "container", "Action": action, "time": nano // 10**9, "timeNano": nano}


def sent(events: list[dict[str, Any]], operation: JSONStream[Any, Any]) -> bytes:
    """Answer as an engine does, which remembers 256 events."""
    seconds, _, fraction = dict(operation.query).get("since", "0").partition(".")
    since = int(seconds) * 10**9 + int(fraction or 0)
    return b"".join(json.dumps(each).encode() + b"\n" for each in events[-256:] if each["timeNano"] >= since)


def stream() -> ResumableEvents[Any]:
    return ResumableEvents(engine_events("1600000000", None, {"type": "container"}), json.loads)


@given(
    st.lists(st.integers(0, 2), max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 3000)), max_size=5)
)
def test_every_event_once(steps: list[int], breaks: list[tuple[int, int]]) -> None:
    events = [event(START + sum(steps[: number + 1]), str(number)) for number in range(len(steps))]
    followed = stream()
    found: list[Any] = []
    for there, received in [*sorted(breaks), (len(events), 10**9)]:
        operation = Driven()(followed.next_request())
        followed.connected("application/json", None)
        found += followed.reader.feed(sent(events[:there], operation)[:received])
    followed.reader.close()
    assert found == events


def test_it_begins_by_the_clock_of_the_engine(drive: Driven) -> None:
    """Otherwise nothing would tell where to go on if the connection broke before the first event."""
    followed = ResumableEvents(engine_events(None, "1700000009", {"type": "image"}), json.loads)
    first = drive(followed.next_request(), {"SystemTime": "2023-11-14T22:13:20.123456789Z"})
    assert [operation.path for operation in drive.operations] == ["/info"]
    assert first == engine_events("1700000000.123456789", "1700000009", {"type": "image"}) or dict(first.query) == {
        "since": "1700000000.123456789",
        "until": "1700000009",
        "filters": '{"type":["image"]}',
    }
    followed.connected("application/json", None)
    assert drive(followed.next_request()).query == first.query


def test_more_events_than_are_remembered(drive: Driven) -> None:
    events = [event(START + number, str(number)) for number in range(1000)]
    followed = stream()
    found: list[Any] = []
    for there in range(0, 1001, 200):
        operation = drive(followed.next_request())
        followed.connected("application/json", None)
        found += followed.reader.feed(sent(events[:there], operation))
    assert found == events


def test_the_end(drive: Driven) -> None:
    """A reply without an end that ends anyway was the last only if the time has passed that was asked for."""
    assert drive(stream().is_over(9e9)) is False
    until = ResumableEvents(engine_events("1600000000", "1700000000.5", None), json.loads)
    assert drive(until.is_over(1_700_000_000.4)) is False
    assert drive(until.is_over(1_700_000_000.5)) is True
    until.connected("application/json", None)
    until.reader.feed(b'{"Type"')
    assert drive(until.is_over(1_700_000_001.0)) is False, "it ended inside of a document"
