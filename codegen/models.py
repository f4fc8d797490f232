"""Pydantic models: one call of datamodel-code-generator, then one module per class.

The tool writes all classes into one text; here it is cut into modules that import just what their class needs, so that
importing one model costs its own closure and nothing else.
"""

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from codegen.names import check_class_names, module_names
from codegen.prose import Prose, documented
from codegen.schemas import SchemaGraph, class_schema, document, translate

# Everything that shapes the output, spelled out: a default that changes with the tool must not change ours.
FLAGS: dict[str, Any] = {
    "input_file_type": "openapi",
    "output_model_type": "pydantic_v2.BaseModel",
    "target_python_version": "3.11",
    "target_pydantic_version": "2.12",
    "base_class": "dockwright_api.base.Model",
    "use_annotated": True,
    "field_constraints": True,
    "enum_field_as_literal": "all",
    "collapse_root_models": True,
    "allof_class_hierarchy": "always",
    "use_typed_nullable_map_values": True,
    "use_standard_collections": True,
    "use_union_operator": True,
    "snake_case_field": False,
    "disable_future_imports": True,
    "disable_timestamp": True,
    "strict_refs": True,
    "formatters": ["builtin"],
}

_IMPORTS = {
    "Annotated": "from typing import Annotated",
    "Any": "from typing import Any",
    "Literal": "from typing import Literal",
    "Field": "from pydantic import Field",
    "Model": "from ..base import Model",
}


@dataclass(frozen=True)
class ModelModule:
    """One class and what its module imports."""

    name: str
    class_name: str
    imports: tuple[str, ...]
    source: str


def build(graph: SchemaGraph, prose: Prose) -> list[ModelModule]:
    """Generate a module for every class of the description."""
    modules = module_names(graph.classes)
    text = generate(models_document(graph), {**FLAGS, "aliases": _aliases(graph)})
    classes = dict(split_classes(text))
    check_class_names(graph.classes, classes)
    return [_module(name, _documented(name, source, graph, prose), modules) for name, source in sorted(classes.items())]


def models_document(graph: SchemaGraph) -> dict[str, Any]:
    """Translate all classes; what may be left out may be None, other lists and maps are read as empty ones for null."""
    names = {name: name for name in graph.classes}
    return document(
        {
            name: class_schema(
                graph.bases(name),
                {wire: translate(graph, schema, names, null_as_empty=True) for wire, schema in graph.own(name).items()},
                graph.always(name),
            )
            for name in graph.classes
        }
    )


def generate(source: Mapping[str, Any], flags: Mapping[str, Any]) -> str:
    """Run datamodel-code-generator in this process; it refuses a document without schemas, we give no code for it."""
    import datamodel_code_generator

    if not source["components"]["schemas"]:
        return ""
    text = datamodel_code_generator.generate(source, **flags)
    if not isinstance(text, str):
        raise TypeError("datamodel-code-generator was expected to give one module")
    return text


def split_classes(text: str) -> Iterator[tuple[str, str]]:
    """Cut the tool's output into (class name, source), in its order."""
    lines = text.splitlines()
    for node in ast.parse(text).body:
        match node:
            case ast.Import() | ast.ImportFrom():
                continue
            case ast.ClassDef(name=name) | ast.Assign(targets=[ast.Name(id=name)]):
                yield name, "\n".join(lines[node.lineno - 1 : node.end_lineno])
            case _:
                raise ValueError(f"datamodel-code-generator wrote what was not expected: {ast.unparse(node)}")


def names_in(source: str) -> set[str]:
    """All names that a piece of code reads."""
    nodes = ast.walk(ast.parse(source))
    return {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}


def _documented(name: str, source: str, graph: SchemaGraph, prose: Prose) -> str:
    attributes = graph.attributes(name)
    return documented(
        source, prose.schema(name), {attributes[wire]: prose.property(name, wire) for wire in graph.own(name)}
    )


def _aliases(graph: SchemaGraph) -> dict[str, str]:
    return {
        f"{name}.{wire}": attribute
        for name in graph.classes
        for wire, attribute in graph.attributes(name).items()
        if attribute != wire
    }


def _module(name: str, source: str, modules: Mapping[str, str]) -> ModelModule:
    used = names_in(source) - {name}
    return ModelModule(
        name=modules[name],
        class_name=name,
        imports=tuple(import_lines(used, {each: f".{modules[each]}" for each in modules})),
        source=source,
    )


def import_lines(used: set[str], modules: Mapping[str, str]) -> Sequence[str]:
    """The import statements for the names that a module uses, standard library first."""
    typing = sorted(name for name in used if _IMPORTS.get(name, "").startswith("from typing"))
    lines = [f"from typing import {', '.join(typing)}"] if typing else []
    lines += [_IMPORTS[name] for name in ("Field", "Model") if name in used]
    lines += sorted(f"from {modules[name]} import {name}" for name in used if name in modules)
    return lines
