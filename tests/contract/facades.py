"""Find which operations a method of a facade comes to send, from its source and that of what it calls.

What a function mentions as ``operations.NOUN.NAME`` it sends. What it calls of this package is followed: functions by
the names that they have where they are called, ``self.method`` by the class, methods named with their class, and all
methods of a class of ``flows`` that it makes. What is reached through an attribute of another object, such as
``self.docker.system.ping()``, is not.
"""

import ast
import importlib
import inspect
import textwrap
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import dockwright_api.operations

_FOLDER = Path(next(iter(dockwright_api.operations.__path__)))
_PACKAGE = "dockwright"


@cache
def operations() -> dict[tuple[str, str], str]:
    """Give the Engine's name of every operation by our module and function."""
    found: dict[tuple[str, str], str] = {}
    for path in _FOLDER.glob("*.py"):
        for function in ast.parse(path.read_text()).body:
            if isinstance(function, ast.FunctionDef):
                names = [
                    keyword.value.value
                    for node in ast.walk(function)
                    if isinstance(node, ast.Call)
                    for keyword in node.keywords
                    if keyword.arg == "name" and isinstance(keyword.value, ast.Constant)
                ]
                if names:
                    found[path.stem, function.name] = str(names[0])
    return found


def reached(owner: type[Any], method: str) -> set[str]:
    """Give the Engine's names of the operations that a method of a class can send."""
    found: set[str] = set()
    seen: set[int] = set()
    waiting: list[tuple[Any, type[Any] | None]] = [(inspect.getattr_static(owner, method), owner)]
    while waiting:
        value, its_class = waiting.pop()
        function = _function(value)
        if function is None or id(function) in seen:
            continue
        seen.add(id(function))
        for chain in _chains(function):
            if chain[0] == "operations" and len(chain) > 2:
                if name := operations().get((chain[1], chain[2])):
                    found.add(name)
                continue
            waiting.extend(_called(function, chain, its_class))
    return found


def _function(value: Any) -> Any:
    """Get at the function behind a method, a property or a decorator."""
    for inner in ("__func__", "fget", "func", "__wrapped__"):
        value = getattr(value, inner, None) or value
    if not inspect.isfunction(value) or not value.__module__.startswith(_PACKAGE):
        return None
    # What a dataclass writes for itself has no source.
    return None if value.__code__.co_filename.startswith("<") else value


def _chains(function: Any) -> Iterator[list[str]]:
    """Give every name with its attributes that a function mentions, the longest form of each."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    inside = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute | ast.Name) and id(node) not in inside:
            chain: list[str] = []
            at: ast.expr = node
            while isinstance(at, ast.Attribute):
                chain.append(at.attr)
                at = at.value
            if isinstance(at, ast.Name):
                yield [at.id, *reversed(chain)]


def _called(function: Any, chain: list[str], its_class: type[Any] | None) -> Iterator[tuple[Any, type[Any] | None]]:
    """Find what of this package a name with its attributes stands for inside a function."""
    first, *rest = chain
    if first in ("self", "cls") and its_class is not None and rest:
        yield inspect.getattr_static(its_class, rest[0], None), its_class
        return
    value = _local_imports(function).get(first, function.__globals__.get(first))
    for attribute in rest:
        if inspect.isclass(value):
            yield inspect.getattr_static(value, attribute, None), value
            return
        if not inspect.ismodule(value):
            break
        value = getattr(value, attribute, None)
    if inspect.isfunction(value):
        yield value, None
    elif inspect.isclass(value) and value.__module__.startswith(f"{_PACKAGE}.flows"):
        for member in vars(value).values():
            yield member, value


@cache
def _local_imports(function: Any) -> dict[str, Any]:
    """Import what a function imports for itself, and give it by name."""
    found: dict[str, Any] = {}
    for node in ast.walk(ast.parse(textwrap.dedent(inspect.getsource(function)))):
        if isinstance(node, ast.ImportFrom) and node.level:
            package = function.__module__.rsplit(".", node.level)[0]
            module = importlib.import_module(f"{package}.{node.module}" if node.module else package)
            for name in node.names:
                found[name.asname or name.name] = getattr(module, name.name, None) or importlib.import_module(
                    f"{module.__name__}.{name.name}"
                )
    return found
