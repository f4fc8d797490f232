"""The command that reads published files and writes facts."""

import re
from datetime import date
from pathlib import Path

import pytest

from codegen.__main__ import main
from codegen.errors import SpecError
from codegen.importer import Upstream, find_files, find_upstream, read_source, source_text

from .test_importer import ONE_OPERATION, cases


@pytest.fixture
def published(tmp_path: Path) -> Path:
    folder = tmp_path / "published"
    folder.mkdir()
    document = f"swagger: '2.0'\ndefinitions:\n  Thing: {{type: string}}\npaths:\n{ONE_OPERATION}"
    (folder / "v1.9.yaml").write_text(document.replace("ThingInspect", "OldInspect"))
    (folder / "v1.10.yaml").write_text(document)
    (folder / "README.md").write_text("Files of moby/moby at commit\n0123456789, 2026-08-23, Apache-2.0.\n")
    return folder


def test_import_writes_facts_and_source(published: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spec = tmp_path / "spec"
    stale = spec / "api" / "gone.yaml"
    stale.parent.mkdir(parents=True)
    stale.write_text("operations: {}\n")

    assert main(["import", str(published), "--spec", str(spec)]) == 0

    assert capsys.readouterr().out == "versions 1.9 to 1.10: 1 operations, 1 schemas\n"
    written = {str(path.relative_to(spec)): path.read_text() for path in spec.rglob("*") if path.is_file()}
    assert written["api/container.yaml"] == cases("""
        # Facts of the Engine API, written by `python -m codegen import`; not edited by hand.
        # Corrections and better names go to spec/overlay, sentences to spec/docs.
        operations:
          ThingInspect:
            method: GET
            path: /things/{id}
            parameters:
              id: {in: path, type: string, required: true}
            replies:
              200: {}
            errors: []
    """)
    assert sorted(written) == ["api/container.yaml", "api/shared.yaml", "source.toml"]
    assert re.search(r'^commit = "0123456789"\ndate = 2026-08-23$', written["source.toml"], re.MULTILINE)
    assert str(tmp_path) not in "".join(written.values())

    assert main(["import", str(published), "--spec", str(spec)]) == 0
    assert {str(path.relative_to(spec)): path.read_text() for path in spec.rglob("*") if path.is_file()} == written


def test_import_of_a_version(published: Path, tmp_path: Path) -> None:
    assert main(["import", str(published), "--spec", str(tmp_path), "--newest", "1.9"]) == 0
    assert "OldInspect:" in (tmp_path / "api" / "container.yaml").read_text()


def test_import_reports_a_problem_in_one_line(
    published: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(published), "--spec", str(tmp_path), "--newest", "1.11"]) == 1
    assert capsys.readouterr().err == f"error: {published} holds no file of version 1.11\n"
    assert not (tmp_path / "api").exists()


def test_a_tag_that_is_no_noun_is_an_error_before_anything_is_written(
    published: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = published / "v1.10.yaml"
    file.write_text(file.read_text().replace("[Container]", "[Gadget]"))
    assert main(["import", str(published), "--spec", str(tmp_path)]) == 1
    assert "ThingInspect: the tag 'gadget'" in capsys.readouterr().err
    assert not (tmp_path / "api").exists()


def test_a_folder_without_files_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SpecError, match=r"holds no published file \(v1.NN.yaml\)"):
        find_files(tmp_path)


def test_files_are_found_from_the_oldest_to_the_newest(published: Path) -> None:
    (published / "v1.11.yaml").touch()
    (published / "v1.notes.yaml").touch()
    assert [path.name for path in find_files(published)] == ["v1.9.yaml", "v1.10.yaml", "v1.11.yaml"]
    assert [path.name for path in find_files(published, newest="1.10")] == ["v1.9.yaml", "v1.10.yaml"]
    assert [path.name for path in find_files(published, above="1.10")] == ["v1.11.yaml"]


def test_upstream_from_arguments_wins_over_the_readme(published: Path) -> None:
    given = find_upstream(published, "fedcba9876", date(2026, 1, 2))
    assert given == Upstream(commit="fedcba9876", date=date(2026, 1, 2))
    assert find_upstream(published, None, None) == Upstream(commit="0123456789", date=date(2026, 8, 23))


def test_upstream_that_nobody_names_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SpecError, match="give --commit and --date"):
        find_upstream(tmp_path, "0123456789", None)


def test_source_names_every_file_with_its_hash(published: Path) -> None:
    sources = [read_source(path) for path in find_files(published)]
    text = source_text(Upstream(commit="0123456789", date=date(2026, 8, 23)), sources)
    assert [source.version for source in sources] == ["1.9", "1.10"]
    assert all(f'version = "{source.version}"\nsha256 = "{source.sha256}"\n' in text for source in sources)
    assert len({source.sha256 for source in sources}) == 2
