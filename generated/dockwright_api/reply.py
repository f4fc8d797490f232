# Written by `python -m codegen build`; not edited by hand.
# Copied from codegen/assets/reply.py, which is where to edit it.
"""Validators of replies, built when a reply of their type first arrives."""

from functools import cache
from importlib import import_module
from typing import Any

from pydantic import TypeAdapter, ValidationError

from .base import plainer

_PLAIN: dict[str, Any] = {"list": list, "dict": dict, "str": str, "int": int, "float": float, "bool": bool, "Any": Any}


class _Names(dict[str, Any]):
    def __missing__(self, name: str) -> Any:
        # By name, because this file is an asset, checked where no models are.
        return _PLAIN[name] if name in _PLAIN else getattr(import_module(".models", __package__), name)


@cache
def adapter(expression: str) -> TypeAdapter[Any]:
    """Give the validator of a type written as an expression over the models, such as ``list[ContainerSummary]``."""
    return TypeAdapter(eval(expression, {"__builtins__": {}}, _Names()))  # noqa: S307  the expressions are generated


def parse(expression: str, body: bytes) -> Any:
    """Validate the JSON of a reply.

    Only the wire's names count, so that a key that happens to be an attribute's name stays an unknown key. Engines
    write an empty list or map as null; a reply that is one comes back empty.
    """
    if len(body) < 8 and body.strip() == b"null" and expression.startswith(("list[", "dict[")):
        return [] if expression.startswith("list[") else {}
    try:
        return adapter(expression).validate_json(body, by_alias=True, by_name=False)
    except ValidationError as error:
        raise plainer(error, "json") from None
