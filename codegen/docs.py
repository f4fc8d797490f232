"""The sentences of ``spec/docs``: what we say of operations, arguments, schemas and properties.

One file for each noun, as in ``spec/api``:

* ``operations``: Engine name -> ``doc``, ``body`` where there is one, ``parameters`` by their wire names;
* ``schemas``: name -> ``doc``, ``properties`` by their wire names. Inherited properties stand with the schema that they
  are inherited from.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from codegen import specfile
from codegen.description import Description, own_properties
from codegen.errors import SpecError
from codegen.nodes import is_mapping

Docs: TypeAlias = Mapping[str, Mapping[str, Mapping[str, Any]]]
"""``operations`` and ``schemas``, by name, as in the files of ``spec/docs``."""

_SECTIONS: dict[str, set[str]] = {"operations": {"doc", "body", "parameters"}, "schemas": {"doc", "properties"}}


def read(spec_dir: Path) -> Docs:
    """Read all files; none is no sentence.

    Raises ``SpecError`` for an unknown key, for what is no sentence, and for a name that two files have.
    """
    docs: dict[str, dict[str, Any]] = {section: {} for section in _SECTIONS}
    for path in sorted((spec_dir / "docs").glob("*.yaml")):
        for section, entries in specfile.read(path).items():
            if section not in _SECTIONS:
                raise SpecError(f"{path}: unknown heading {section!r}; known are {', '.join(_SECTIONS)}")
            for name, entry in _named(entries):
                if name in docs[section]:
                    raise SpecError(f"{path}: {name} is in another file too")
                _check(entry, _SECTIONS[section], f"{path}: {name}")
                docs[section][name] = entry
    return docs


def problems(description: Description, docs: Docs) -> list[str]:
    """Name everything that has no sentence, and every sentence about what is not there; a line for each."""
    return [
        f"{kind}: {name}"
        for kind, names in (
            ("undocumented", _names(description) - _told(docs)),
            ("documented, but not there", _told(docs) - _names(description)),
        )
        for name in sorted(names)
    ]


def count(description: Description, docs: Docs) -> str:
    """Say in one line how much of the description has a sentence."""
    names = _names(description)
    return f"{len(names & _told(docs))} of {len(names)} names are documented"


def _named(entries: object) -> Iterable[tuple[str, Any]]:
    return entries.items() if is_mapping(entries) else ()


def _check(entry: object, keys: set[str], place: str) -> None:
    if not is_mapping(entry):
        raise SpecError(f"{place}: it must be a mapping with {', '.join(sorted(keys))}")
    for key, value in entry.items():
        if key not in keys:
            raise SpecError(f"{place}: unknown key {key!r}")
        sentences: Iterable[object] = value.values() if is_mapping(value) else [value]
        if not all(isinstance(each, str) and each.strip() for each in sentences):
            raise SpecError(f"{place}: {key}: every entry must be a sentence")


def _names(description: Description) -> set[str]:
    names = {f"operation {name}" for name in description.operations} | {
        f"schema {name}" for name in description.schemas
    }
    for name, operation in description.operations.items():
        names |= _inside(name, bool(operation.body), (each.name for each in operation.parameters), ())
    for name, schema in description.schemas.items():
        names |= _inside(name, False, (), own_properties(schema))
    return names


def _told(docs: Docs) -> set[str]:
    names: set[str] = set()
    for kind, section in (("operation", "operations"), ("schema", "schemas")):
        for name, entry in docs.get(section, {}).items():
            names |= {f"{kind} {name}"} if "doc" in entry else set()
            names |= _inside(name, "body" in entry, entry.get("parameters", ()), entry.get("properties", ()))
    return names


def _inside(name: str, has_body: bool, parameters: Iterable[str], properties: Iterable[str]) -> set[str]:
    return {
        *([f"body of {name}"] if has_body else []),
        *(f"argument {name}.{wire}" for wire in parameters),
        *(f"property {name}.{wire}" for wire in properties),
    }
