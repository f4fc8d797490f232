"""Run the programs of ``examples/from_docker_py`` with docker-py, and with our package in its place."""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from types import CodeType
from typing import cast

import pytest

from tests.contract.peers import run_peer
from tests.engines import Engine
from tests.engines.registry import PASSWORD, USER, Registry

PROGRAMS = Path(__file__).parents[2] / "examples/from_docker_py"
SWARM = "swarm_services"
REGISTRY = "build_and_push"
_WITH_DOCKER_PY = """
import contextlib, io, json, os, pathlib, runpy, sys, traceback, warnings
settings = json.load(sys.stdin)
os.environ.update(settings["environment"])
said = {}
for program in settings["programs"]:
    with contextlib.redirect_stdout(io.StringIO()) as output:
        try:
            runpy.run_path(program, run_name="__main__")
        except Exception:
            output.write(traceback.format_exc())
    said[pathlib.Path(program).stem] = output.getvalue()
print(json.dumps(said))
"""


def names(*special: str) -> list[str]:
    """Give the names of the programs: of those that need something special, or of the others."""
    found = sorted(path.stem for path in PROGRAMS.glob("*.py") if path.stem != "__init__")
    return [name for name in found if (name in special if special else name not in (SWARM, REGISTRY))]


def share(programs: Sequence[str], request: pytest.FixtureRequest) -> list[str]:
    """Give the programs that are run on this engine: each of them is run on one of those that were picked."""
    function = cast(pytest.Function, request.node)  # pyright: ignore[reportUnknownMemberType]  pytest leaves it untyped
    test = function.nodeid.partition("[")[0]
    same = [item for item in request.session.items if isinstance(item, pytest.Function)]
    picked = [item.callspec.params["engine"] for item in same if item.nodeid.partition("[")[0] == test]
    mine = list(programs)[picked.index(function.callspec.params["engine"]) :: len(picked)]
    if not mine:
        pytest.skip("run on another engine")
    return mine


def with_docker_py(
    programs: Sequence[str], engine: Engine, name: str, *, registry: Registry | None = None
) -> dict[str, str]:
    """Run programs as they are, beside docker-py, and give what each printed; ``name`` begins what they make."""
    files = [str(PROGRAMS / f"{each}.py") for each in programs]
    settings = {"environment": _environment(engine, name, registry), "programs": files}
    said: dict[str, str] = json.loads(run_peer("docker", ["-c", _WITH_DOCKER_PY], stdin=json.dumps(settings)))
    return {program: output.replace(name, "NAME") for program, output in said.items()}


def with_ours(
    programs: Sequence[str],
    engine: Engine,
    name: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *,
    registry: Registry | None = None,
) -> dict[str, str]:
    """Run programs with nothing changed but what they import, and give what each printed."""
    for variable, value in _environment(engine, name, registry).items():
        monkeypatch.setenv(variable, value)
    said: dict[str, str] = {}
    for program in programs:
        capsys.readouterr()
        exec(_with_our_import(program), {"__name__": "__main__"})  # noqa: S102  our own programs
        said[program] = capsys.readouterr().out.replace(name, "NAME")
    return said


def _with_our_import(program: str) -> CodeType:
    source = (PROGRAMS / f"{program}.py").read_text()
    source, plain = re.subn(r"^import docker$", "import dockwright.sync as docker", source, flags=re.MULTILINE)
    source = re.sub(r"^import docker\.(\w+)$", r"import dockwright.sync.\1", source, flags=re.MULTILINE)
    source = re.sub(r"^from docker\b", "from dockwright.sync", source, flags=re.MULTILINE)
    assert plain, f"{program} does not import docker"
    return compile(source, f"{program}.py", "exec")


def _environment(engine: Engine, name: str, registry: Registry | None) -> dict[str, str]:
    environment = {"DOCKER_HOST": engine.url, "IMAGE": engine.image, "NAME": name, "DOCKER_CONFIG": "/nonexistent"}
    if registry is None:
        return environment
    return {**environment, "REGISTRY": registry.address, "REGISTRY_USER": USER, "REGISTRY_PASSWORD": PASSWORD}
