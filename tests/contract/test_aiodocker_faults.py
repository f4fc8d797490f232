"""Every fault of aiodocker that the migration guide lists has a test that names it, and no other is named."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
_NAMED = re.compile(r"[Aa]iodocker ([A-E]\d*)\b|[Ff]ault ([A-E]\d*) of aiodocker")


def named() -> Iterator[str]:
    """Give the numbers that the docstrings of tests name."""
    for path in (ROOT / "tests").rglob("test_*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_"):
                for first, second in _NAMED.findall(ast.get_docstring(node) or ""):
                    yield first or second


def listed() -> list[dict[str, str]]:
    """Give the faults that the migration guide prints."""
    table = tomllib.loads((ROOT / "docs/migration/aiodocker.toml").read_text())
    faults: list[dict[str, str]] = table["fault"]
    return faults


def test_every_fault_is_named_by_a_test() -> None:
    numbers = [fault["number"] for fault in listed()]
    assert len(numbers) == len(set(numbers))
    assert set(numbers) == set(named())


def test_every_fault_says_what_is_there_and_what_is_here() -> None:
    for fault in listed():
        assert set(fault) == {"number", "there", "here"}
        assert fault["there"].endswith(".")
        assert fault["here"].endswith(".")
