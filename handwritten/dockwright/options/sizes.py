"""Amounts of memory as people write them."""

import re
from typing import Final

from ..errors import InvalidArgument, InvalidType

_UNITS: Final = {"": 1, "k": 2**10, "m": 2**20, "g": 2**30, "t": 2**40}
_SIZE = re.compile(r"([0-9]+(?:\.[0-9]+)?) *(|[kmgt])(?:i?b)?", re.IGNORECASE)
_ACCEPTED = "a number of bytes, or text such as '512k', '128m' or '1.5g'"


def size_in_bytes(name: str, value: object) -> int:
    """Read an amount of memory: a number of bytes, or text with one of the units b, k, m, g, t (powers of 1024).

    -1, which means "no limit" where the engine knows such a thing, stays as it is. Raises ``InvalidArgument`` or
    ``TypeError``, which show ``name`` and the value.
    """
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise InvalidType(f"{name} must be {_ACCEPTED}, not {type(value).__name__}: {value!r}")
    if isinstance(value, str):
        text = value.strip()
        if text == "-1":
            return -1
        match = _SIZE.fullmatch(text)
        if match is None:
            raise InvalidArgument(f"{name} must be {_ACCEPTED}, not {value!r}")
        number, unit = match[1], _UNITS[match[2].lower()]
        # A whole number stays exact, however long it is.
        return int(float(number) * unit) if "." in number else int(number) * unit
    if value != value or value in (float("inf"), float("-inf")) or value < -1:
        raise InvalidArgument(f"{name} must be {_ACCEPTED}, not {value!r}")
    return int(value)
