"""Mounts in the long form, which say more than ``source:target[:mode]`` can.

A mount is a mapping with the names of Python (``{"target": "/data", "source": "name", "no_copy": True}``), with the
Engine's own, which nest the options of a type, or text as for ``volumes``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from os import PathLike, fspath
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, cast

from ..errors import InvalidArgument
from . import values
from .records import Reader, Row, Rows, fields_of, record, unknown_key
from .sizes import size_in_bytes

if TYPE_CHECKING:
    from dockwright_api import models, shapes

Mount: TypeAlias = "str | shapes.MountParam | models.Mount | Mapping[str, Any]"

_EXAMPLE = "{'target': '/data', 'source': 'name', 'type': 'volume'}"
# A colon after one letter belongs to a drive of Windows, if a backslash follows.
_PART = r"((?:[A-Za-z]:(?=\\))?[^:]*)"
_HOST_PATH = re.compile(r"[/~.]|[A-Za-z]:\\")
_TEXT = re.compile(f"{_PART}(?::{_PART}(?::([^:]*))?)?")


class _Option(NamedTuple):
    """An option that only mounts of some types have."""

    types: tuple[str, ...]
    key: str
    read: Reader


def mounts(name: str, value: object) -> list[dict[str, Any]]:
    """Take a sequence of mounts."""
    items = values.several(name, f"a sequence such as [{_EXAMPLE}]", value)
    return [mount(f"{name}[{index}]", item) for index, item in enumerate(items)]


def mount(name: str, value: object) -> dict[str, Any]:
    """Take one mount; without a type it is a volume. Options of another type raise ``InvalidArgument``."""
    given = mount_from_text(name, value) if isinstance(value, str) else fields_of(name, value, _EXAMPLE)
    flat = {key: item for key, item in given.items() if key in _OPTIONS}
    found = record(name, {key: item for key, item in given.items() if key not in flat}, _MOUNT, _EXAMPLE)
    kind = found.setdefault("Type", "volume")
    if kind not in _GROUPS:
        raise InvalidArgument(f"{name} has the type {kind!r}; known are {', '.join(_GROUPS)}")
    _refuse_other_groups(name, kind, found)
    own: dict[str, Any] = {}
    for key, item in flat.items():
        option = _OPTIONS[key]
        if kind in option.types:
            if item is not None:
                own[option.key] = option.read(f"{name}[{key!r}]", item)
        elif item:
            kinds = " and ".join(option.types)
            raise InvalidArgument(f"{name} has {key}, which is for the type {kinds}; its type is {kind!r}")
    if own:
        group = found.setdefault(_GROUPS[kind], {})
        if twice := sorted(own.keys() & group.keys()):
            raise InvalidArgument(f"{name} has {twice[0]} twice, in both ways to write it; give one of them")
        group.update(own)
    _check_places(name, kind, found)
    return found


def _check_places(name: str, kind: str, found: dict[str, Any]) -> None:
    source = found.get("Source", "")
    if not found.get("Target"):
        raise InvalidArgument(f"{name} needs a target: the place in the container, such as {_EXAMPLE}")
    if kind == "tmpfs" and source:
        raise InvalidArgument(f"{name} is a tmpfs, which has no source; leave {source!r} out")
    if kind == "volume" and _HOST_PATH.match(source):
        raise InvalidArgument(f"{name} has the source {source!r}, a path of the host; such a mount has the type 'bind'")
    if kind in ("bind", "image", "npipe", "cluster") and not source:
        raise InvalidArgument(f"{name} needs a source, for its type is {kind!r}")


def _refuse_other_groups(name: str, kind: str, found: dict[str, Any]) -> None:
    for other, group in _GROUPS.items():
        if group and group != _GROUPS[kind] and found.pop(group, None):
            raise InvalidArgument(f"{name} has {group}, which is for the type {other}; its type is {kind!r}")


def mount_from_text(name: str, value: str) -> dict[str, Any]:
    """Read ``target`` or ``source:target[:options]``, where a source that is a path makes a mount of the host's."""
    match = _TEXT.fullmatch(value)
    if match is None or not value:
        raise InvalidArgument(f"{name} must be 'target' or 'source:target[:options]', not {value!r}")
    if match[2] is None:
        return {"target": match[1]}
    found: dict[str, Any] = {"source": match[1], "target": match[2]}
    if _HOST_PATH.match(match[1]):
        found["type"] = "bind"
    for word in (match[3] or "").split(",") if match[3] else ():
        if word not in _WORDS:
            raise InvalidArgument(
                f"{name} has the option {word!r}; known are {', '.join(_WORDS)}, and the option volumes takes others"
            )
        found.update(_WORDS[word])
    return found


