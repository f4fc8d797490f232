"""Readers of option values: the name and the value of an option in, the Engine's JSON out.

A value of another type raises ``InvalidType``, one that cannot be used ``InvalidArgument``; both show the name and the
value, and say what is accepted.
"""

from collections.abc import Mapping, Sequence
from os import PathLike, fspath
from typing import Any, cast

from ..errors import InvalidType


def refused(name: str, accepted: str, value: object) -> InvalidType:
    """Make the error for a value of a type that an option does not take."""
    return InvalidType(f"{name} must be {accepted}, not {type(value).__name__}: {value!r}")


def several(name: str, accepted: str, value: object) -> Sequence[object]:
    """Take a sequence of anything but letters and bytes; ``accepted`` is shown for others."""
    # A str is a sequence of its letters, which nobody means; a bool or a mapping is none at all.
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        return cast("Sequence[object]", value)
    raise refused(name, accepted, value)


def text(name: str, value: object) -> str:
    """Take a str."""
    if not isinstance(value, str):
        raise refused(name, "a str", value)
    return value


def local_path(name: str, value: object, accepted: str) -> str:
    """Take a path of this machine, as a str or an ``os.PathLike`` of it."""
    given: object = value
    if isinstance(value, PathLike):
        value = fspath(cast("PathLike[str]", value))
    if not isinstance(value, str):
        raise refused(name, accepted, given)
    return value


def text_or_number(name: str, value: object) -> str:
    """Take a str, or a number such as that of a user."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise refused(name, "a str or an int", value)
    return str(value)


def flag(name: str, value: object) -> bool:
    """Take a bool; 0 and 1 are as good."""
    if isinstance(value, bool):
        return value
    if isinstance(value, int) and value in (0, 1):
        return bool(value)
    raise refused(name, "True or False", value)


def whole(name: str, value: object) -> int:
    """Take an int."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise refused(name, "an int", value)
    return value


def texts(name: str, value: object) -> list[str]:
    """Take several str; one alone is refused, for it would count as its letters."""
    items = several(name, "a sequence of str, such as ['a', 'b']", value)
    return [text(f"{name}[{index}]", item) for index, item in enumerate(items)]


def texts_or_numbers(name: str, value: object) -> list[str]:
    """Take several str or numbers, such as those of groups."""
    items = several(name, "a sequence of str or int, such as ['audio', 1000]", value)
    return [text_or_number(f"{name}[{index}]", item) for index, item in enumerate(items)]


def text_map(name: str, value: object) -> dict[str, str]:
    """Take a mapping to str or numbers."""
    if not isinstance(value, Mapping):
        raise refused(name, "a mapping of str to str", value)
    items = cast("Mapping[Any, object]", value).items()
    return {text(f"the keys of {name}", key): text_or_number(f"{name}[{key!r}]", item) for key, item in items}


def labels(name: str, value: object) -> dict[str, str]:
    """Take a mapping of labels, or a sequence of their names."""
    if isinstance(value, Mapping):
        return text_map(name, cast("object", value))
    items = several(name, "a mapping of str to str, or a sequence of names", value)
    return dict.fromkeys(texts(name, items), "")


def tmpfs(name: str, value: object) -> dict[str, str]:
    """Take a mapping from paths to mount options, or a sequence of ``path[:options]``."""
    if isinstance(value, Mapping):
        entries = cast("Mapping[Any, object]", value).items()
        return {
            text(f"the keys of {name}", path): "" if item is None else text(f"{name}[{path!r}]", item)
            for path, item in entries
        }
    items = several(name, "a mapping such as {'/run': 'size=64m'}, or a sequence of 'path[:options]'", value)
    parts = (entry.partition(":") for entry in texts(name, items))
    return {path: options for path, _, options in parts}


def extra_hosts(name: str, value: object) -> list[str]:
    """Take a mapping from names to addresses, or a sequence of ``name:address``."""
    if isinstance(value, Mapping):
        return [f"{host}:{address}" for host, address in sorted(text_map(name, cast("object", value)).items())]
    return texts(name, value)


def volumes_from(name: str, value: object) -> list[str]:
    """Take a sequence of containers, or their names with commas between them."""
    return value.split(",") if isinstance(value, str) else texts(name, value)
