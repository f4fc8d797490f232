"""Every program of the documentation does on real engines what its page says."""

from pathlib import Path

import pytest

from tests.docs.pages import REGISTRY, SWARM, Section, prepare, programs, run
from tests.engines import Engine
from tests.engines.registry import PASSWORD, USER, Registry


@pytest.fixture(autouse=True)
def at_home(engine: Engine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let programs find the engine, and write their files where they may."""
    prepare(engine, monkeypatch, tmp_path)


@pytest.mark.parametrize("section", programs(without=(*SWARM, *REGISTRY)), ids=str)
def test_it_does_what_the_page_says(section: Section, engine: Engine) -> None:
    run(section)


@pytest.mark.parametrize("section", programs(of=REGISTRY), ids=str)
def test_it_does_so_with_a_registry(
    section: Section, engine: Engine, authenticating_registry: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REGISTRY", authenticating_registry.address)
    monkeypatch.setenv("REGISTRY_USER", USER)
    monkeypatch.setenv("REGISTRY_PASSWORD", PASSWORD)
    run(section)