def _path(name: str, value: object) -> str:
    return values.text(name, fspath(cast("PathLike[str]", value)) if isinstance(value, PathLike) else value)


def _driver(name: str, value: object) -> dict[str, Any]:
    rows = {"name": Row("Name", values.text), "options": Row("Options", values.text_map)}
    return record(name, value, rows, "{'Name': 'local', 'Options': {}}")


def _tmpfs_options(name: str, value: object) -> list[list[str]]:
    items = values.several(name, "a sequence such as [['noexec']]", value)
    return [
        [item] if isinstance(item, str) else values.texts(f"{name}[{index}]", item) for index, item in enumerate(items)
    ]


_OPTIONS: dict[str, _Option] = {
    "propagation": _Option(("bind",), "Propagation", values.text),
    "non_recursive": _Option(("bind",), "NonRecursive", values.flag),
    "create_mountpoint": _Option(("bind",), "CreateMountpoint", values.flag),
    "read_only_non_recursive": _Option(("bind",), "ReadOnlyNonRecursive", values.flag),
    "read_only_force_recursive": _Option(("bind",), "ReadOnlyForceRecursive", values.flag),
    "no_copy": _Option(("volume",), "NoCopy", values.flag),
    "labels": _Option(("volume",), "Labels", values.labels),
    "driver_config": _Option(("volume",), "DriverConfig", _driver),
    "subpath": _Option(("volume", "image"), "Subpath", values.text),
    "tmpfs_size": _Option(("tmpfs",), "SizeBytes", size_in_bytes),
    "tmpfs_mode": _Option(("tmpfs",), "Mode", values.whole),
    "tmpfs_options": _Option(("tmpfs",), "Options", _tmpfs_options),
}
# The key under which the options of each type stand.
_GROUPS: dict[str, str] = {
    "bind": "BindOptions",
    "volume": "VolumeOptions",
    "tmpfs": "TmpfsOptions",
    "image": "ImageOptions",
    "npipe": "",
    "cluster": "",
}


def _group(kind: str) -> Reader:
    known = {option.key: option.read for option in _OPTIONS.values() if kind in option.types}

    def read(name: str, value: object) -> dict[str, Any]:
        found = fields_of(name, value, f"{{{next(iter(known), 'Option')!r}: ...}}")
        for key in found:
            if key not in known:
                raise InvalidArgument(unknown_key(name, key, known))
        return {key: known[key](f"{name}[{key!r}]", item) for key, item in found.items() if item is not None}

    return read


# The options of a type, under the Engine's names only: in Python's they are written without them.
_MOUNT: Rows = {
    "target": Row("Target", _path),
    "source": Row("Source", _path),
    "type": Row("Type", values.text),
    "read_only": Row("ReadOnly", values.flag),
    "consistency": Row("Consistency", values.text),
    "BindOptions": Row("BindOptions", _group("bind")),
    "VolumeOptions": Row("VolumeOptions", _group("volume")),
    "ImageOptions": Row("ImageOptions", _group("image")),
    "TmpfsOptions": Row("TmpfsOptions", _group("tmpfs")),
}
# The words that text may have behind its target.
_WORDS: dict[str, dict[str, Any]] = {
    "rw": {"read_only": False},
    "ro": {"read_only": True},
    "nocopy": {"no_copy": True},
    **{word: {"consistency": word} for word in ("default", "consistent", "cached", "delegated")},
    **{word: {"propagation": word} for word in ("private", "rprivate", "shared", "rshared", "slave", "rslave")},
}
