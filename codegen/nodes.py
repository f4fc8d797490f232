"""What kind of thing a piece of parsed YAML is, told so that type checkers follow."""

from collections.abc import Mapping
from typing import Any, TypeGuard


def is_mapping(node: object) -> TypeGuard[Mapping[str, Any]]:
    """Tell whether ``node`` is a mapping."""
    return isinstance(node, Mapping)


def is_list(node: object) -> TypeGuard[list[Any]]:
    """Tell whether ``node`` is a list."""
    return isinstance(node, list)
