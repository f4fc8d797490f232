"""What every Docker engine sends: fields that models of replies have without ``| None``.

``spec/overlay/presence.yaml`` lists them under ``presence``, in entries of ``{fields: {Schema: [wire name]}, reason,
evidence}``. A field belongs there when the engine's own source cannot leave it out, and all captured replies agree. An
engine of another make that does leave it out is still read: the attribute is None then, whatever its type says.

``python -m codegen presence`` compares the list with replies of real engines: it names what is listed and was missing,
and what was always there and is not listed.
"""

import json
from argparse import ArgumentParser, Namespace
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from codegen import description, overlay
from codegen.description import Description, Schema
from codegen.errors import SpecError
from codegen.nodes import is_list, is_mapping
from codegen.schemas import Presence, SchemaGraph
from codegen.versions import REPLIES, order

ROOT = Path(__file__).parent.parent
_FILE = "spec/overlay/presence.yaml"
OLDEST_SEEN = "1.41"
"""The API of the oldest engine whose replies were captured."""


def read(spec_dir: Path, described: Description) -> Presence:
    """Read ``presence.yaml``.

    Raises ``SpecError`` for a field that is not there, that is required as published, that not all versions have, or
    whose schema requests use as well: who builds a request gives what they like.
    """
    graph = SchemaGraph(described)
    requested = frozenset(graph.reached.by_requests)
    found: dict[str, list[str]] = {}
    for entry in overlay.entries(spec_dir / "overlay" / "presence.yaml", "presence", {"fields", "reason", "evidence"}):
        for name, wires in entry["fields"].items():
            if name not in graph.classes:
                raise SpecError(f"{_FILE}: there is no schema {name} with properties; remove it")
            if name in requested:
                raise SpecError(f"{_FILE}: requests use {name} too, where everything may be left out; remove it")
            for wire in wires:
                if fault := _fault(graph, name, wire, found.get(name, [])):
                    raise SpecError(f"{_FILE}: {name}.{wire} {fault}; remove it")
                found.setdefault(name, []).append(wire)
    return found


def _fault(graph: SchemaGraph, name: str, wire: str, told: list[str]) -> str:
    schema = graph.own(name).get(wire)
    if schema is None:
        return "is no property"
    if wire in told:
        return "is told twice"
    if wire in graph.always(name):
        return "is required as published"
    since, until = (schema.get(reply, schema.get(reply.removesuffix("_in_replies"))) for reply in REPLIES)
    if until is not None:
        return f"is gone after API {until}"
    if since is not None and order(since) > order(OLDEST_SEEN):
        return f"is not there before API {since}"
    return ""


# The comparison with captured replies.


@dataclass(slots=True)
class Seen:
    """How often a property was met."""

    objects: int = 0
    """Objects of its schema."""
    engines: set[str] = field(default_factory=set[str])
    present: int = 0
    nulls: int = 0


def add_arguments(parser: ArgumentParser) -> None:
    """Declare where the replies are, and how many of them count as always."""
    parser.add_argument("--spec", type=Path, default=ROOT / "spec", help="the description (default: spec/)")
    parser.add_argument("--payloads", type=Path, default=ROOT / "tests" / "payloads", help="captured replies")
    parser.add_argument("--least", type=int, default=6, help="how many objects must have a property (default: 6)")


def run(arguments: Namespace) -> int:
    """Print the comparison; give 1 if something that is listed was missing."""
    described = description.load(arguments.spec)
    graph = SchemaGraph(described, read(arguments.spec, described))
    seen = survey(described, graph, arguments.payloads)
    contradicted = list(contradictions(graph, seen))
    for line in [*contradicted, *candidates(graph, seen, arguments.least)]:
        print(line)
    return 1 if contradicted else 0


def contradictions(graph: SchemaGraph, seen: Mapping[tuple[str, str], Seen]) -> Iterator[str]:
    """Name every property that is said to be always there and was missing, or was null and is no list or map."""
    for (name, wire), each in seen.items():
        if wire in graph.always(name):
            if each.present < each.objects:
                yield f"{name}.{wire} is missing in {each.objects - each.present} of {each.objects}"
            if each.nulls and not _may_be_null(graph, name, wire):
                yield f"{name}.{wire} is null in {each.nulls} of {each.objects}"


def candidates(graph: SchemaGraph, seen: Mapping[tuple[str, str], Seen], least: int) -> Iterator[str]:
    """Name every property of replies alone that was always there, and is not listed."""
    requested = frozenset(graph.reached.by_requests)
    engines = {engine for each in seen.values() for engine in each.engines}
    for (name, wire), each in sorted(seen.items()):
        if name in requested or wire in graph.always(name) or each.present < each.objects or each.objects < least:
            continue
        if each.engines == engines and (not each.nulls or _may_be_null(graph, name, wire)):
            yield f"{name}.{wire} is there in all {each.objects}" + (f", null in {each.nulls}" if each.nulls else "")


def survey(described: Description, graph: SchemaGraph, payloads: Path) -> dict[tuple[str, str], Seen]:
    """Count properties in replies: files ``<engine>/<Operation>[.<case>].json`` or, one document a line, ``.jsonl``."""
    seen: dict[tuple[str, str], Seen] = defaultdict(Seen)
    for path in sorted(payloads.glob("[0-9]*/*.json*")):
        operation = described.operations[path.name.partition(".")[0]]
        text = path.read_text("utf-8")
        for document in text.splitlines() if path.suffix == ".jsonl" else [text]:
            schema = operation.item or operation.reply
            if schema is not None and document:
                _count(graph, schema, json.loads(document), path.parent.name, seen)
    return dict(seen)


def _count(graph: SchemaGraph, schema: Schema, value: Any, engine: str, seen: dict[tuple[str, str], Seen]) -> None:
    schema = graph.resolve(schema)
    if is_mapping(value) and "$ref" in schema:
        name = schema["$ref"]
        for owner in _lineage(graph, name):
            for wire, child in graph.own(owner).items():
                each = seen[owner, wire]
                each.objects += 1
                each.engines.add(engine)
                if wire in value:
                    each.present += 1
                    each.nulls += value[wire] is None
                    _count(graph, child, value[wire], engine, seen)
    elif is_mapping(value) and "additionalProperties" in schema:
        for each in value.values():
            _count(graph, schema["additionalProperties"], each, engine, seen)
    elif is_list(value) and "items" in schema:
        for each in value:
            _count(graph, schema["items"], each, engine, seen)


def _lineage(graph: SchemaGraph, name: str) -> Iterator[str]:
    yield name
    for base in graph.bases(name):
        yield from _lineage(graph, base)


def _may_be_null(graph: SchemaGraph, name: str, wire: str) -> bool:
    schema = graph.resolve(graph.own(name)[wire])
    return bool(schema.get("nullable")) or schema.get("type") in ("array", "object")
