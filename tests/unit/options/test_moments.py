"""Points in time: both forms, with their fractions."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from dockwright.errors import InvalidArgument
from dockwright.options.moments import in_utc, moment, timestamp


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (None, None),
        (0, 0),
        (1700000000, 1700000000),
        (1700000000.25, 1700000000.25),
        (datetime(2023, 11, 14, 22, 13, 20, 500000), 1700000000.5),
        (datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC), 1700000000),
        (datetime(2023, 11, 15, 0, 13, 20, tzinfo=timezone(timedelta(hours=2))), 1700000000),
    ],
)
def test_moments(given: datetime | float | None, expected: float | None) -> None:
    assert moment("since", given) == expected


@pytest.mark.parametrize("given", [-1, float("nan"), float("inf")])
def test_what_is_no_moment_is_refused(given: float) -> None:
    with pytest.raises(InvalidArgument, match="since must be a datetime, a timedelta or a number of seconds"):
        moment("since", given)


@pytest.mark.parametrize("given", ["2023-11-14", True, b"1"])
def test_what_is_of_another_type_is_refused(given: object) -> None:
    with pytest.raises(TypeError, match=r"^until must be a datetime, .*, not (str|bool|bytes): "):
        moment("until", given)  # type: ignore[arg-type]  # what it is about


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (None, None),
        (0, "0"),
        (1700000000, "1700000000"),
        (1700000000.25, "1700000000.25"),
        (0.00001, "0.00001"),
        (datetime(2023, 11, 14, 22, 13, 20, 500000, tzinfo=UTC), "1700000000.500000"),
        (datetime(2023, 11, 15, 0, 13, 20, tzinfo=timezone(timedelta(hours=2))), "1700000000"),
        ("1700000000.123456789", "1700000000.123456789"),
        ("2023-11-14T22:13:20.123456789Z", "1700000000.123456789"),
        ("2023-11-15t00:13:20+02:00", "1700000000"),
    ],
)
def test_timestamps(given: datetime | float | str | None, expected: str | None) -> None:
    assert timestamp("since", given) == expected


def test_without_a_zone_it_is_local_time() -> None:
    local = datetime(2023, 11, 14, 22, 13, 20)
    assert timestamp("since", local) == str(int(local.timestamp()))
    assert timestamp("since", "2023-11-14T22:13:20.5") == f"{int(local.timestamp())}.5"
    assert timestamp("since", in_utc(local)) == "1700000000"
    assert in_utc(5) == 5


@pytest.mark.parametrize("given", ["yesterday", "2023-13-14T22:13:20Z", "", "-5", -1, float("nan")])
def test_what_is_no_timestamp_is_refused(given: str | float) -> None:
    with pytest.raises(InvalidArgument, match=r"^since must be a datetime"):
        timestamp("since", given)


def test_a_timestamp_of_another_type_is_refused() -> None:
    with pytest.raises(TypeError, match="until must be a datetime"):
        timestamp("until", True)


def test_so_long_ago() -> None:
    """The clock is the caller's: nothing here knows the time."""
    assert moment("since", timedelta(minutes=1), now=1000.5) == 940.5
    assert timestamp("since", timedelta(minutes=1), now=1000.5) == "940.5"
    assert timestamp("since", timedelta(seconds=10), now=5.0) == "0"
    for read in (moment, timestamp):
        with pytest.raises(InvalidArgument, match="until as a timedelta is how long ago, and must not be negative"):
            read("until", timedelta(seconds=-1), now=5.0)
        with pytest.raises(TypeError, match="since must be a point in time here, not a timedelta"):
            read("since", timedelta(seconds=1))
