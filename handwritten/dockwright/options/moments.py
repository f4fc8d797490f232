"""Points in time as people give them."""

from datetime import UTC, datetime
from math import isfinite

from ..errors import InvalidArgument

Moment = datetime | float
"""A point in time: a ``datetime`` (one without a time zone counts as UTC), or seconds since 1970."""


def moment(name: str, value: Moment | None) -> float | None:
    """Give a point in time as seconds since 1970, with their fraction; None stays None.

    Raises ``InvalidArgument`` or ``TypeError``, which show ``name`` and the value.
    """
    if value is None:
        return None
    if isinstance(value, datetime):
        return (value if value.tzinfo else value.replace(tzinfo=UTC)).timestamp()
    if isinstance(value, bool) or not isinstance(value, int | float):
        kind = type(value).__name__
        raise TypeError(f"{name} must be a datetime or a number of seconds since 1970, not {kind}: {value!r}")
    if not isfinite(value) or value < 0:
        raise InvalidArgument(f"{name} must be a datetime or a number of seconds since 1970, not {value!r}")
    return value
