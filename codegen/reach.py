"""Which schemas are reached from where, and in which file each of them stands."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from codegen.nodes import is_list, is_mapping

SHARED = "shared"


def references(node: object) -> Iterator[str]:
    """Give the names of all schemas that a piece of the description refers to, however deep."""
    if is_mapping(node):
        for key, value in node.items():
            if key == "$ref":
                yield value
            elif key == "properties":
                for child in value.values():
                    yield from references(child)
            else:
                yield from references(value)
    elif is_list(node):
        for item in node:
            yield from references(item)


def closure(roots: Iterable[str], schemas: Mapping[str, Any]) -> set[str]:
    """Give ``roots`` and everything that they lead to."""
    found: set[str] = set()
    waiting = list(roots)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(references(schemas[name]))
    return found


def directions(operations: Mapping[str, Any], schemas: Mapping[str, Any]) -> tuple[set[str], set[str]]:
    """Give the schemas that requests lead to, and those that replies lead to."""
    asked = [[operation.get("parameters"), operation.get("body")] for operation in operations.values()]
    answered = [operation["replies"] for operation in operations.values()]
    return closure(references(asked), schemas), closure(references(answered), schemas)


def nouns(operations: Mapping[str, Any], schemas: Mapping[str, Any]) -> dict[str, str]:
    """Give the noun of every schema: that of the operations that lead to it, ``shared`` for several or none."""
    by_noun: dict[str, list[Any]] = {}
    for operation in operations.values():
        by_noun.setdefault(operation["noun"], []).append(operation)
    reached: dict[str, set[str]] = {name: set() for name in schemas}
    for noun, members in by_noun.items():
        for name in closure(references(members), schemas):
            reached[name].add(noun)
    return {name: next(iter(found)) if len(found) == 1 else SHARED for name, found in reached.items()}
