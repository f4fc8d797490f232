"""The merged description against each of the published files, read here by a small walker of its own.

Every operation, parameter and property of every version is looked up in the description by its way over the wire, and
must be there for that version. What is excused stands in the overlay, entry by entry: accidents in the published files,
and versions that they have wrong.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias, cast

import pytest
import yaml

from codegen.description import Description, Operation, load

SPEC = Path(__file__).parents[2] / "spec"
VERSIONS = [f"1.{minor}" for minor in range(25, 56)]
Node: TypeAlias = dict[str, Any]
Way: TypeAlias = tuple[str, ...]


@dataclass(frozen=True)
class Seen:
    """Something that a published file tells."""

    operation: tuple[str, str]
    kind: str
    """``operation``, ``parameter``, ``request`` or ``reply``."""
    way: Way


def entries(file: str, section: str) -> list[dict[str, Any]]:
    found = yaml.safe_load((SPEC / "overlay" / file).read_text("utf-8"))[section]
    return [{**entry, "ways": [entry["at"]] if isinstance(entry["at"], str) else entry["at"]} for entry in found]


def minor(version: str) -> int:
    return int(version.split(".")[1])


class Published:
    """Walks through one published file."""

    def __init__(self, folder: Path, version: str) -> None:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        self._document = yaml.load((folder / f"v{version}.yaml").read_bytes(), loader)  # noqa: S506  a SafeLoader
        self._accidents = {
            way
            for entry in entries("fixes.yaml", "published")
            if minor(entry["from"]) <= minor(version) <= minor(entry.get("until", version))
            for way in entry["ways"]
        }
        self.excused: set[str] = set()

    def everything(self) -> Iterator[Seen]:
        for path, methods in self._document["paths"].items():
            for method, node in methods.items():
                operation = (method.upper(), re.sub(r"{\w+}", "{}", path))
                place = f"operations/{node['operationId']}"
                yield Seen(operation, "operation", ())
                for parameter in node.get("parameters", ()):
                    yield from self._parameter(parameter, operation, path, f"{place}/parameters/{parameter['name']}")
                for status, reply in node["responses"].items():
                    if 200 <= int(status) < 300 and "schema" in reply:
                        ways = self._ways(reply["schema"], (), f"{place}/responses/{status}/schema", ())
                        yield from (Seen(operation, "reply", way) for way in ways)

    def _parameter(self, node: Node, operation: tuple[str, str], path: str, place: str) -> Iterator[Seen]:
        if node["in"] == "body":
            ways = self._ways(node["schema"], (), f"{place}/schema", ())
            yield from (Seen(operation, "request", way) for way in ways)
        elif not self._is_accident(f"{place}/name") and node["name"].lower() != "content-type":
            position = str(re.findall(r"{(\w+)}", path).index(node["name"])) if node["in"] == "path" else ""
            yield Seen(operation, "parameter", (node["in"], position or node["name"].lower()))

    def _ways(self, node: Node, way: Way, place: str, inside: tuple[str, ...]) -> Iterator[Way]:
        """Give the way to every property at and below a schema; ``inside`` guards against circles."""
        if self._is_accident(place):
            return
        if "$ref" in node:
            name = node["$ref"].rpartition("/")[2]
            if name not in inside:
                definition = self._document["definitions"][name]
                yield from self._ways(definition, way, f"definitions/{name}", (*inside, name))
            return
        for position, part in enumerate(node.get("allOf", ())):
            yield from self._ways(part, way, f"{place}/allOf/{position}", inside)
        for wire, child in node.get("properties", {}).items():
            if not self._is_accident(f"{place}/properties/{wire}"):
                yield (*way, wire)
                yield from self._ways(child, (*way, wire), f"{place}/properties/{wire}", inside)
        for key, mark in (("items", "[]"), ("additionalProperties", "{}")):
            if key in node:
                yield from self._ways(node[key], (*way, mark), f"{place}/{key}", inside)

    def _is_accident(self, place: str) -> bool:
        if place in self._accidents:
            self.excused.add(place)
        return place in self._accidents


class Merged:
    """Finds things in the description, and tells in which versions they are there."""

    def __init__(self, description: Description) -> None:
        self._schemas = description.schemas
        self._operations = {
            (each.method, re.sub(r"{\w+}", "{}", each.path)): each for each in description.operations.values()
        }
        self._fixed = {way for entry in entries("fixes.yaml", "fixes") for way in entry["ways"]}
        self._timed = {way for entry in entries("versions.yaml", "versions") for way in entry["ways"]}
        self._known: dict[Seen, list[tuple[str, Node]] | str] = {}

    def fault(self, seen: Seen, version: str) -> str:
        """Say what is wrong with one thing in one version; nothing is: an empty text."""
        if seen not in self._known:
            try:
                self._known[seen] = self._chain(seen)
            except KeyError as missing:
                fixed = str(missing.args[0]) in self._fixed
                self._known[seen] = "" if fixed else f"not found: {missing.args[0]}"
        chain = self._known[seen]
        if isinstance(chain, str):
            return chain
        for place, node in chain:
            since, until = node.get("since"), node.get("until")
            if seen.kind == "reply":
                since, until = node.get("since_in_replies", since), node.get("until_in_replies", until)
            outside = (since and minor(since) > minor(version)) or (until and minor(until) < minor(version))
            if outside and place not in self._timed:
                return f"{place} is there from {since} to {until}"
        return ""

    def _chain(self, seen: Seen) -> list[tuple[str, Node]]:
        """Give everything on the way; raise ``KeyError`` with the place that is missing, in words of the overlay."""
        operation = self._operations.get(seen.operation)
        if operation is None:
            raise KeyError(" ".join(seen.operation))
        chain = [(f"operations/{operation.id}", {"since": operation.since, "until": operation.until})]
        if seen.kind == "parameter":
            chain.append(self._parameter(operation, *seen.way))
        elif seen.kind in ("request", "reply"):
            schema, place = self._start(operation, seen.kind)
            for step in seen.way:
                schema, place = self._step(schema, place, step)
                chain.append((place, schema))
        return chain

    def _parameter(self, operation: Operation, place: str, name: str) -> tuple[str, Node]:
        parameters = [each for each in operation.parameters if each.place == place]
        for position, each in enumerate(parameters):
            if name == (str(position) if place == "path" else each.name.lower()):
                return f"operations/{operation.id}/parameters/{each.name}", {"since": each.since, "until": each.until}
        raise KeyError(f"operations/{operation.id}/parameters/{name}")

    def _start(self, operation: Operation, kind: str) -> tuple[Node, str]:
        if kind == "request":
            if operation.body is None:
                raise KeyError(f"operations/{operation.id}/body")
            return operation.body.schema, f"operations/{operation.id}/body/schema"
        for reply in operation.replies:
            if reply.schema is not None:
                return reply.schema, f"operations/{operation.id}/replies/{reply.status}/schema"
        raise KeyError(f"operations/{operation.id}/replies/{operation.replies[0].status}")

    def _step(self, schema: Node, place: str, step: str) -> tuple[Node, str]:
        fixed = place if place in self._fixed and step not in ("[]", "{}") else ""
        while "$ref" in schema:
            place = f"schemas/{schema['$ref']}"
            schema = self._schemas[schema["$ref"]]
        if step in ("[]", "{}"):
            key = "items" if step == "[]" else "additionalProperties"
            if key not in schema:
                raise KeyError(f"{place}/{key}")
            return schema[key], f"{place}/{key}"
        found = self._property(schema, place, step)
        if found is None:
            raise KeyError(fixed or f"{place}/properties/{step}")
        return found

    def _property(self, schema: Node, place: str, wire: str) -> tuple[Node, str] | None:
        """Look for a property, also in another spelling, and in what is inherited."""
        own: Mapping[str, Node] = schema.get("properties", {})
        for name, child in own.items():
            if name == wire or (wire not in own and name.lower() == wire.lower()):
                return child, f"{place}/properties/{name}"
        for position, part in enumerate(schema.get("allOf", ())):
            inherited = "$ref" in part
            node = self._schemas[part["$ref"]] if inherited else part
            inner = f"schemas/{part['$ref']}" if inherited else f"{place}/allOf/{position}"
            if (found := self._property(node, inner, wire)) is not None:
                return found
        return None


@pytest.fixture(scope="module")
def merged() -> Merged:
    return Merged(load(SPEC))


@pytest.mark.parametrize("version", VERSIONS)
def test_everything_of_a_version_is_described_for_it(published: Path, merged: Merged, version: str) -> None:
    seen = set(Published(published, version).everything())
    assert len(seen) > 1800
    faults = sorted(f"{each}: {fault}" for each in seen if (fault := merged.fault(each, version)))
    assert faults == []


def test_every_accident_is_one(published: Path) -> None:
    excused = set[str]()
    for version in VERSIONS:
        file = Published(published, version)
        for _ in file.everything():
            pass
        excused |= file.excused
    removed = {way for entry in entries("fixes.yaml", "published") if entry["old"] is not None for way in entry["ways"]}
    assert {way for way in removed if not way.endswith(("/304/schema",))} == excused


def test_all_files_that_were_read_are_named(published: Path) -> None:
    import hashlib
    import tomllib

    source = tomllib.loads((SPEC / "source.toml").read_text("utf-8"))
    named = {file["version"]: file["sha256"] for file in cast("list[dict[str, str]]", source["file"])}
    assert list(named) == VERSIONS
    for version, digest in named.items():
        assert hashlib.sha256((published / f"v{version}.yaml").read_bytes()).hexdigest() == digest, version
