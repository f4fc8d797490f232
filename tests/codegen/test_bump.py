"""Taking in newer published files one after the other gives what importing all of them gives, and a report."""

import shutil
from pathlib import Path
from textwrap import dedent

import pytest
import yaml

from codegen.__main__ import main
from codegen.description import load

ROOT = Path(__file__).parents[2]

FIRST = """\
    definitions:
      Thing:
        type: object
        required: [Id]
        properties:
          Id: {type: string}
          Size: {type: integer}
          Kind: {type: string, enum: [small, huge]}
          Old: {$ref: '#/definitions/Part'}
      Part: {type: object, properties: {Name: {type: string}}}
    paths:
      /containers/json:
        get:
          operationId: ContainerList
          tags: [Container]
          parameters: [{name: all, in: query, type: boolean}, {name: size, in: query, type: boolean}]
          responses: {200: {description: ok, schema: {type: array, items: {$ref: '#/definitions/Thing'}}}}
"""
SECOND = (
    FIRST.replace("Old: {$ref: '#/definitions/Part'}", "New: {type: string}")
    .replace("Part: {", "Piece: {")
    .replace("Size: {type: integer}", "Size: {type: integer, format: int64}")
    .replace("[small, huge]", "[small, large]")
    .replace(", {name: size, in: query, type: boolean}", ", {name: limit, in: query, type: integer}")
)
THIRD = SECOND.replace(
    "/containers/json:",
    """/containers/{id}/stop:
        post:
          operationId: ContainerStop
          tags: [Container]
          parameters: [{name: id, in: path, type: string, required: true}]
          responses: {204: {description: ok}}
      /containers/json:""",
)


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """Published files of three versions."""
    folder = tmp_path / "published"
    folder.mkdir()
    for version, text in (("1.9", FIRST), ("1.10", SECOND), ("1.11", THIRD)):
        (folder / f"v{version}.yaml").write_text(dedent(text), "utf-8")
    (folder / "README.md").write_text("At commit 0123456789, 2026-08-23.\n", "utf-8")
    return folder


def built(files: Path, folder: Path, *, newest: str) -> Path:
    """Import files up to a version into a tree, and generate it."""
    spec = folder / "spec"
    assert main(["import", str(files), "--spec", str(spec), "--newest", newest]) == 0
    assert main(["build", "--spec", str(spec), "--output", str(folder / "generated")]) == 0
    return folder


def bump(files: Path, folder: Path) -> int:
    return main(["bump", str(files), "--spec", str(folder / "spec"), "--output", str(folder / "generated")])


