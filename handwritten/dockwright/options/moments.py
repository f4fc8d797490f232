"""Points in time as people give them."""

import re
from datetime import UTC, datetime, timedelta
from math import isfinite

from ..errors import InvalidArgument, InvalidType

Moment = datetime | timedelta | float
"""A point in time: a ``datetime``, a ``timedelta`` for so long ago, or seconds since 1970."""

_NUMBER = re.compile(r"\d+(\.\d{1,9})?")
_RFC3339 = re.compile(r"(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?([Zz]|[+-]\d\d:\d\d)?")


def moment(name: str, value: Moment | None, *, now: float | None = None) -> float | None:
    """Give a point in time as seconds since 1970, with their fraction; None stays None.

    A ``datetime`` without a time zone counts as UTC. ``now`` is the time, without which a ``timedelta`` means nothing.
    Raises ``InvalidArgument`` or ``TypeError``, which show ``name`` and the value.
    """
    if value is None:
        return None
    if isinstance(value, timedelta):
        return _ago(name, value, now)
    if isinstance(value, datetime):
        return (value if value.tzinfo else value.replace(tzinfo=UTC)).timestamp()
    return _number(name, value)


def in_utc(value: Moment | str | None) -> Moment | str | None:
    """Let a ``datetime`` without a time zone count as UTC, for ``timestamp``."""
    return value.replace(tzinfo=UTC) if isinstance(value, datetime) and value.tzinfo is None else value


def timestamp(name: str, value: Moment | str | None, *, now: float | None = None) -> str | None:
    """Write a point in time as every engine reads it: seconds since 1970, with up to nine decimals; None stays None.

    Besides a number and a ``datetime`` it may be text: such a number, or a time as in RFC 3339
    (``2024-05-01T12:00:00.5Z``), which older engines do not read everywhere. Without a time zone it is local time.
    ``now`` is the time, without which a ``timedelta`` means nothing. Raises ``InvalidArgument`` or ``TypeError``, which
    show ``name`` and the value.
    """
    if value is None:
        return None
    if isinstance(value, timedelta):
        value = _ago(name, value, now)
    if isinstance(value, datetime):
        fraction = f".{value.microsecond:06}" if value.microsecond else ""
        return f"{int(value.replace(microsecond=0).timestamp())}{fraction}"
    if not isinstance(value, str):
        return f"{_number(name, value):.9f}".rstrip("0").rstrip(".")
    if _NUMBER.fullmatch(value):
        return value
    match = _RFC3339.fullmatch(value)
    try:
        if match is None:
            raise ValueError
        day, time, fraction, zone = match.groups()
        whole = datetime.fromisoformat(f"{day}T{time}{(zone or '').upper()}")
    except ValueError:
        raise InvalidArgument(
            f"{name} must be a datetime, a timedelta, seconds since 1970, or a time such as "
            f"2024-05-01T12:00:00Z, not {value!r}"
        ) from None
    return f"{int(whole.timestamp())}{f'.{fraction}' if fraction else ''}"


def _ago(name: str, value: timedelta, now: float | None) -> float:
    if now is None:
        raise InvalidType(f"{name} must be a point in time here, not a timedelta: {value!r}")
    if value < timedelta(0):
        raise InvalidArgument(f"{name} as a timedelta is how long ago, and must not be negative: {value!r}")
    return max(0.0, now - value.total_seconds())


def _number(name: str, value: float) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        kind = type(value).__name__
        raise InvalidType(
            f"{name} must be a datetime, a timedelta or a number of seconds since 1970, not {kind}: {value!r}"
        )
    if not isfinite(value) or value < 0:
        raise InvalidArgument(
            f"{name} must be a datetime, a timedelta or a number of seconds since 1970, not {value!r}"
        )
    return value
