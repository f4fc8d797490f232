"""What aiodocker, or a package with its names, offers: modules, classes and functions, and how each is called.

``python aiodocker_surface.py PACKAGE MODULE...`` prints that as JSON; run beside aiodocker it needs nothing else, and
the tests import it to look at our package in the same way. ``.`` is the package itself.
"""

import ast
import enum
import importlib
import inspect
import json
import re
import sys
import typing
from collections.abc import Callable, Iterator
from typing import Any

Described = dict[str, Any]

MODULES = (
    ".",
    "channel",
    "configs",
    "constants",
    "containers",
    "docker",
    "events",
    "exceptions",
    "execs",
    "images",
    "jsonstream",
    "logs",
    "multiplexed",
    "networks",
    "nodes",
    "secrets",
    "services",
    "ssh",
    "stream",
    "swarm",
    "system",
    "tasks",
    "types",
    "utils",
    "volumes",
)
KINDS = {
    inspect.Parameter.POSITIONAL_ONLY: "positional only",
    inspect.Parameter.POSITIONAL_OR_KEYWORD: "positional",
    inspect.Parameter.VAR_POSITIONAL: "*",
    inspect.Parameter.KEYWORD_ONLY: "keyword only",
    inspect.Parameter.VAR_KEYWORD: "**",
}
SPECIAL = ("__aenter__", "__aiter__", "__contains__", "__getitem__")


def surface(package: str, modules: tuple[str, ...] = MODULES) -> dict[str, dict[str, Described] | None]:
    """Describe modules of a package; one that does not exist is None."""
    return {name: module_surface(module_of(package, name)) for name in modules}


def module_of(package: str, name: str) -> Any:
    """Import a module by its name inside a package; None where there is none."""
    full = package if name == "." else f"{package}.{name}"
    try:
        return importlib.import_module(full)
    except ModuleNotFoundError as error:
        if error.name != full:
            raise
        return None


def module_surface(module: Any) -> dict[str, Described] | None:
    """Describe the names of ``__all__``, or without it those that the module makes itself."""
    if module is None:
        return None
    names: list[str] = sorted(getattr(module, "__all__", None) or made_in(module))
    if "__version__" in vars(module):
        names.append("__version__")
    return {name: describe(getattr(module, name), module.__name__) for name in names}


def made_in(module: Any) -> set[str]:
    """Find the public names that the source of a module makes, rather than imports for its own use."""
    made: set[str] = set()
    for statement in ast.parse(inspect.getsource(module)).body:
        if isinstance(statement, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            made.add(statement.name)
        elif isinstance(statement, ast.Assign):
            made.update(target.id for target in statement.targets if isinstance(target, ast.Name))
        elif isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            made.add(statement.target.id)
    return {name for name in made if not name.startswith("_") and name != "log"}


def describe(value: Any, module: str = "") -> Described:
    """Describe a class, a function or another value; a class at length only in the module that makes it."""
    if inspect.isclass(value):
        return class_surface(value) if module in ("", value.__module__) else {"kind": "class"}
    return function_surface(value) if inspect.isfunction(value) else {"kind": "value"}


def class_surface(kind: type[Any]) -> Described:
    """Describe a class: how it is made, and its public members, with those inherited inside its package."""
    members: dict[str, Described] = {}
    package = kind.__module__.partition(".")[0]
    for owner in reversed(kind.__mro__):
        if owner.__module__.partition(".")[0] == package:
            members.update({name: {"kind": "attribute"} for name in attributes_of(owner)})
            members.update({name: member_surface(value) for name, value in vars(owner).items() if public(name, value)})
    unmade = issubclass(kind, enum.Enum) or typing.is_typeddict(kind) or getattr(kind, "_is_protocol", False)
    return {"kind": "class", "made": None if unmade else function_surface(kind), "members": members}


def public(name: str, value: Any) -> bool:
    """Say whether a member of a class is for its users."""
    return not name.startswith("_") or (name in SPECIAL and value is not None)


def attributes_of(kind: type[Any]) -> Iterator[str]:
    """Give the public attributes that a class declares, or sets when it makes an instance."""
    try:
        source = inspect.getsource(vars(kind)["__init__"])
    except (KeyError, OSError, TypeError):
        source = ""
    yield from re.findall(r"^\s+self\.([a-z]\w*)(?:: [^=]+)? = ", source, re.MULTILINE)
    yield from (name for name in inspect.get_annotations(kind) if not name.startswith("_"))


def member_surface(value: Any) -> Described:
    """Describe one member by what its class holds."""
    if isinstance(value, staticmethod | classmethod):
        function: Any = typing.cast("Any", value).__func__
        return function_surface(function, bound=isinstance(value, classmethod))
    return function_surface(value, bound=True) if inspect.isfunction(value) else {"kind": "attribute"}


def function_surface(function: Callable[..., Any], *, bound: bool = False) -> Described:
    """Describe what is called: its parameters, without the first where that is bound, and whether it is awaited."""
    parameters = list(inspect.signature(function).parameters.values())
    shown = [{"name": each.name, "kind": KINDS[each.kind], "default": default_of(each)} for each in parameters]
    return {
        "kind": "function",
        "parameters": shown[1:] if bound else shown,
        "coroutine": is_coroutine(inspect.unwrap(function)),
    }


def is_coroutine(function: Any) -> bool:
    """Say whether what a function gives is to be awaited, by ``async def`` or by ``types.coroutine``."""
    flags = getattr(getattr(function, "__code__", None), "co_flags", 0)
    return inspect.iscoroutinefunction(function) or bool(flags & inspect.CO_ITERABLE_COROUTINE)


def default_of(parameter: inspect.Parameter) -> str | None:
    """Show a default value; those that only stand for "not given" look the same everywhere."""
    value = parameter.default
    if value is inspect.Parameter.empty:
        return None
    return "not given" if isinstance(value, enum.Enum) and len(type(value)) == 1 else repr(value)


if __name__ == "__main__":
    json.dump(surface(sys.argv[1]), sys.stdout)
