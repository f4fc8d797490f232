"""What people add to the imported facts: better names, corrections, and how each reply arrives.

Every file in ``spec/overlay`` has entries under a few headings. An entry says why it is there (``reason``) and, where
it states a fact, how that is known (``evidence``). An entry that changes nothing any more is an error: the published
files have caught up, or the place is gone.

``names.yaml``      ``operations``, ``arguments``, ``attributes``, ``schemas``: lists of ``{reason, names}``
``fixes.yaml``      see ``codegen.corrections``
``versions.yaml``   see ``codegen.corrections``
``additions.yaml``  ``schemas``: name -> ``{schema, reason, evidence}``; ``keep``: ``{schemas, reason}`` for schemas
                    that no operation leads to
``streams.yaml``    ``streams``: ``{operations, reason, evidence}`` and any of ``framing``, ``timing``, ``item``,
                    ``grace``, ``one_document_when``
``presence.yaml``   see ``codegen.presence``
"""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from codegen import specfile
from codegen.errors import SpecError

_STREAM_KEYS = ("framing", "timing", "item", "grace", "one_document_when")


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Names that replace what the rules of ``codegen.casing`` and ``codegen.naming`` give."""

    operations: Mapping[str, str]
    """Engine name of an operation -> ``module.function``."""
    arguments: Mapping[str, str]
    """Wire name of a parameter, or ``Operation.name`` for one operation -> Python name."""
    attributes: Mapping[str, str]
    """Wire name of a property, or ``Schema.name`` for one schema -> Python name."""
    schemas: Mapping[str, str]
    """Place of an object in the published file -> name of its schema."""


def names(spec_dir: Path) -> Names:
    """Read ``names.yaml``."""
    path = spec_dir / "overlay" / "names.yaml"
    content = _read(path, {"operations", "arguments", "attributes", "schemas"})
    sections: dict[str, dict[str, str]] = {}
    for section in ("operations", "arguments", "attributes", "schemas"):
        chosen: dict[str, str] = {}
        for entry in _entries(path, section, content.get(section, []), {"names", "reason"}, set()):
            for name, replacement in entry["names"].items():
                if name in chosen:
                    raise SpecError(f"{path}: {section}: {name!r} is named twice")
                chosen[name] = replacement
        sections[section] = chosen
    return Names(**sections)


def add(facts: dict[str, Any], spec_dir: Path) -> None:
    """Add the schemas of ``additions.yaml`` to ``facts``, which are changed in place."""
    path = spec_dir / "overlay" / "additions.yaml"
    content = _read(path, {"schemas", "keep"})
    for name, entry in content.get("schemas", {}).items():
        _check(path, name, entry, {"schema", "reason", "evidence"}, set())
        if name in facts["schemas"]:
            raise SpecError(f"{path}: schemas: {name} is in spec/api by now; remove the entry, or correct it by a fix")
        facts["schemas"][name] = deepcopy(entry["schema"])


def entries(
    path: Path, section: str, required: set[str], optional: frozenset[str] = frozenset(), beside: str = ""
) -> Iterator[dict[str, Any]]:
    """Read the entries under one heading of a file, ``beside`` another one; no file is no entry."""
    content = _read(path, {section, beside} - {""})
    return _entries(path, section, content.get(section, []), required, set(optional))


def kept(schemas: Mapping[str, Any], spec_dir: Path) -> Iterator[str]:
    """Give the schemas that stay although no operation leads to them."""
    path = spec_dir / "overlay" / "additions.yaml"
    content = _read(path, {"schemas", "keep"})
    for entry in _entries(path, "keep", content.get("keep", []), {"schemas", "reason"}, set()):
        for name in entry["schemas"]:
            if name not in schemas:
                raise SpecError(f"{path}: keep: there is no schema {name}; remove it")
            yield name


def streams(operations: Mapping[str, Any], spec_dir: Path) -> dict[str, dict[str, Any]]:
    """Read ``streams.yaml``; gives what it says for each operation."""
    path = spec_dir / "overlay" / "streams.yaml"
    content = _read(path, {"streams"})
    told: dict[str, dict[str, Any]] = {}
    entries = _entries(
        path, "streams", content.get("streams", []), {"operations", "reason", "evidence"}, set(_STREAM_KEYS)
    )
    for entry in entries:
        facts = {key: entry[key] for key in _STREAM_KEYS if key in entry}
        for name in entry["operations"]:
            if name not in operations:
                raise SpecError(f"{path}: there is no operation {name}; remove it")
            for key in facts:
                if key in told.get(name, {}):
                    raise SpecError(f"{path}: {name}: {key} is told twice")
            told.setdefault(name, {}).update(facts)
    return told


def _read(path: Path, sections: set[str]) -> dict[str, Any]:
    content = specfile.read(path) if path.exists() else {}
    for section in content:
        if section not in sections:
            raise SpecError(f"{path}: unknown heading {section!r}; known are {', '.join(sorted(sections))}")
    return content


def _entries(
    path: Path, section: str, entries: list[dict[str, Any]], required: set[str], optional: set[str]
) -> Iterator[dict[str, Any]]:
    for position, entry in enumerate(entries, 1):
        _check(path, f"{section}, entry {position}", entry, required, optional)
        yield entry


def _check(path: Path, place: str, entry: Mapping[str, Any], required: set[str], optional: set[str]) -> None:
    for key in sorted(required - set(entry)):
        raise SpecError(f"{path}: {place}: {key!r} is missing")
    for key in entry:
        if key not in required | optional:
            raise SpecError(f"{path}: {place}: unknown key {key!r}")
    for key in {"reason", "evidence"} & required:
        if not isinstance(entry[key], str) or not entry[key].strip():
            raise SpecError(f"{path}: {place}: {key!r} must be a sentence")
