"""The commands ``build`` and ``check``: what they write, what they say, and what they leave alone."""

import re
import shutil
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
import yaml

from codegen import build
from codegen.__main__ import main
from codegen.errors import SpecError
from codegen.publish import digest
from tests.codegen import golden


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    return golden.write_spec(
        yaml.safe_load((golden.CASES / "shapes" / "in.yaml").read_text("utf-8")), tmp_path / "spec"
    )


@pytest.fixture
def built(spec: Path, tmp_path: Path) -> Path:
    output = tmp_path / "generated"
    assert main(["build", "--spec", str(spec), "--output", str(output)]) == 0
    return output


def check(spec: Path, output: Path) -> int:
    return main(["check", "--spec", str(spec), "--output", str(output)])


def test_check_passes_after_build(spec: Path, built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(spec, built) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("name", ["lock.toml", "dockwright_api/models/driver.py", "dockwright_api/py.typed"])
def test_a_missing_file_is_drift(name: str, spec: Path, built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (built / name).unlink()
    assert check(spec, built) == 1
    assert f"missing: {name}" in capsys.readouterr().err
    assert not (built / name).exists()


@pytest.mark.parametrize("name", ["stray.txt", "dockwright_api/models/stray.py"])
def test_an_extra_file_is_drift(name: str, spec: Path, built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (built / name).write_text("", "utf-8")
    assert check(spec, built) == 1
    assert f"extra: {name}" in capsys.readouterr().err
    assert (built / name).exists()


@pytest.mark.parametrize("name", ["lock.toml", "dockwright_api/operation.py", "dockwright_api/operations/networks.py"])
def test_an_edited_file_is_drift(name: str, spec: Path, built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = built / name
    path.write_text(path.read_text("utf-8") + "# by hand\n", "utf-8")
    assert check(spec, built) == 1
    assert f"different: {name}" in capsys.readouterr().err
    assert path.read_text("utf-8").endswith("# by hand\n")


def test_a_changed_input_is_drift(spec: Path, built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = spec / "api" / "network.yaml"
    path.write_text(path.read_text("utf-8").replace("Fallback", "Reserve"), "utf-8")
    assert check(spec, built) == 1
    assert "different: dockwright_api/models/network.py" in capsys.readouterr().err


def test_drift_tells_when_the_tools_are_others(spec: Path, built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lock = built / "lock.toml"
    lock.write_text(re.sub(r'"ruff" = ".*"', '"ruff" = "0.0.1"', lock.read_text("utf-8")), "utf-8")
    assert check(spec, built) == 1
    assert f"made with ruff 0.0.1, but here is {version('ruff')}" in capsys.readouterr().err


def test_building_again_changes_nothing(spec: Path, built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["build", "--spec", str(spec), "--output", str(built)]) == 0
    assert " 0 changed" in capsys.readouterr().out


def test_output_does_not_depend_on_where_the_input_lies(spec: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "a" / "deeper" / "place"
    shutil.copytree(spec, elsewhere)
    assert build.generate(spec) == build.generate(elsewhere)


def test_the_lock_holds_the_digest_of_every_input_and_output(spec: Path, built: Path) -> None:
    lock = tomllib.loads((built / "lock.toml").read_text("utf-8"))
    inputs = {path.relative_to(spec).as_posix(): digest(path.read_bytes()) for path in spec.rglob("*.*")}
    outputs = {path.relative_to(built).as_posix(): digest(path.read_bytes()) for path in built.rglob("*.*")}
    del outputs["lock.toml"]
    assert lock["inputs"] == inputs
    assert lock["outputs"] == outputs
    assert set(lock["tools"]) == {"datamodel-code-generator", "ruff", "flags"}


def test_a_problem_with_the_input_is_one_line_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "--spec", str(tmp_path / "nowhere"), "--output", str(tmp_path / "out")]) == 1
    assert capsys.readouterr().err.startswith("error: ")
    assert not (tmp_path / "out").exists()


def test_formatting_refuses_what_is_not_python() -> None:
    with pytest.raises(SpecError, match="ruff cannot read"):
        build.formatted({"broken.py": "def ("})
