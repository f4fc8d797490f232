"""Spans of time: whole numbers are nanoseconds, everything else says its unit."""

from datetime import timedelta
from typing import Any

import pytest

from dockwright.errors import InvalidArgument
from dockwright.options.durations import checked_nanoseconds, nanoseconds

SECOND = 10**9


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (0, 0),
        (1_500_000_000, 1_500_000_000),
        (30.0, 30 * SECOND),
        (0.1, SECOND // 10),
        (timedelta(days=1, seconds=1, microseconds=1), 86401 * SECOND + 1000),
        ("30s", 30 * SECOND),
        ("1m30s", 90 * SECOND),
        ("1.5h", 5400 * SECOND),
        ("500ms", SECOND // 2),
        ("1us1µs1ns", 2001),
        (" 2m ", 120 * SECOND),
        ("0", 0),
        ("9007199254740993ns", 9007199254740993),
    ],
)
def test_what_is_taken(given: Any, expected: int) -> None:
    assert nanoseconds("interval", given) == expected


@pytest.mark.parametrize(
    "given", ["30", "s", "1s 1m", "-1s", "1d", "", -1, -0.5, float("nan"), float("inf"), timedelta(-1)]
)
def test_what_is_no_span_of_time_is_refused(given: Any) -> None:
    with pytest.raises(InvalidArgument, match="interval must be nanoseconds as an int, seconds as a float") as caught:
        nanoseconds("interval", given)
    assert repr(given) in caught.value.message


@pytest.mark.parametrize("given", [True, None, [1], b"1s"])
def test_another_type_is_refused(given: Any) -> None:
    with pytest.raises(TypeError, match="interval must be nanoseconds as an int"):
        nanoseconds("interval", given)


def test_seconds_written_as_nanoseconds_are_told() -> None:
    assert checked_nanoseconds("interval", 0) == 0
    assert checked_nanoseconds("interval", 10**6) == 10**6
    with pytest.raises(InvalidArgument) as caught:
        checked_nanoseconds("interval", 30)
    assert caught.value.message == (
        "interval must be 0 or at least a millisecond, not 30 nanoseconds; 30 seconds are written 30.0 or '30s'"
    )
    with pytest.raises(InvalidArgument, match=r"not 100000 nanoseconds$"):
        checked_nanoseconds("interval", 0.0001)
