"""Facts of a newer version laid over those of all versions before it: the union, with first and last versions.

What two versions describe is the same when it is found on the same way over the wire: an operation by method and path,
a parameter by its name there, a property by the properties around it, starting at the body of a request or at a reply.
Names of schemas say little, for they came and went while the engine sent the same. So both descriptions are walked side
by side from their operations, requests apart from replies, and every meeting of two properties is noted:

* what both have keeps its first version, and looks as the newer one says: name, type, order;
* what only the older one has stays, behind the rest, with its last version, and brings along the schemas that only it
  leads to;
* what was missing for a while and is back has no gap;
* names that differ in case alone are one name, spelled as in the newer version;
* a property is required when all versions that have its schema say so.

Here every fact bears its versions (``codegen.versions.spread``); in files most of them are left out.
"""

import re
from collections import deque
from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Literal, TypeAlias

from codegen import reach
from codegen.errors import SpecError
from codegen.versions import REPLIES, REQUESTS, earliest, latest, own_properties

Facts: TypeAlias = dict[str, Any]
Direction: TypeAlias = tuple[str, str]
"""The keys for first and last version: ``REQUESTS`` or ``REPLIES``."""
Kind: TypeAlias = Literal["class", "array", "map", "object", "text", "any"]

_KINDS: dict[Kind, str] = {
    "class": "an object with properties",
    "array": "a list",
    "map": "a map",
    "object": "an object",
    "text": "a plain value",
    "any": "anything",
}


def merge(older: Facts, newer: Facts, *, oldest: str, last: str, version: str) -> Facts:
    """Give the union of ``older``, all versions from ``oldest`` to ``last``, and ``newer``, which is all ``version``.

    Neither is changed. Raises ``SpecError`` that names the place where the two cannot mean the same, a list here and an
    object there.
    """
    return _Merge(deepcopy(older), deepcopy(newer), oldest, last, version).result()


@dataclass(slots=True)
class _Place:
    """A node of the result, and the older ones that were met there."""

    node: Facts
    gone: bool
    older: list[tuple[Facts, Direction]] = field(default_factory=list[tuple[Facts, Direction]])


