"""Programs written for docker-py print the same with our package in its place, on the same engine."""

import pytest

from tests.engine.docker_py_programs import PROGRAMS, REGISTRY, print_the_same, share
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
    print_the_same(share(PROGRAMS.names(), request), engine, unique_name, monkeypatch, capsys)


@pytest.mark.private_engine
def test_programs_with_a_registry_print_the_same(
    engine: Engine,
    unique_name: str,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    programs = share([REGISTRY], request)
    registry: Registry = request.getfixturevalue("authenticating_registry")
    print_the_same(programs, engine, unique_name, monkeypatch, capsys, registry=registry)


def test_there_are_enough_programs() -> None:
    assert len([*PROGRAMS.names(), REGISTRY]) >= 12
