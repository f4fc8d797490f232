"""Programs written for aiodocker print the same with our package in its place, on every engine, and ask for no more."""

from collections import Counter

import pytest

from tests.engine.aiodocker_programs import PROGRAMS, REGISTRY, Run, with_aiodocker, with_ours
from tests.engines import Engine
from tests.engines.registry import Registry

_EXPECTED: dict[Engine, dict[str, Run]] = {}


@pytest.fixture
def expected(engine: Engine, unique_name: str) -> dict[str, Run]:
    """What each program does with aiodocker itself."""
    if engine not in _EXPECTED:
        _EXPECTED[engine] = with_aiodocker(PROGRAMS.names(), engine, unique_name)
    return _EXPECTED[engine]


@pytest.mark.parametrize("program", PROGRAMS.names())
def test_a_program_prints_the_same(
    program: str,
    engine: Engine,
    expected: dict[str, Run],
    unique_name: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = with_ours(program, engine, unique_name, monkeypatch, capsys)
    assert found.printed == expected[program].printed
    assert found.printed
    more = found.requests - expected[program].requests
    if program == "watching" and engine.api_version == "1.41":
        # There only an inspection tells how the log is framed, which aiodocker's channel leaves to its readers.
        more -= Counter({"GET /containers/ID/json": 1})
    assert more == Counter()


@pytest.mark.private_engine
def test_a_program_with_a_registry_prints_the_same(
    engine: Engine,
    authenticating_registry: Registry,
    unique_name: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    expected = with_aiodocker([REGISTRY], engine, unique_name, registry=authenticating_registry)[REGISTRY]
    found = with_ours(REGISTRY, engine, unique_name, monkeypatch, capsys, registry=authenticating_registry)
    assert found.printed == expected.printed
    assert found.printed
    assert found.requests - expected.requests == Counter()