class _Merge:
    def __init__(self, older: Facts, newer: Facts, oldest: str, last: str, version: str) -> None:
        self._old: dict[str, Facts] = older["schemas"]
        self._new: dict[str, Facts] = newer["schemas"]
        self._old_operations: dict[str, Facts] = older["operations"]
        self._new_operations: dict[str, Facts] = newer["operations"]
        self._oldest = oldest
        self._last = last
        self._version = version
        self._met: set[tuple[str, str, Direction]] = set()
        self._counterparts: dict[str, list[str]] = {}
        self._places: dict[int, _Place] = {}
        self._values: dict[int, _Place] = {}
        self._optional: dict[str, set[str]] = {}
        self._assumed: set[tuple[str, str, Direction]] = set()
        self._later: deque[Callable[[], None]] = deque()

    def result(self) -> Facts:
        self._meet_operations()
        while self._later:
            self._later.popleft()()
        for place in self._places.values():
            self._settle(place)
        for place in self._values.values():
            self._settle_values(place)
        self._even_out()
        self._keep_required()
        return {"operations": self._new_operations, "schemas": self._new}

    # Operations

    def _meet_operations(self) -> None:
        older = {_identity(operation): name for name, operation in self._old_operations.items()}
        for name, operation in self._new_operations.items():
            if (known := older.pop(_identity(operation), None)) is not None:
                self._meet_operation(name, operation, self._old_operations[known])
        for name in older.values():
            if name in self._new_operations:
                raise SpecError(f"{name} is another operation in version {self._version} than before")
            operation = self._old_operations[name]
            kept = self._new_operations[name] = {**operation, "until": operation["until"] or self._last}
            for parameter in kept.get("parameters", {}).values():
                parameter["until"] = parameter["until"] or self._last
            kept["replies"] = {status: dict(reply) for status, reply in operation["replies"].items()}
            for key, direction in (("body", REQUESTS), ("reply", REPLIES)):
                self._take_carried(name, kept, operation, key, direction)

    def _meet_operation(self, name: str, new: Facts, old: Facts) -> None:
        new["since"] = old["since"]
        known = {_standing(wire, parameter, new): wire for wire, parameter in new.get("parameters", {}).items()}
        for wire, parameter in old.get("parameters", {}).items():
            found = known.get(_standing(wire, parameter, old))
            if found is None:
                parameter["until"] = parameter["until"] or self._last
                parameter.pop("required", None)
                new.setdefault("parameters", {})[wire] = parameter
            else:
                kept = new["parameters"][found]
                kept["since"] = parameter["since"]
                if _kind(kept) == _kind(parameter):
                    self._meet(kept, parameter, REQUESTS, f"{name}.{found}")
        for key, direction in (("body", REQUESTS), ("reply", REPLIES)):
            mine, theirs = _carried(new, key), _carried(old, key)
            if mine and theirs:
                self._meet(mine["schema"], theirs["schema"], direction, f"{name}.{key}")
            elif theirs:
                self._take_carried(name, new, old, key, direction)

    def _take_carried(self, name: str, new: Facts, old: Facts, key: str, direction: Direction) -> None:
        """Give an operation the body or the reply that only the older one has."""
        theirs = _carried(old, key)
        if not theirs:
            return

        def take() -> None:
            mine = {**theirs, "schema": self._copied(theirs["schema"])}
            if key == "body":
                new["body"] = mine
            else:
                status = next(status for status, reply in old["replies"].items() if reply is theirs)
                new["replies"][status] = mine
            self._meet(mine["schema"], theirs["schema"], direction, f"{name}.{key}")

        self._later.append(take)

    # Schemas

    def _meet(self, new: Facts, old: Facts, direction: Direction, where: str) -> None:
        """Note what two schemas that stand at the same place have in common."""
        new_name, new_node = self._resolved(new, self._new)
        old_name, old_node = self._resolved(old, self._old)
        new_kind, old_kind = _kind(new_node), _kind(old_node)
        if new_kind == "class" and old_kind in ("object", "map"):
            self._assume(str(new_name), direction)
        elif "any" in (new_kind, old_kind) or (new_kind, old_kind) == ("map", "object"):
            pass
        elif new_kind != old_kind:
            raise SpecError(
                f"{where} was {_KINDS[old_kind]} until {self._last} and is {_KINDS[new_kind]} in {self._version}; "
                f"correct one of them in spec/overlay/fixes.yaml, under published"
            )
        elif new_kind == "class":
            self._meet_schemas(str(new_name), str(old_name), direction, where)
        elif new_kind == "array":
            self._meet(new_node["items"], old_node["items"], direction, f"{where}[]")
        elif new_kind == "map":
            inside = "additionalProperties"
            self._meet(new_node[inside], old_node[inside], direction, f"{where}{{}}")
        elif "enum" in new_node or "enum" in old_node:
            gone = id(new_node) in self._places and self._places[id(new_node)].gone
            self._values.setdefault(id(new_node), _Place(new_node, gone=gone)).older.append((old_node, direction))

    def _assume(self, schema: str, direction: Direction) -> None:
        """Take the properties of what was an object without any for as old as the object: they were only not told."""
        told: Facts = dict(zip(direction, (self._oldest, None), strict=True))
        for name in reach.closure([schema], self._new):
            for child in own_properties(self._new[name]).values():
                self._note(child, told, direction)

    def _meet_schemas(self, name: str, old_name: str, direction: Direction, where: str) -> None:
        if (name, old_name, direction) in self._met:
            return
        self._met.add((name, old_name, direction))
        counterparts = self._counterparts.setdefault(old_name, [])
        if name not in counterparts:
            counterparts.append(name)
        new, old = self._new[name], self._old[old_name]
        if _kind(new) != "class":
            self._meet(new, old, direction, where)
            return
        mine = self._properties(name, self._new)
        theirs = dict(own_properties(old))
        for base in _bases(old):
            same = [each for each in _bases(new) if each == base or each in self._counterparts.get(base, ())]
            if same:
                self._meet_schemas(same[0], base, direction, where)
            else:
                theirs = self._properties(base, self._old) | theirs
        required = _required(old_name, self._old)
        self._optional.setdefault(name, set()).update(mine.keys() - required)
        for base in _bases(new):
            self._optional.setdefault(base, set()).update(mine.keys() - required)
        by_case = {wire.lower(): wire for wire in mine if wire not in theirs}
        for wire, node in theirs.items():
            found = wire if wire in mine else by_case.get(wire.lower())
            if found is None:
                self._later.append(partial(self._take, name, wire, node, direction, f"{where}.{wire}"))
            else:
                self._note(mine[found], node, direction)
                self._meet(mine[found], node, direction, f"{where}.{wire}")

    def _note(self, new: Facts, old: Facts, direction: Direction, *, gone: bool = False) -> None:
        self._places.setdefault(id(new), _Place(new, gone=gone)).older.append((old, direction))

    def _take(self, name: str, wire: str, node: Facts, direction: Direction, where: str) -> None:
        """Give a schema a property that only an older one has."""
        mine = self._properties(name, self._new)
        if wire not in mine:
            mine[wire] = _own(self._new[name])[wire] = self._copied(node)
            self._places[id(mine[wire])] = _Place(mine[wire], gone=True)
        self._note(mine[wire], node, direction)
        self._meet(mine[wire], node, direction, where)

    def _copied(self, node: Facts) -> Facts:
        """Copy an older schema with the names that its references have in the result."""
        copy = {key: deepcopy(value) for key, value in node.items()}
        for key in ("items", "additionalProperties"):
            if key in copy:
                copy[key] = self._copied(copy[key])
        if "$ref" in copy:
            copy["$ref"] = self._name(copy["$ref"])
        return copy

    def _name(self, old_name: str) -> str:
        """Name what an older schema is in the result; one that is nothing there yet comes in, still empty."""
        counterparts = self._counterparts.setdefault(old_name, [])
        if counterparts:
            return old_name if old_name in counterparts else counterparts[0]
        counterparts.append(old_name)
        if any(name == old_name for name, _, _ in self._met):
            raise SpecError(
                f"{old_name} is another schema in version {self._version} than in those before; name one of them in "
                f"spec/overlay/names.yaml, under schemas"
            )
        if old_name in self._new:  # the newer version has it too, but leads to it no longer
            return old_name
        old = self._old[old_name]
        empty: Facts = {"type": "object", "properties": {}}
        if _kind(old) == "class":
            bases = [{"$ref": self._name(base)} for base in _bases(old)]
            self._new[old_name] = {"allOf": [*bases, empty]} if bases else empty
        else:
            self._new[old_name] = self._copied(old)
        return old_name

    def _resolved(self, node: Facts, schemas: Mapping[str, Facts]) -> tuple[str | None, Facts]:
        name = None
        while "$ref" in node and not (name and _kind(node) == "class"):
            name = node["$ref"]
            node = schemas[name]
        return name, node

    def _properties(self, name: str, schemas: Mapping[str, Facts]) -> dict[str, Facts]:
        """Give all properties of a schema, inherited ones too."""
        properties: dict[str, Facts] = {}
        for base in _bases(schemas[name]):
            properties |= self._properties(base, schemas)
        return properties | own_properties(schemas[name])

    # Versions

    def _settle(self, place: _Place) -> None:
        """Give a property the versions of the older ones; one that is gone had them in the other direction too."""
        for direction in (REQUESTS, REPLIES):
            met = [(node, told) for node, told in place.older if told == direction or place.gone]
            met = [each for each in met if each[1] == direction] or met
            if met:
                since, until = direction
                place.node[since] = earliest(node[told[0]] for node, told in met)
                place.node[until] = latest(node[told[1]] or self._last for node, told in met) if place.gone else None

    def _settle_values(self, place: _Place) -> None:
        """Values bear versions where they are newer than their list, or gone from it."""
        since: Facts = {}
        until: Facts = {}
        older = [node for node, _ in place.older]
        mine: list[Any] = [] if place.gone else place.node.get("enum", [])
        values: list[Any] = list(dict.fromkeys([*mine, *(value for node in older for value in node.get("enum", ()))]))
        for value in values:
            having = [node for node in older if value in node.get("enum", ())]
            first = [node.get("enum_since", {}).get(value) for node in having]
            if not having and all("enum" in node for node in older):
                since[value] = self._version
            elif first and None not in first:
                since[value] = earliest(first)
            if value not in mine:
                last = latest(node.get("enum_until", {}).get(value) for node in having)
                if last or mine:
                    until[value] = last or self._last
        for key, entries in (("enum", values), ("enum_since", since), ("enum_until", until)):
            if entries:
                place.node[key] = entries
            else:
                place.node.pop(key, None)

    def _even_out(self) -> None:
        """Give properties that requests alone or replies alone reach the same versions for both."""
        reached = reach.directions(self._new_operations, self._new)
        for name, schema in self._new.items():
            by_requests, by_replies = (name in each for each in reached)
            for node in own_properties(schema).values():
                if by_requests and not by_replies:
                    node.update(zip(REPLIES, (node[key] for key in REQUESTS), strict=True))
                elif by_replies and not by_requests:
                    node.update(zip(REQUESTS, (node[key] for key in REPLIES), strict=True))
                elif not by_requests:
                    node.update(since=self._oldest, since_in_replies=self._oldest)

    def _keep_required(self) -> None:
        for name, schema in self._new.items():
            own = schema.get("allOf", [schema])[-1]
            if "required" in own:
                lost = self._optional.get(name, set())
                own["required"] = [wire for wire in own["required"] if wire not in lost]
                if not own["required"]:
                    del own["required"]


