"""The tables of ``dockwright_api.facts``: which versions have which arguments, fields and values.

Only what not every version has is written down, and the ways through bodies that lead there.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from codegen.description import Description, Schema
from codegen.schemas import SchemaGraph

Version: TypeAlias = tuple[int, ...]
Span: TypeAlias = tuple[Version | None, Version | None]
_ALWAYS: Span = (None, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the template renders; see the text of the module that it gives."""

    operations: Mapping[str, Span]
    arguments: Mapping[str, Mapping[str, tuple[Any, ...]]]
    bodies: Mapping[str, str]
    fields: Mapping[str, Mapping[str, tuple[Any, ...]]]


def build(description: Description, graph: SchemaGraph) -> Facts:
    """Collect the facts of all operations and of all schemas that their bodies reach."""
    operations = description.operations.values()
    spans = {each.id: _span(each.since, each.until) for each in operations}
    fields = _Fields(graph)
    bodies = {each.id: fields.place(each.body.schema) for each in operations if each.body is not None}
    arguments: dict[str, dict[str, tuple[Any, ...]]] = {}
    for operation in operations:
        for parameter in operation.parameters:
            since = parameter.since if parameter.since != operation.since else None
            until = parameter.until if parameter.until != operation.until else None
            span, values = _span(since, until), _values(graph, parameter.schema)
            if values or span != _ALWAYS:
                arguments.setdefault(operation.id, {})[parameter.name] = (*span, values)
    return Facts(
        operations=_sorted({name: span for name, span in spans.items() if span != _ALWAYS}.items()),
        arguments=_sorted(arguments.items()),
        bodies=_sorted((name, place) for name, place in bodies.items() if place),
        fields=_sorted(fields.found.items()),
    )


class _Fields:
    """Walks over schemas and keeps those that lead to a fact."""

    def __init__(self, graph: SchemaGraph) -> None:
        self._graph = graph
        self._known: dict[str, bool] = {}
        self.found: dict[str, dict[str, tuple[Any, ...]]] = {}

    def place(self, schema: Schema) -> str:
        """Give the schema with facts that a value leads to, behind its lists and maps, or nothing."""
        schema = self._graph.resolve(schema)
        if "$ref" in schema:
            return schema["$ref"] if self._has_facts(schema["$ref"]) else ""
        if "anyOf" in schema:
            places = [self.place(each) for each in schema["anyOf"]]
            return next((place for place in places if place), "")
        for key, mark in (("items", "[]"), ("additionalProperties", "{}")):
            if key in schema and (place := self.place(schema[key])):
                return f"{mark}{place}"
        return ""

    def _has_facts(self, name: str) -> bool:
        if name not in self._known:
            fields = {wire: self._field(schema) for wire, schema in self._properties(name).items()}
            fields = {wire: fact for wire, fact in fields.items() if any(fact)}
            if fields:
                self.found[name] = fields
            self._known[name] = bool(fields)
        return self._known[name]

    def _field(self, schema: Schema) -> tuple[Any, ...]:
        span = _span(schema.get("since"), schema.get("until"))
        return (*span, self.place(schema), _values(self._graph, schema))

    def _properties(self, name: str) -> dict[str, Schema]:
        inherited = [self._properties(base) for base in self._graph.bases(name)]
        return {wire: each for part in (*inherited, self._graph.own(name)) for wire, each in part.items()}


def _span(since: str | None, until: str | None) -> Span:
    return _version(since), _version(until)


def _version(text: str | None) -> Version | None:
    return None if text is None else tuple(int(part) for part in text.split("."))


def _values(graph: SchemaGraph, schema: Schema) -> dict[Any, Span] | None:
    schema = graph.resolve(schema)
    since, until = schema.get("enum_since", {}), schema.get("enum_until", {})
    if values := [value for value in schema.get("enum", ()) if value in since or value in until]:
        return {value: _span(since.get(value), until.get(value)) for value in values}
    inner = schema.get("items") or schema.get("additionalProperties")
    return _values(graph, inner) if inner else None


def _sorted(entries: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    return dict(sorted(entries, key=lambda entry: entry[0]))
