"""The schemas of a description as a graph, and their translation for datamodel-code-generator.

A *class* is a schema with properties of its own or with bases; every other named schema (a map, a list, an enum, plain
text) is written out where it is referred to, so that the only names in generated code are those of classes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Any, TypeAlias

from codegen.description import Description, Schema, own_properties
from codegen.errors import SpecError
from codegen.reach import closure, references

Presence: TypeAlias = Mapping[str, Iterable[str]]
"""Schema -> wire names of properties that every engine sends, beside those that are published as required."""

_CONTAINERS = ("array", "object")


@dataclass(frozen=True)
class Reached:
    """The classes that requests and replies reach, in the order of the description; some are in both."""

    by_requests: tuple[str, ...]
    by_replies: tuple[str, ...]


class SchemaGraph:
    """Answers questions about the named schemas of a description."""

    def __init__(self, description: Description, presence: Presence = MappingProxyType({})) -> None:
        self._description = description
        self._schemas = description.schemas
        self._presence = presence

    @cached_property
    def classes(self) -> tuple[str, ...]:
        """The names of all schemas that become classes, in the order of the description."""
        return tuple(name for name, schema in self._schemas.items() if is_class(schema))

    def resolve(self, schema: Schema) -> Schema:
        """Replace references to schemas that are no classes by what they refer to; keep ``nullable`` of both."""
        nullable = bool(schema.get("nullable"))
        while "$ref" in schema and not is_class(self._schemas[schema["$ref"]]):
            schema = self._schemas[schema["$ref"]]
            nullable = nullable or bool(schema.get("nullable"))
        return {**schema, "nullable": True} if nullable else schema

    def bases(self, name: str) -> list[str]:
        """The direct bases of a class."""
        return [part["$ref"] for part in self._schemas[name].get("allOf", ()) if "$ref" in part]

    def always(self, name: str) -> list[str]:
        """The wire names of the own properties of a class that are always present: as published, or as known."""
        schema = self._schemas[name]
        required: list[str] = schema.get("allOf", [schema])[-1].get("required", [])
        return [*required, *(wire for wire in self._presence.get(name, ()) if wire not in required)]

    def own(self, name: str) -> dict[str, Schema]:
        """The properties of a class without those that it inherits, by wire name."""
        return own_properties(self._schemas[name])

    def attributes(self, name: str) -> dict[str, str]:
        """The Python names of all properties of a class, by wire name.

        Raises ``SpecError`` when two properties have one Python name.
        """
        merged: dict[str, str] = {}
        for base in self.bases(name):
            merged |= self.attributes(base)
        merged |= self._description.attributes.get(name, {})
        owners: dict[str, str] = {}
        for wire, attribute in merged.items():
            if attribute in owners:
                raise SpecError(
                    f"properties {owners[attribute]} and {wire} of {name} are both {attribute!r} in Python; give one "
                    f"another name in spec/overlay/names.yaml, under attributes"
                )
            owners[attribute] = wire
        return merged

    @cached_property
    def reached(self) -> Reached:
        """Which classes requests and replies reach; those that nothing reaches count as replies."""
        asked: list[Any] = []
        answered: list[Any] = []
        for operation in self._description.operations.values():
            asked += [parameter.schema for parameter in operation.parameters]
            asked += [operation.body.schema] if operation.body else []
            answered += [reply.schema for reply in operation.replies]
            answered += [operation.reply, operation.item]
        requests = closure(references(asked), self._schemas)
        replies = closure(references(answered), self._schemas)
        replies |= closure(self._schemas.keys() - requests - replies, self._schemas)
        return Reached(
            by_requests=tuple(name for name in self.classes if name in requests),
            by_replies=tuple(name for name in self.classes if name in replies),
        )

    def check_order(self) -> None:
        """Raise ``SpecError`` when classes refer to each other in a circle, which modules of one class each cannot."""
        done: set[str] = set()

        def visit(name: str, way: tuple[str, ...]) -> None:
            if name in way:
                circle = " -> ".join([*way[way.index(name) :], name])
                raise SpecError(
                    f"schemas refer to each other in a circle, {circle}; leave one reference out in "
                    f"spec/overlay/fixes.yaml: `{{type: object}}` instead of `{{$ref: {name}}}`"
                )
            if name not in done:
                for other in references(self._schemas[name]):
                    visit(other, (*way, name))
                done.add(name)

        for name in self._schemas:
            visit(name, ())


def is_class(schema: Schema) -> bool:
    """Whether a named schema becomes a class."""
    return bool(schema.get("properties")) or "allOf" in schema


def document(schemas: Mapping[str, Schema]) -> dict[str, Any]:
    """Wrap translated schemas as an OpenAPI document."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Engine API", "version": "1"},
        "paths": {},
        "components": {"schemas": dict(schemas)},
    }


def class_schema(bases: Iterable[str], properties: Mapping[str, Schema], required: Iterable[str]) -> Schema:
    """Put a translated class together from the names of its bases and its own properties."""
    own: Schema = {"type": "object", "properties": dict(properties)}
    if required := list(required):
        own["required"] = required
    if parts := [{"$ref": f"#/components/schemas/{base}"} for base in bases]:
        return {"allOf": [*parts, own]}
    return own


def translate(graph: SchemaGraph, schema: Schema, names: Mapping[str, str], *, null_as_empty: bool = False) -> Schema:
    """Translate one property's schema to OpenAPI 3.1.

    ``names`` gives the class that stands for each schema. With ``null_as_empty``, lists and maps are never null, for
    they are read as empty ones. Enums are open: any other text is accepted too.
    """
    schema = graph.resolve(schema)
    nullable = bool(schema.get("nullable")) and not (null_as_empty and schema.get("type") in _CONTAINERS)
    if "$ref" in schema:
        ref = {"$ref": f"#/components/schemas/{names[schema['$ref']]}"}
        return {"anyOf": [ref, {"type": "null"}]} if nullable else ref
    if "anyOf" in schema:
        return {"anyOf": [translate(graph, each, names, null_as_empty=null_as_empty) for each in schema["anyOf"]]}
    if "type" not in schema:
        return {}
    kind: Any = [schema["type"], "null"] if nullable else schema["type"]
    if "enum" in schema:
        known = {"type": schema["type"], "enum": list(schema["enum"])}
        rest = [{"type": schema["type"]}, *([{"type": "null"}] if nullable else [])]
        return {"anyOf": [known, *rest]}
    result: Schema = {"type": kind}
    for key in ("items", "additionalProperties"):
        if key in schema:
            result[key] = translate(graph, schema[key], names, null_as_empty=null_as_empty)
    return result
