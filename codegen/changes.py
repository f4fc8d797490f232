"""``docs/api-changes.md``: what each version of the Engine API brought, by the names that it has in Python."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import wrap
from typing import TypeAlias

from codegen import versions
from codegen.description import Description, Schema, load, own_properties
from codegen.schemas import SchemaGraph
from codegen.versions import REPLIES, REQUESTS

_HEAD = """\
# What each version of the Engine API brought

Written by `python -m codegen build` out of `spec/`; not edited by hand.

Operations and arguments are those of `dockwright_api.operations`, models and attributes those of
`dockwright_api.models`. What is not listed is there in all versions, {oldest} to {newest}. What is gone from a version
is still sent by engines that speak an older one, and what is new in a version is ignored by older engines.
"""

Span: TypeAlias = tuple[str | None, str | None]
_WIDTH = 120
_NEW = ("operations", "arguments", "models", "attributes", "values")


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """Something that not all versions have."""

    kind: str
    """``operations``, ``arguments``, ``models``, ``attributes`` or ``values``."""
    owner: str
    """What it belongs to: a function, a model, an attribute; for operations and models itself."""
    name: str
    """Empty for operations and models."""
    since: str | None
    until: str | None


def path(spec_dir: Path) -> Path:
    """Tell where the page of a description lies: in the documentation beside it."""
    return spec_dir.parent / "docs" / "api-changes.md"


def write(spec_dir: Path) -> None:
    """Write the page of a description."""
    where = path(spec_dir)
    where.parent.mkdir(exist_ok=True)
    where.write_text(page(load(spec_dir)), "utf-8", newline="\n")


def differences(spec_dir: Path) -> list[str]:
    """Name the page if it is missing, or not what the description gives."""
    where = path(spec_dir)
    if not where.is_file():
        return [f"missing: {where}"]
    return [] if where.read_bytes() == page(load(spec_dir)).encode() else [f"different: {where}"]


def page(description: Description) -> str:
    """Give the text of the page."""
    things = list(everything(description))
    oldest, newest = (versions.order(each) for each in (description.oldest, description.newest))
    sections = [_HEAD.format(oldest=description.oldest, newest=description.newest)]
    for minor in range(newest[1], oldest[1], -1):
        version = f"{newest[0]}.{minor}"
        lines = list(section(things, version))
        sections.append("\n".join([f"## {version}", "", *(lines or ["Nothing that is described here.", ""])]))
    return "\n".join(sections)


def section(things: Iterable[Thing], version: str) -> Iterator[str]:
    """Give the lines about one version: what is new in it, and what was last there in the one before."""
    things = list(things)
    before = versions.before(version)
    for kind in _NEW:
        yield from _paragraph(f"New {kind}", [each for each in things if each.since == version and each.kind == kind])
    yield from _paragraph(f"Gone after {before}", [each for each in things if each.until == before])


def everything(description: Description) -> Iterator[Thing]:
    """Give everything that not all versions have, in the order of the description."""
    graph = SchemaGraph(description)
    for operation in description.operations.values():
        function = f"{operation.module}.{operation.function}"
        around = (operation.since, operation.until)
        yield from _things("operations", function, "", around, (None, None))
        for parameter in operation.parameters:
            yield from _things("arguments", function, parameter.argument, (parameter.since, parameter.until), around)
            yield from _values(graph, parameter.schema, f"{function}({parameter.argument})")
    for name in graph.classes:
        schema = description.schemas[name]
        around = (schema.get("since"), schema.get("until"))
        yield from _things("models", name, "", around, (None, None))
        for wire, child in own_properties(schema).items():
            attribute = description.attributes[name][wire]
            spans = _spans(graph, name, child)
            for where, span in spans.items():
                yield from _things("attributes", name, f"{attribute}{where}", span, around)
            yield from _values(graph, child, f"{name}.{attribute}")


def _things(kind: str, owner: str, name: str, span: Span, around: Span) -> Iterator[Thing]:
    since, until = (own if own != outer else None for own, outer in zip(span, around, strict=True))
    if since or until:
        yield Thing(kind=kind, owner=owner, name=name, since=since, until=until)


def _spans(graph: SchemaGraph, name: str, node: Schema) -> Mapping[str, Span]:
    """Give the versions of a property, of requests and replies apart where they differ."""
    requests = (node.get(REQUESTS[0]), node.get(REQUESTS[1]))
    replies = (node.get(REPLIES[0], requests[0]), node.get(REPLIES[1], requests[1]))
    if requests == replies or name not in graph.reached.by_replies:
        return {"": requests}
    if name not in graph.reached.by_requests:
        return {"": replies}
    return {" in requests": requests, " in replies": replies}


def _values(graph: SchemaGraph, schema: Schema, owner: str) -> Iterator[Thing]:
    schema = graph.resolve(schema)
    while "enum" not in schema and (inner := schema.get("items") or schema.get("additionalProperties")):
        schema = graph.resolve(inner)
    since, until = schema.get("enum_since", {}), schema.get("enum_until", {})
    for value in schema.get("enum", ()):
        yield from _things("values", owner, str(value), (since.get(value), until.get(value)), (None, None))


def _paragraph(title: str, things: list[Thing]) -> Iterator[str]:
    """Give a list under a title, with a line for each owner."""
    names: dict[str, list[str]] = defaultdict(list)
    for each in things:
        names[each.owner] += [each.name] if each.name else []
    if names:
        yield f"{title}:"
        yield ""
        for owner, of_owner in names.items():
            line = f"- `{owner}`" + (f": {', '.join(map(_code, of_owner))}" if of_owner else "")
            yield from wrap(line, _WIDTH, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)
        yield ""


def _code(name: str) -> str:
    word, space, rest = name.partition(" ")
    return f"`{word}`{space}{rest}"
