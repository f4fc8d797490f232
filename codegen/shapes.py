"""TypedDicts under the wire's names: what JSON looks like to a type checker.

A schema that replies reach has a shape in which every key is present, so that ``info["State"]["Running"]`` needs no
guard; one that requests reach has a shape in which every key may be left out, so that a literal completes and is
checked. A schema that both reach has two shapes, and the second is named ``<Name>Param``.
"""

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from codegen.description import Description
from codegen.models import generate, names_in, split_classes
from codegen.names import check_class_name, check_class_names, noun_module, request_shape_names
from codegen.prose import Direction, Prose, documented
from codegen.schemas import SchemaGraph, class_schema, document, translate

# See codegen.models: everything that shapes the output is spelled out.
FLAGS: dict[str, Any] = {
    "input_file_type": "openapi",
    "output_model_type": "typing.TypedDict",
    "target_python_version": "3.11",
    "enum_field_as_literal": "all",
    "collapse_root_models": True,
    "allof_class_hierarchy": "if-no-conflict",
    "use_typed_nullable_map_values": True,
    "use_closed_typed_dict": False,
    "use_standard_collections": True,
    "use_union_operator": True,
    "snake_case_field": False,
    "disable_future_imports": True,
    "disable_timestamp": True,
    "strict_refs": True,
    "formatters": ["builtin"],
}

_TYPING = frozenset({"Any", "Literal", "TypedDict"})


@dataclass(frozen=True)
class ShapeModule:
    """The shapes of one noun, in an order in which each stands before its use."""

    name: str
    imports: tuple[str, ...]
    sources: tuple[str, ...]
    classes: tuple[str, ...]


class ShapeNames:
    """Which shapes a schema has."""

    def __init__(self, graph: SchemaGraph) -> None:
        self.replies = {name: name for name in graph.reached.by_replies}
        self.requests = request_shape_names(graph.reached.by_requests, graph.reached.by_replies)


def build(graph: SchemaGraph, description: Description, prose: Prose) -> list[ShapeModule]:
    """Generate a module of shapes for every noun."""
    names = ShapeNames(graph)
    for name in (*names.replies, *names.requests):
        check_class_name(name)
    classes: dict[str, str] = {}
    for table, is_reply in ((names.replies, True), (names.requests, False)):
        source = shapes_document(graph, table, all_present=is_reply)
        made = dict(split_classes(generate(source, {**FLAGS, "use_total_false_for_typed_dict": not is_reply})))
        check_class_names(table.values(), made)
        schemas = {shape: schema for schema, shape in table.items()}
        direction: Direction = "replies" if is_reply else "requests"
        classes |= {shape: _documented(made[shape], schemas[shape], graph, prose, direction) for shape in made}
    homes = {
        shape: noun_module(description.nouns[schema])
        for table in (names.replies, names.requests)
        for schema, shape in table.items()
    }
    return [_module(home, classes, homes) for home in sorted(set(homes.values()))]


def shapes_document(graph: SchemaGraph, names: Mapping[str, str], *, all_present: bool) -> dict[str, Any]:
    """Translate the classes that have a shape in ``names``, with every key present or every key left to choice."""
    schemas: dict[str, Any] = {}
    for schema, shape in names.items():
        own = graph.own(schema)
        schemas[shape] = class_schema(
            (names[base] for base in graph.bases(schema)),
            {wire: translate(graph, each, names) for wire, each in own.items()},
            own if all_present else (),
        )
    return document(schemas)


def _documented(source: str, schema: str, graph: SchemaGraph, prose: Prose, direction: Direction) -> str:
    below = {wire: prose.property(schema, wire, direction) for wire in graph.own(schema)}
    return documented(source, prose.schema(schema, direction), below)


def _module(home: str, classes: Mapping[str, str], homes: Mapping[str, str]) -> ShapeModule:
    here = {name: source for name, source in classes.items() if homes[name] == home}
    used = set[str]().union(*map(names_in, here.values()))
    others = {name: homes[name] for name in used if homes.get(name, home) != home}
    typing = sorted(used & _TYPING)
    sources: list[str] = []
    second_names: set[str] = set()
    for source in here.values():
        aliases, source = _unshadowed(
            _renamed(source, lambda node: f"{others[node.id]}.{node.id}" if node.id in others else node.id)
        )
        sources += [*(alias for alias in aliases if alias not in second_names), source]
        second_names.update(aliases)
    return ShapeModule(
        name=home,
        imports=(
            *([f"from typing import {', '.join(typing)}"] if typing else []),
            *([f"from . import {', '.join(sorted(set(others.values())))}"] if others else []),
        ),
        sources=tuple(sources),
        classes=tuple(here),
    )


def _unshadowed(source: str) -> tuple[list[str], str]:
    """Let the keys of a class not hide the types that its other keys have.

    After ``Driver: Driver`` in a class, checkers read ``Driver`` as the key; so there the type goes by a second name.
    Gives the assignments of second names, and the class.
    """
    (node,) = ast.parse(source).body
    items = [each for each in ast.walk(node) if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name)]
    keys = {each.target.id for each in items if isinstance(each.target, ast.Name)}
    hidden = {
        (name.lineno, name.col_offset): name.id
        for each in items
        for name in ast.walk(each.annotation)
        if isinstance(name, ast.Name) and name.id in keys and name.id != ast.unparse(each.target)
    }
    renamed = _renamed(source, lambda name: f"_{name.id}" if (name.lineno, name.col_offset) in hidden else name.id)
    return [f"_{name} = {name}" for name in sorted(set(hidden.values()))], renamed


def _renamed(source: str, rename: Callable[[ast.Name], str]) -> str:
    """Write every name that a piece of code reads as ``rename`` says, and all else as it is."""
    lines = source.splitlines()
    read = [
        node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    ]
    for node in sorted(read, key=lambda node: (node.lineno, node.col_offset), reverse=True):
        line = lines[node.lineno - 1].encode()
        lines[node.lineno - 1] = (
            line[: node.col_offset] + rename(node).encode() + line[node.end_col_offset :]
        ).decode()
    return "\n".join(lines)
