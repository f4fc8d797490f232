"""What events are asked for."""

from datetime import UTC, datetime, timedelta

from dockwright.options.events import engine_events
from dockwright_api import operations


def test_times_and_filters() -> None:
    operation = engine_events(
        datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC), "2023-11-14T22:13:21.5Z", {"type": "image"}
    )
    assert operation == operations.system.events(since="1700000000", until="1700000001.5", filters={"type": ["image"]})
    assert engine_events(None, None, None) == operations.system.events()


def test_so_long_ago() -> None:
    operation = engine_events(timedelta(seconds=60), timedelta(0), None, now=100.0)
    assert operation == operations.system.events(since="40", until="100")
