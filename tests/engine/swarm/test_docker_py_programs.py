"""A program written for docker-py's swarm prints the same with our package in its place."""

import pytest

from tests.engine.docker_py_programs import SWARM, print_the_same, share
from tests.engines import PrivateEngine


@pytest.mark.timeout(180)
def test_programs_print_the_same(
    engine: PrivateEngine,
    unique_name: str,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    print_the_same(share([SWARM], request), engine, unique_name, monkeypatch, capsys)
