"""Documentation in generated code: the sentences of ``spec/docs``, and in which API versions things are there.

What has no sentence yet gets none: ``codegen check`` names it, the build goes on. Classes and functions get docstrings.
Attributes and keys get a text below them, which editors show and Python drops when it compiles.
"""

import ast
import re
from collections.abc import Iterable, Mapping
from textwrap import wrap
from typing import Any, Literal, TypeAlias

from codegen.description import Description, Operation, Schema, own_properties
from codegen.docs import Docs
from codegen.schemas import SchemaGraph
from codegen.versions import REPLIES, REQUESTS, Facts

Direction: TypeAlias = Literal["requests", "replies", "both"]
"""In which direction something goes whose documentation is written."""

_WIDTH = 120
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z`])")
_NOTHING: Mapping[str, Any] = {}


class Prose:
    """Words for operations, arguments, schemas and properties."""

    def __init__(self, description: Description, docs: Docs, graph: SchemaGraph) -> None:
        self._schemas = description.schemas
        self._operations = docs.get("operations", _NOTHING)
        self._docs = docs.get("schemas", _NOTHING)
        self._oldest = description.oldest
        self._requests = frozenset(graph.reached.by_requests)
        self._replies = frozenset(graph.reached.by_replies)

    def operation(self, operation: Operation, arguments: Iterable[tuple[str, str]], *, indent: int) -> str:
        """Give the docstring of an operation; ``arguments`` are (Python name, wire name), a body's is empty.

        No line is longer than there is room for behind ``indent`` spaces, but those of arguments: editors take the
        first line of an argument's text for all of it.
        """
        docs = self._operations.get(operation.id, _NOTHING)
        width = _WIDTH - indent
        span = _span(operation.since, operation.until)
        paragraphs = [_wrapped(part, width - 3) for part in _SENTENCE.split(docs.get("doc", ""), maxsplit=1) if part]
        if span:
            paragraphs.append([span])
        if told := self._arguments(operation, docs, arguments):
            paragraphs.append(["Args:", *told])
        paragraphs.append([f"Engine operation {operation.id}: ``{operation.method} {operation.path}``."])
        text = _escaped("\n\n".join("\n".join(lines) for lines in paragraphs))
        return text if len(paragraphs) == 1 else f"{text}\n"

    def schema(self, name: str, direction: Direction = "both") -> str:
        """Give the words for a schema."""
        schema = self._schemas[name]
        return _joined(self._docs.get(name, _NOTHING).get("doc", ""), self._versions(name, schema, direction))

    def property(self, name: str, wire: str, direction: Direction = "both") -> str:
        """Give the words for a property of a schema's own."""
        schema = own_properties(self._schemas[name])[wire]
        docs = self._docs.get(name, _NOTHING).get("properties", _NOTHING)
        return _joined(docs.get(wire, ""), self._versions(name, schema, direction), _values(schema))

    def _arguments(
        self, operation: Operation, docs: Mapping[str, Any], arguments: Iterable[tuple[str, str]]
    ) -> list[str]:
        parameters = {parameter.name: parameter for parameter in operation.parameters}
        lines: list[str] = []
        for name, wire in arguments:
            if wire:
                parameter = parameters[wire]
                since = parameter.since if parameter.since != operation.since else None
                until = parameter.until if parameter.until != operation.until else None
                words = docs.get("parameters", _NOTHING).get(wire, "")
                text = _joined(words, _span(since, until), _values(parameter.schema))
            else:
                text = docs.get("body", "")
            if text:
                lines.append(f"    {name}: {' '.join(text.split())}")
        return lines

    def _versions(self, name: str, node: Facts | Schema, direction: Direction) -> str:
        """Tell in which versions something is there, in the directions in which its schema goes."""
        requests = (node.get(REQUESTS[0]), node.get(REQUESTS[1]))
        replies = (node.get(REPLIES[0], requests[0]), node.get(REPLIES[1], requests[1]))
        replies = (replies[0] if replies[0] != self._oldest else None, replies[1])
        if direction == "replies" or name not in self._requests:
            return _span(*replies)
        if direction == "requests" or name not in self._replies or replies == requests:
            return _span(*requests)
        told = (("In requests", *requests), ("In replies", *replies))
        return " ".join(_span(since, until, where) or f"{where} always." for where, since, until in told)


def documented(source: str, text: str, below: Mapping[str, str]) -> str:
    """Write ``text`` into a class, and the texts of ``below`` under its attributes; names count as in the source."""
    (node,) = ast.parse(source).body
    if not isinstance(node, ast.ClassDef):
        return source
    lines = source.splitlines()
    indent = " " * 4
    for each in reversed(node.body):
        match each:
            case ast.AnnAssign(target=ast.Name(id=name), end_lineno=int(last)) if below.get(name):
                lines[last:last] = _literal(below[name], indent)
            case ast.Pass() if text:
                del lines[each.lineno - 1 : each.end_lineno]
            case _:
                continue
    if text:
        first = node.body[0].lineno - 1
        lines[first:first] = [*_literal(text, indent), ""]
    return "\n".join(lines).rstrip()


def _literal(text: str, indent: str) -> list[str]:
    """Write a text as a string in triple quotes, wrapped, in lines."""
    first, *rest = _wrapped(f'"""{_escaped(text)}"""', _WIDTH - len(indent))
    return [f"{indent}{line}" for line in (first, *rest)]


def _span(since: str | None, until: str | None, where: str = "") -> str:
    """Say in which versions something is there; nothing to say of what always is."""
    words = [f"since API {since}"] if since else []
    words += [f"until API {until}"] if until else []
    if not words:
        return ""
    text = ", ".join(words)
    return f"{where} {text}." if where else f"{text[0].upper()}{text[1:]}."


def _values(schema: Schema) -> str:
    """Say which known values are not there in all versions; those of a list's items and a map's values count."""
    while "enum" not in schema and (inner := schema.get("items") or schema.get("additionalProperties")):
        schema = inner
    parts: list[str] = []
    for word in ("since", "until"):
        by_version: dict[str, list[str]] = {}
        for value, version in schema.get(f"enum_{word}", _NOTHING).items():
            by_version.setdefault(version, []).append(f"`{value}`")
        parts += [f"{', '.join(values)} {word} API {version}" for version, values in by_version.items()]
    return f"{'; '.join(parts)}." if parts else ""


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _wrapped(text: str, width: int) -> list[str]:
    return wrap(text, width, break_long_words=False, break_on_hyphens=False)


def _escaped(text: str) -> str:
    """Make a text safe between triple quotes, at whose end it may stand."""
    text = text.replace("\\", "\\\\").replace('"""', '\\"""')
    return f'{text[:-1]}\\"' if text.endswith('"') else text
