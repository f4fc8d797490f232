"""The sentences of ``spec/docs``: how they are read, and how what is missing is found."""

from pathlib import Path
from textwrap import dedent

import pytest

from codegen import build, docs
from codegen.__main__ import main
from codegen.description import Description, load
from codegen.errors import SpecError

SPEC = Path(__file__).parents[2] / "spec"
API = """\
    operations:
      ContainerCreate:
        method: POST
        path: /containers/{id}
        parameters:
          id: {in: path, type: string, required: true}
        body: {media: [application/json], schema: {$ref: Thing}}
        replies: {204: {}}
        errors: []
    schemas:
      Base: {type: object, properties: {Id: {type: string}}}
      Thing:
        allOf:
          - {$ref: Base}
          - {type: object, properties: {Name: {type: string}}}
"""
DOCS = """\
    operations:
      ContainerCreate:
        doc: Create a thing.
        body: What it is.
        parameters: {id: Id of the thing.}
    schemas:
      Base: {doc: Anything., properties: {Id: Its id.}}
      Thing: {doc: A thing., properties: {Name: Its name.}}
"""


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    folder = tmp_path / "spec"
    for name, text in (
        ("api/container.yaml", API),
        ("docs/container.yaml", DOCS),
        ("source.toml", '[[file]]\nversion = "1.9"\n'),
    ):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), "utf-8")
    return folder


def edit(spec: Path, old: str, new: str) -> Description:
    path = spec / "docs" / "container.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    return load(spec)


def test_nothing_is_missing_when_every_own_name_has_a_sentence(spec: Path) -> None:
    description, told = load(spec), docs.read(spec)
    assert docs.problems(description, told) == []
    assert docs.count(description, told) == "7 of 7 names are documented"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("    doc: Create a thing.\n", "", "undocumented: operation ContainerCreate"),
        ("    body: What it is.\n", "", "undocumented: body of ContainerCreate"),
        ("{id: Id of the thing.}", "{}", "undocumented: argument ContainerCreate.id"),
        ("{doc: A thing., properties:", "{properties:", "undocumented: schema Thing"),
        ("{Name: Its name.}", "{}", "undocumented: property Thing.Name"),
        ("{Name:", "{Id: Its id., Name:", "documented, but not there: property Thing.Id"),
        ("{id:", "{all: All., id:", "documented, but not there: argument ContainerCreate.all"),
        ("  Thing: {", "  Other: {doc: Other.}\n  Thing: {", "documented, but not there: schema Other"),
    ],
)
def test_what_is_missing_and_what_is_too_much_is_named(spec: Path, old: str, new: str, problem: str) -> None:
    description = edit(spec, old, new)
    assert docs.problems(description, docs.read(spec)) == [problem]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("operations:", "operation:", r"container\.yaml: unknown heading 'operation'"),
        ("doc: A thing.", "docs: A thing.", r"container\.yaml: Thing: unknown key 'docs'"),
        ("doc: A thing.", "doc: ''", r"container\.yaml: Thing: doc: every entry must be a sentence"),
        ("Name: Its name.", "Name: 1", r"container\.yaml: Thing: properties: every entry must be a sentence"),
        ("  Thing: {doc: A thing., properties: {Name: Its name.}}", "  Thing: A thing.", "Thing: it must be a mapping"),
    ],
)
def test_a_file_that_is_not_as_it_must_be_is_an_error(spec: Path, old: str, new: str, message: str) -> None:
    edit(spec, old, new)
    with pytest.raises(SpecError, match=message):
        docs.read(spec)


def test_a_name_in_two_files_is_an_error(spec: Path) -> None:
    (spec / "docs" / "shared.yaml").write_text("schemas: {Base: {doc: Anything.}}\n", "utf-8")
    with pytest.raises(SpecError, match=r"shared\.yaml: Base is in another file too"):
        docs.read(spec)


def test_check_fails_for_a_name_without_a_sentence(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = ["--spec", str(spec), "--output", str(spec.parent / "generated")]
    assert main(["build", *where]) == 0
    assert main(["check", *where]) == 0
    assert "7 of 7 names are documented" in capsys.readouterr().out
    edit(spec, "    body: What it is.\n", "")
    assert main(["build", *where]) == 0
    assert main(["check", *where]) == 1
    caught = capsys.readouterr()
    assert (caught.out.splitlines()[-1], caught.err) == (
        "6 of 7 names are documented",
        "undocumented: body of ContainerCreate\n",
    )


def test_everything_is_documented() -> None:
    assert docs.problems(load(SPEC), docs.read(SPEC)) == []


def test_sentences_are_sentences() -> None:
    told = docs.read(SPEC)
    sentences = {
        f"{name} {key}": sentence
        for entries in told.values()
        for name, entry in entries.items()
        for key, sentence in {**entry, **entry.get("parameters", {}), **entry.get("properties", {})}.items()
        if isinstance(sentence, str)
    }
    assert len(sentences) > 1000
    wrong = [key for key, text in sentences.items() if not text.endswith(".") or text != " ".join(text.split())]
    assert wrong == []


def test_the_page_of_changes_is_drift_too(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = ["--spec", str(spec), "--output", str(spec.parent / "generated")]
    assert main(["build", *where]) == 0
    page = spec.parent / "docs" / "api-changes.md"
    page.write_text(page.read_text("utf-8") + "By hand.\n", "utf-8")
    assert main(["check", *where]) == 1
    assert f"different: {page}" in capsys.readouterr().err
    page.unlink()
    assert main(["check", *where]) == 1
    assert f"missing: {page}" in capsys.readouterr().err
    assert build.ROOT not in page.parents