def content(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("start", ["1.9", "1.10"])
def test_a_bump_gives_what_importing_everything_gives(files: Path, tmp_path: Path, start: str) -> None:
    whole = built(files, tmp_path / "whole", newest="1.11")
    grown = built(files, tmp_path / "grown", newest=start)
    before = content(grown)
    assert bump(files, grown) == 0
    assert content(grown) == content(whole) != before


def test_only_the_newer_files_are_needed(files: Path, tmp_path: Path) -> None:
    whole = built(files, tmp_path / "whole", newest="1.11")
    grown = built(files, tmp_path / "grown", newest="1.10")
    for old in ("v1.9.yaml", "v1.10.yaml"):
        (files / old).unlink()
    assert bump(files, grown) == 0
    assert content(grown) == content(whole)


def test_the_report_tells_what_was_added_changed_and_removed(
    files: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    grown = built(files, tmp_path / "grown", newest="1.9")
    (grown / "spec" / "docs").mkdir()
    docs = {"operations": {"ContainerList": {"doc": "List.", "parameters": {"all": "All.", "gone": "Gone."}}}}
    (grown / "spec" / "docs" / "container.yaml").write_text(yaml.safe_dump(docs), "utf-8")
    capsys.readouterr()
    assert bump(files, grown) == 0
    assert capsys.readouterr().out == dedent("""\
        # Engine API 1.10

        ## Added

        - argument `ContainerList.limit`: `{in: query, type: integer}`
        - value `Thing.Kind: large`
        - field `Thing.New`: `{type: string}`

        ## Changed

        - field `Thing.Size`: `{type: integer}` is now `{type: integer, format: int64}`

        ## Removed

        - argument `ContainerList.size`: `{in: query, type: boolean}`
        - value `Thing.Kind: huge`
        - field `Thing.Old`: `{$ref: Part}`
        - field `Part.Name`: `{type: string}`

        # Engine API 1.11

        ## Added

        - operation `ContainerStop`: `POST /containers/{id}/stop`
        - argument `ContainerStop.id`: `{in: path, type: string, required: true}`

        # 1.10 in Python

        New arguments:

        - `containers.list`: `limit`

        New attributes:

        - `Thing`: `new`

        New values:

        - `Thing.kind`: `large`

        Gone after 1.9:

        - `containers.list`: `size`
        - `Thing.kind`: `huge`
        - `Thing`: `old`
        - `Part`

        # 1.11 in Python

        New operations:

        - `containers.stop`

        # To do

        - undocumented: argument ContainerList.limit
        - undocumented: argument ContainerList.size
        - undocumented: argument ContainerStop.id
        - undocumented: operation ContainerStop
        - undocumented: property Part.Name
        - undocumented: property Thing.Id
        - undocumented: property Thing.Kind
        - undocumented: property Thing.New
        - undocumented: property Thing.Old
        - undocumented: property Thing.Size
        - undocumented: schema Part
        - undocumented: schema Thing
        - documented, but not there: argument ContainerList.gone
    """)


def test_an_overlay_that_no_longer_fits_is_reported_and_nothing_is_generated(
    files: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    grown = built(files, tmp_path / "grown", newest="1.10")
    overlay = grown / "spec" / "overlay"
    overlay.mkdir()
    streams = "streams:\n  - {operations: [ContainerList], timing: wait, reason: It is slow., evidence: Seen.}\n"
    (overlay / "streams.yaml").write_text(streams, "utf-8")
    names = "operations:\n  - {reason: It is shorter., names: {ContainerStop: containers.list}}\n"
    (overlay / "names.yaml").write_text(names, "utf-8")
    generated = content(grown / "generated")
    capsys.readouterr()
    assert bump(files, grown) == 1
    report = capsys.readouterr().out
    assert "# Engine API 1.11\n" in report
    assert "would both be the function containers.list" in report.partition("# To do\n\n- ")[2]
    assert content(grown / "generated") == generated
    assert "ContainerStop" in (grown / "spec" / "api" / "container.yaml").read_text("utf-8")


def test_files_that_were_amended_are_named(files: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    grown = built(files, tmp_path / "grown", newest="1.10")
    with (files / "v1.9.yaml").open("a") as file:
        file.write("# amended\n")
    assert bump(files, grown) == 0
    assert "\n- v1.9.yaml is not what was read before" in capsys.readouterr().out


def test_nothing_newer_is_an_error(files: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    grown = built(files, tmp_path / "grown", newest="1.11")
    before = content(grown)
    assert bump(files, grown) == 1
    assert "holds no file of a version after 1.11" in capsys.readouterr().err
    assert content(grown) == before


def test_the_newest_version_is_one_bump_away_from_the_one_before(published: Path, tmp_path: Path) -> None:
    newest = load(ROOT / "spec").newest
    before = f"1.{int(newest.partition('.')[2]) - 1}"
    shutil.copytree(ROOT / "spec", tmp_path / "spec")
    assert main(["import", str(published), "--spec", str(tmp_path / "spec"), "--newest", before]) == 0
    assert content(tmp_path / "spec") != content(ROOT / "spec")
    assert bump(published, tmp_path) == 0
    assert content(tmp_path / "spec") == content(ROOT / "spec")
    assert content(tmp_path / "generated") == content(ROOT / "generated")
    assert (tmp_path / "docs" / "api-changes.md").read_bytes() == (ROOT / "docs" / "api-changes.md").read_bytes()


def test_the_files_give_what_is_committed(published: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "spec" / "overlay", tmp_path / "overlay")
    assert main(["import", str(published), "--spec", str(tmp_path)]) == 0
    assert content(tmp_path / "api") == content(ROOT / "spec" / "api")
    assert (tmp_path / "source.toml").read_bytes() == (ROOT / "spec" / "source.toml").read_bytes()
