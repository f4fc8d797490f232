"""Each format of the wire is read in one module only."""

import ast
from collections.abc import Iterator
from pathlib import Path

import dockwright

ROOT = Path(dockwright.__file__).parent
HEADER = 8
"""Bytes of the header of a frame: a stream, three zeros, and a length of four bytes, the most significant first."""


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(ROOT.rglob("*.py")):
        yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text())


def reads_a_length(node: ast.AST) -> bool:
    """Say whether a piece of code can take a length of four bytes apart, in any of the usual ways."""
    if not isinstance(node, ast.Call):
        return False
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    constants = [each.value for each in ast.walk(node) if isinstance(each, ast.Constant)]
    if name in ("Struct", "unpack", "unpack_from", "iter_unpack", "calcsize"):
        return any(isinstance(each, str | bytes) and str(each).strip("b'").startswith((">", "!")) for each in constants)
    return name == "from_bytes"


def test_the_header_of_a_frame() -> None:
    found = {name for name, tree in modules() if any(reads_a_length(node) for node in ast.walk(tree))}
    assert found == {"wire/demux.py"}


def test_the_test_sees_what_it_looks_for() -> None:
    for code in ('Struct(">LL")', 'struct.unpack(">BxxxL", header)', 'int.from_bytes(header[4:], "big")'):
        assert any(reads_a_length(node) for node in ast.walk(ast.parse(code))), code


def test_who_cuts_what() -> None:
    """A face chooses a reader; it does not write one."""
    for name, tree in modules():
        if name.startswith(("aio/", "sync/")):
            classes = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
            readers = [
                each.name
                for each in classes
                if {"feed", "close"} <= {method.name for method in each.body if isinstance(method, ast.FunctionDef)}
            ]
            assert readers == [], name
