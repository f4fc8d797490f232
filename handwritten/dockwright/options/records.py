"""Tables of options and of keys: where a value goes in the Engine's JSON, and how it is read.

A table maps the name in Python to its row. It serves the options of a call, where only these names are known, and
mappings inside of options, whose keys may be written in either way: ``{"soft": 1024}`` and ``{"Soft": 1024}`` say the
same. A value of None counts as not given.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple, cast

from ..errors import InvalidArgument, InvalidType

Reader = Callable[[str, Any], Any]
"""Takes the name of a value, for errors, and the value; gives the Engine's JSON."""


class Row(NamedTuple):
    """One line of a table."""

    key: str
    """The key in the Engine's JSON."""
    read: Reader


Rows = Mapping[str, Row]


def record(name: str, value: object, rows: Rows, example: str) -> dict[str, Any]:
    """Read a mapping (or a model of the same) by a table; the errors show ``example`` for what is accepted.

    Raises ``TypeError`` for anything but a mapping, and ``InvalidArgument`` for a key that is unknown or given twice.
    """
    found: dict[str, Any] = {}
    for key, item in fields_of(name, value, example).items():
        row = rows.get(key) or next((row for row in rows.values() if row.key == key), None)
        if row is None:
            raise InvalidArgument(unknown_key(name, key, [*rows, *(row.key for row in rows.values())]))
        if item is None:
            continue
        if row.key in found:
            raise InvalidArgument(f"{name} has {row.key} twice, in both ways to write it; give one of them")
        found[row.key] = row.read(f"{name}[{key!r}]", item)
    return found


def fields_of(name: str, value: object, example: str) -> dict[str, Any]:
    """Give the fields of a mapping or of a model."""
    to_json = getattr(value, "to_json", None)
    if to_json is not None and not isinstance(value, type):
        value = to_json()
    if not isinstance(value, Mapping):
        raise InvalidType(f"{name} must be a mapping such as {example}, not {type(value).__name__}: {value!r}")
    return dict(cast("Mapping[str, Any]", value))


def read_options(given: Mapping[str, Any], rows: Rows) -> dict[str, Any]:
    """Read the options that a table knows; the others stay with the caller."""
    return {row.key: row.read(name, given[name]) for name, row in rows.items() if name in given}


def refuse_unknown(caller: str, given: Iterable[str], known: Iterable[str]) -> None:
    """Raise the ``TypeError`` that Python has for a keyword argument that there is not, with the nearest known one."""
    known = list(known)
    for name in given:
        if name not in known:
            raise TypeError(f"{caller}() got an unexpected keyword argument {name!r}{nearest(name, known)}")


def unknown_key(name: str, key: object, known: Iterable[str]) -> str:
    """Say that a mapping has a key that nobody knows."""
    known = list(dict.fromkeys(known))
    close = nearest(str(key), known)
    return f"{name} has the key {key!r}{close or '; known are ' + ', '.join(known)}"


def nearest(name: str, known: Iterable[str]) -> str:
    """Ask whether the nearest of several names was meant; empty where none is near."""
    from difflib import get_close_matches

    close = get_close_matches(name, list(known), n=1)
    return f"; did you mean {close[0]!r}?" if close else ""
