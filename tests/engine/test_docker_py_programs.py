"""Programs written for docker-py print the same with our package in its place, on the same engine."""

import pytest

from tests.engine.docker_py_programs import REGISTRY, names, share, with_docker_py, with_ours
from tests.engines import Engine
from tests.engines.registry import Registry


@pytest.mark.timeout(180)
def test_programs_print_the_same(
    engine: Engine,
    unique_name: str,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    programs = share(names(), request)
    # All in one process: starting it takes longer than many of the programs.
    expected = with_docker_py(programs, engine, unique_name)
    assert [name for name, said in expected.items() if "Traceback" in said or not said] == []
    assert with_ours(programs, engine, unique_name, monkeypatch, capsys) == expected


@pytest.mark.private_engine
def test_programs_with_a_registry_print_the_same(
    engine: Engine,
    unique_name: str,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    programs = share(names(REGISTRY), request)
    registry: Registry = request.getfixturevalue("authenticating_registry")
    expected = with_docker_py(programs, engine, unique_name, registry=registry)
    assert [name for name, said in expected.items() if "Traceback" in said or not said] == []
    assert with_ours(programs, engine, unique_name, monkeypatch, capsys, registry=registry) == expected


def test_there_are_enough_programs() -> None:
    assert len(names() + names(REGISTRY)) >= 12
