"""The YAML of ``spec``: read strictly, written in one way only.

What has a structure of its own (an operation, a schema, its properties) is written in block style, everything inside
it on one line, so that a change of one fact is a change of one line.
"""

from collections.abc import Hashable, Mapping
from pathlib import Path
from typing import Any

import yaml

from codegen.errors import SpecError
from codegen.nodes import is_list, is_mapping

_WIDTH = 120
_BLOCK_KEYS = {"parameters", "replies", "headers", "properties", "allOf"}
_BLOCK_MARKS = {"headers", "properties"}


class _Loader(yaml.SafeLoader):
    """Refuses a key that stands twice in one mapping."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        mapping = super().construct_mapping(node, deep)
        if len(mapping) < len(node.value):
            raise yaml.constructor.ConstructorError(
                problem="a key stands twice in one mapping", problem_mark=node.start_mark
            )
        return mapping


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


class _Line(dict[str, Any]):
    """A mapping that is written on one line."""


class _List(list[Any]):
    """A list that is written on one line."""


def read(path: Path) -> dict[str, Any]:
    """Read a YAML file whose top is a mapping; an empty file is an empty mapping."""
    try:
        content: object = yaml.load(path.read_text("utf-8"), _Loader)  # noqa: S506  a SafeLoader
    except FileNotFoundError:
        raise SpecError(f"{path}: there is no such file") from None
    except yaml.YAMLError as error:
        raise SpecError(f"{path}: {error}") from error
    if content is None:
        return {}
    if not is_mapping(content):
        raise SpecError(f"{path}: the top must be a mapping")
    return dict(content)


def write(path: Path, facts: Mapping[str, Any], banner: str) -> None:
    """Write facts under a banner of comment lines."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text(facts, banner), "utf-8", newline="\n")


def text(facts: Mapping[str, Any], banner: str) -> str:
    """Give the text of a file of facts."""
    body = yaml.dump(
        {section: {name: _entry(entry) for name, entry in entries.items()} for section, entries in facts.items()},
        Dumper=_Dumper,
        sort_keys=False,
        width=_WIDTH,
        allow_unicode=True,
        default_flow_style=False,
    )
    return "".join(f"# {line}\n" for line in banner.splitlines()) + body


def line(facts: Mapping[str, Any] | Mapping[int, Any]) -> str:
    """Give facts on one line."""
    return yaml.dump(_line(facts), Dumper=_Dumper, sort_keys=False, width=float("inf"), allow_unicode=True).strip()


def _entry(node: Mapping[str, Any]) -> Mapping[str, Any]:
    """Choose what is written in block style within an operation or a schema."""
    styled: dict[str, Any] = {}
    for key, value in node.items():
        if key in _BLOCK_KEYS and is_list(value):
            styled[key] = [_child(each) for each in value]
        elif key in _BLOCK_KEYS:
            styled[key] = {name: _child(each) for name, each in value.items()}
        else:
            styled[key] = _line(value)
    return styled


def _child(node: Mapping[str, Any]) -> Mapping[str, Any]:
    return _entry(node) if _BLOCK_MARKS & node.keys() else _line(node)


def _line(value: Any) -> Any:
    if is_mapping(value):
        return _Line({key: _line(child) for key, child in value.items()})
    if is_list(value):
        return _List(_line(child) for child in value)
    return value


_Dumper.add_representer(
    _Line, lambda dumper, data: dumper.represent_mapping("tag:yaml.org,2002:map", data.items(), flow_style=True)
)
_Dumper.add_representer(
    _List, lambda dumper, data: dumper.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=True)
)