def _identity(operation: Facts) -> tuple[str, str]:
    return operation["method"], re.sub(r"{\w+}", "{}", operation["path"])


def _standing(wire: str, parameter: Facts, operation: Facts) -> tuple[str, str | int]:
    """Say where a parameter stands: names of path parameters are never sent, and case does not count."""
    if parameter["in"] == "path":
        return "path", re.findall(r"{(\w+)}", operation["path"]).index(wire)
    return parameter["in"], wire.lower()


def _carried(operation: Facts, key: str) -> Facts:
    """Give the body, or the successful reply that has a schema."""
    nothing: Facts = {}
    replies: dict[int, Facts] = {} if key == "body" else operation["replies"]
    found = [reply for status, reply in replies.items() if 200 <= status < 300 and "schema" in reply]
    return found[0] if found else operation.get(key, nothing)


def _bases(schema: Facts) -> list[str]:
    return [part["$ref"] for part in schema.get("allOf", ()) if "$ref" in part]


def _required(name: str, schemas: Mapping[str, Facts]) -> set[str]:
    schema = schemas[name]
    inherited = (_required(base, schemas) for base in _bases(schema))
    return set(schema.get("allOf", [schema])[-1].get("required", ())).union(*inherited)


def _own(schema: Facts) -> dict[str, Facts]:
    """Give the place for properties of a schema's own."""
    if "allOf" in schema and "properties" not in schema["allOf"][-1]:
        schema["allOf"].append({"type": "object", "properties": {}})
    return own_properties(schema)


def _kind(node: Facts) -> Kind:
    if "properties" in node or "allOf" in node:
        return "class"
    if node.get("type") == "array":
        return "array"
    if "additionalProperties" in node:
        return "map"
    if node.get("type") == "object":
        return "object"
    return "text" if "type" in node else "any"
