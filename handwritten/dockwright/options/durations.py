"""Spans of time as people write them, in the nanoseconds that the Engine counts them in.

A whole number is nanoseconds, as in docker-py. Seconds are what cannot be mistaken for them: a float, a ``timedelta``,
or text with units such as ``"1m30s"`` or ``"500ms"``.
"""

import re
from datetime import timedelta
from math import isfinite

from ..errors import InvalidArgument, InvalidType

Duration = int | float | str | timedelta
"""Nanoseconds as an int, seconds as a float, a ``timedelta``, or text such as ``"1m30s"``."""

_UNITS = {"ns": 1, "us": 10**3, "µs": 10**3, "ms": 10**6, "s": 10**9, "m": 60 * 10**9, "h": 3600 * 10**9}
_PART = r"([0-9]+(?:\.[0-9]+)?)(ns|us|µs|ms|s|m|h)"
_ACCEPTED = "nanoseconds as an int, seconds as a float, a timedelta, or text such as '1m30s'"


def nanoseconds(name: str, value: object) -> int:
    """Read a span of time; raises ``InvalidArgument`` or ``TypeError``, which show ``name`` and the value."""
    if isinstance(value, bool) or not isinstance(value, int | float | str | timedelta):
        raise InvalidType(f"{name} must be {_ACCEPTED}, not {type(value).__name__}: {value!r}")
    if isinstance(value, timedelta):
        spent = (value.days * 86400 + value.seconds) * 10**9 + value.microseconds * 1000
    elif isinstance(value, str):
        spent = _from_text(name, value)
    elif isinstance(value, int):
        spent = value
    elif isfinite(value):
        spent = round(value * 10**9)
    else:
        spent = -1
    if spent < 0:
        raise InvalidArgument(f"{name} must be {_ACCEPTED}, not {value!r}")
    return spent


def checked_nanoseconds(name: str, value: object) -> int:
    """Read a span of time for which the Engine wants 0, or at least a millisecond."""
    spent = nanoseconds(name, value)
    if 0 < spent < 10**6:
        meant = f"; {value} seconds are written {float(value)} or '{value}s'" if isinstance(value, int) else ""
        raise InvalidArgument(f"{name} must be 0 or at least a millisecond, not {spent} nanoseconds{meant}")
    return spent


def _from_text(name: str, value: str) -> int:
    text = value.strip()
    if text == "0":
        return 0
    if not re.fullmatch(f"(?:{_PART})+", text):
        raise InvalidArgument(f"{name} must be {_ACCEPTED}, not {value!r}")
    return sum(_scaled(number, _UNITS[unit]) for number, unit in re.findall(_PART, text))


def _scaled(number: str, unit: int) -> int:
    # A whole number stays exact, however long it is.
    return round(float(number) * unit) if "." in number else int(number) * unit
