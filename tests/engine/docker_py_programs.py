"""Run the programs of ``examples/from_docker_py`` with docker-py, and with our package in its place."""

import re
from collections.abc import Sequence
from types import CodeType
from typing import cast

import pytest

from tests.engines import Engine
from tests.engines.registry import Registry

from .programs import Programs, environment_of

SWARM = "swarm_services"
REGISTRY = "build_and_push"
PROGRAMS = Programs("from_docker_py", "docker", (SWARM, REGISTRY))


def print_the_same(
    names: Sequence[str],
    engine: Engine,
    name: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *,
    registry: Registry | None = None,
) -> None:
    """Assert that programs print with our package what they print with docker-py."""
    environment = environment_of(engine, name, registry)
    expected = PROGRAMS.beside_peer(dict.fromkeys(names, engine.url), environment)
    for variable, value in environment.items():
        monkeypatch.setenv(variable, value)
    said: dict[str, str] = {}
    for program in names:
        capsys.readouterr()
        exec(_with_our_import(program), {"__name__": "__main__"})  # noqa: S102  our own programs
        said[program] = capsys.readouterr().out
    assert said == expected


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


def _with_our_import(program: str) -> CodeType:
    source = PROGRAMS.source(program)
    source, plain = re.subn(r"^import docker$", "import dockwright.sync as docker", source, flags=re.MULTILINE)
    source = re.sub(r"^import docker\.(\w+)$", r"import dockwright.sync.\1", source, flags=re.MULTILINE)
    source = re.sub(r"^from docker\b", "from dockwright.sync", source, flags=re.MULTILINE)
    assert plain, f"{program} does not import docker"
    return compile(source, f"{program}.py", "exec")
