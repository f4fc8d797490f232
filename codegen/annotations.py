"""Schemas as annotations of functions.

Arguments are wide (any mapping, any sequence, a model or plain JSON), replies are exact.
"""

import re
from collections.abc import Callable

from codegen.description import Parameter, Schema
from codegen.schemas import SchemaGraph
from codegen.shapes import ShapeNames

_SCALARS = {"string": "str", "integer": "int", "number": "float", "boolean": "bool"}


class Types:
    """Writes annotations for one module; built-in types that a function there hides are qualified."""

    def __init__(self, graph: SchemaGraph, names: ShapeNames, shadowed: frozenset[str]) -> None:
        self._graph = graph
        self._names = names
        self._shadowed = re.compile(rf"(?<![\w.\"])({'|'.join(sorted(shadowed))})(?!\w)") if shadowed else None

    def qualified(self, annotation: str) -> str:
        """Write ``list`` as ``builtins.list`` where the module has a function of that name."""
        return annotation if self._shadowed is None else self._shadowed.sub(r"builtins.\1", annotation)

    def argument(self, parameter: Parameter) -> str:
        """Annotate an argument of the path, the query or a header."""
        if parameter.encoding == "filters":
            return "encode.Filters"
        annotation = self._request(parameter.schema)
        if parameter.encoding == "base64-json" and annotation != "str":
            annotation = f"{annotation} | str"
        return self.qualified(annotation)

    def body(self, schema: Schema) -> str:
        """Annotate a JSON body: a model, or plain JSON under the wire's names.

        What a reply gave is accepted too, so that it can be changed and sent back.
        """
        return self._request(schema, sent_back=True)

    def reply(self, schema: Schema) -> tuple[str, str, str]:
        """Annotate a reply: as models, as shapes, and as ``dockwright_api.reply`` evaluates it."""
        model = self._reply(schema, lambda name: f"models.{name}")
        shape = self._reply(schema, lambda name: f"shapes.{self._names.replies[name]}")
        return self.qualified(model), self.qualified(shape), self._reply(schema, lambda name: name)

    def _lineage(self, name: str) -> list[str]:
        """A class, and the bases to which it adds nothing."""
        bases = self._graph.bases(name)
        if len(bases) == 1 and not self._graph.own(name):
            return [name, *self._lineage(bases[0])]
        return [name]

    def _request(self, schema: Schema, *, sent_back: bool = False) -> str:
        schema = self._graph.resolve(schema)
        if "$ref" in schema:
            name = schema["$ref"]
            replied = [each for each in self._lineage(name) if each in self._names.replies] if sent_back else []
            return " | ".join(
                [f"models.{name}", f"shapes.{self._names.requests[name]}", *(f"shapes.{each}" for each in replied[:1])]
            )
        if "anyOf" in schema:
            return " | ".join(self._request(each, sent_back=sent_back) for each in schema["anyOf"])
        match schema.get("type"):
            case "array":
                return f"Sequence[{self._request(schema.get('items', {}), sent_back=sent_back)}]"
            case "object":
                values = schema.get("additionalProperties", {})
                return f"Mapping[str, {self._request(values, sent_back=sent_back)}]"
            case _:
                return _scalar(schema)

    def _reply(self, schema: Schema, named: Callable[[str], str]) -> str:
        schema = self._graph.resolve(schema)
        if "$ref" in schema:
            return named(schema["$ref"])
        if "anyOf" in schema:
            return " | ".join(self._reply(each, named) for each in schema["anyOf"])
        match schema.get("type"):
            case "array":
                return f"list[{self._reply(schema.get('items', {}), named)}]"
            case "object":
                return f"dict[str, {self._reply(schema.get('additionalProperties', {}), named)}]"
            case _:
                return _SCALARS.get(schema.get("type", ""), "Any")


def _scalar(schema: Schema) -> str:
    kind = _SCALARS.get(schema.get("type", ""), "Any")
    if known := schema.get("enum"):
        return f"Literal[{', '.join(repr(value) for value in known)}] | {kind}"
    return kind
