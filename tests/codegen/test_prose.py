"""Documentation written into code: it never changes what the code does, and never breaks it."""

import ast
from textwrap import dedent

import pytest

from codegen.prose import documented

SOURCE = dedent("""\
    class Thing(Model):
        name: Annotated[
            str,
            Field(alias="Name"),
        ]
        size: int | None = None""")


def texts_below(source: str) -> dict[str, str]:
    """Give the text below each attribute of a class."""
    (node,) = ast.parse(source).body
    assert isinstance(node, ast.ClassDef)
    found: dict[str, str] = {}
    for above, below in zip(node.body, node.body[1:], strict=False):
        match above, below:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                found[name] = text
            case _:
                continue
    return found


@pytest.mark.parametrize(
    "text",
    [
        "Short.",
        'Ends in "a quote"',
        'Has """three""" of them, and ends so: """',
        r"A backslash \ and \n no line end, at the end one more: \\",
        "{braces} and {{ more }}, 100 % of them.",
        "Wide: " + "word " * 60 + "end.",
        "x" * 200,
    ],
)
def test_any_text_survives(text: str) -> None:
    written = documented(SOURCE, text, {"name": text, "size": text})
    assert max(len(line) for line in written.splitlines()) <= max(120, len(text) + 10)
    (node,) = ast.parse(written).body
    assert isinstance(node, ast.ClassDef)
    assert " ".join((ast.get_docstring(node) or "").split()) == text
    assert {name: " ".join(found.split()) for name, found in texts_below(written).items()} == {
        "name": text,
        "size": text,
    }


def test_texts_are_all_that_is_added() -> None:
    written = documented(SOURCE, "A thing.", {"size": "Its size."})
    lines = [line for line in written.splitlines() if '"""' not in line and line]
    assert lines == SOURCE.splitlines()
    assert texts_below(written) == {"size": "Its size."}


def test_nothing_to_say_changes_nothing() -> None:
    assert documented(SOURCE, "", {"name": "", "other": "Elsewhere."}) == SOURCE


def test_an_empty_class_has_its_text_instead_of_pass() -> None:
    assert documented("class Thing(Model):\n    pass", "A thing.", {}) == 'class Thing(Model):\n    """A thing."""'
    assert documented("class Thing(Model):\n    pass", "", {}) == "class Thing(Model):\n    pass"


def test_what_is_no_class_stays() -> None:
    assert documented('Thing = TypedDict("Thing", {"a-b": str})', "A thing.", {}).startswith("Thing = ")
