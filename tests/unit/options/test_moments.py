"""Points in time: both forms, with their fractions."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from dockwright.errors import InvalidArgument
from dockwright.options.moments import moment


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
    with pytest.raises(InvalidArgument, match="since must be a datetime or a number of seconds"):
        moment("since", given)


@pytest.mark.parametrize("given", ["2023-11-14", True, b"1"])
def test_what_is_of_another_type_is_refused(given: object) -> None:
    with pytest.raises(TypeError, match=r"^until must be a datetime or .*, not (str|bool|bytes): "):
        moment("until", given)  # type: ignore[arg-type]  # what it is about
