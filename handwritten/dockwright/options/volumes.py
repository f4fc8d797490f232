"""Volumes and folders of the host as people mount them.

Either a sequence of the engine's own text, ``source:target[:mode]`` or only ``target``, or a mapping from a source (the
name of a volume, or a folder of the host) to its place: ``"/target"``, or
``{"bind": "/target", "mode": "ro", "propagation": "rshared"}``, where ``"ro": True`` says the same as ``"mode": "ro"``.
"""

import re
from collections.abc import Mapping, Sequence
from os import PathLike, fsdecode
from typing import Any, NamedTuple, cast

from ..errors import InvalidArgument, InvalidType

# Keys are str or paths. The key of a Mapping is invariant, so that a dict of either would be no Mapping of both.
Volumes = Mapping[Any, str | Mapping[str, Any]] | Sequence[str]

# A colon after one letter belongs to a drive of Windows, if a backslash follows.
_PARTS = re.compile(r"((?:[A-Za-z]:(?=\\))?[^:]*)(?::((?:[A-Za-z]:(?=\\))?[^:]*))?")
_KEYS = frozenset({"bind", "mode", "ro", "propagation"})
_PROPAGATIONS = frozenset({"shared", "rshared", "slave", "rslave", "private", "rprivate"})


class Mounted(NamedTuple):
    """The same in the Engine's terms: the binds, and the places in the container."""

    binds: list[str]
    targets: dict[str, dict[str, Any]]


def mounted_volumes(volumes: Volumes) -> Mounted:
    """Translate the option ``volumes``; raises ``InvalidArgument`` or ``TypeError``, which show the volume."""
    if isinstance(volumes, Mapping):
        places = {_source(source): place for source, place in cast("Mapping[Any, Any]", volumes).items()}
        mounts = [_mount(source, place) for source, place in places.items()]
        return Mounted([":".join(mount) for mount in mounts], {mount[1]: {} for mount in mounts})
    if isinstance(volumes, str | bytes) or not isinstance(volumes, Sequence):
        kind = type(volumes).__name__
        raise InvalidType(f"volumes must be a mapping, or a sequence such as ['/src:/dst:ro'], not {kind}: {volumes!r}")
    for bind in volumes:
        if not isinstance(bind, str):
            raise InvalidType(f"volumes holds {bind!r}, which is no str such as '/src:/dst:ro'")
        if not bind:
            raise InvalidArgument("volumes holds an empty str; write '/src:/dst:ro'")
    return Mounted(list(volumes), {_target(bind): {} for bind in volumes})


def _source(source: object) -> str:
    if isinstance(source, PathLike | bytes):
        source = fsdecode(cast("PathLike[str]", source))
    if not isinstance(source, str):
        raise InvalidType(f"volumes has the key {source!r}; a source is the name of a volume or a folder of the host")
    return source


def _mount(source: str, place: object) -> list[str]:
    where = f"volumes[{source!r}]"
    if isinstance(place, str):
        return [source, place, "rw"]
    if not isinstance(place, Mapping):
        raise InvalidType(f"{where} must be the place in the container, or a mapping with 'bind', not {place!r}")
    fields = dict(cast("Mapping[str, Any]", place))
    if unknown := fields.keys() - _KEYS:
        raise InvalidArgument(f"{where} has the key {min(unknown, key=str)!r}; known are {', '.join(sorted(_KEYS))}")
    target = fields.get("bind")
    if not isinstance(target, str) or not target:
        raise InvalidArgument(f"{where} needs the place in the container: {{'bind': '/target'}}, not {fields!r}")
    if "ro" in fields and "mode" in fields:
        raise InvalidArgument(f"{where} has 'ro' and 'mode'; give one of them")
    mode = ("ro" if fields["ro"] else "rw") if "ro" in fields else fields.get("mode") or "rw"
    if not isinstance(mode, str):
        raise InvalidType(f"{where} has a mode that is no str such as 'ro': {mode!r}")
    propagation = fields.get("propagation")
    if propagation is None:
        return [source, target, mode]
    if propagation not in _PROPAGATIONS:
        names = ", ".join(sorted(_PROPAGATIONS))
        raise InvalidArgument(f"{where} has the propagation {propagation!r}; it must be one of {names}")
    return [source, target, f"{mode},{propagation}"]


def _target(bind: str) -> str:
    match = _PARTS.match(bind)
    source, target = match.groups() if match else (bind, None)
    # "/data:ro" mounts an anonymous volume.
    return str(source if target in (None, "ro", "rw") else target)
