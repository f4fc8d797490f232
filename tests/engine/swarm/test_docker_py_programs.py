"""A program written for docker-py's swarm prints the same with our package in its place."""

import pytest

from tests.engine.docker_py_programs import SWARM, names, share, with_docker_py, with_ours
from tests.engines import PrivateEngine


@pytest.mark.timeout(180)
def test_programs_print_the_same(
    engine: PrivateEngine,
    unique_name: str,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    programs = share(names(SWARM), request)
    expected = with_docker_py(programs, engine, unique_name)
    assert [name for name, said in expected.items() if "Traceback" in said or not said] == []
    assert with_ours(programs, engine, unique_name, monkeypatch, capsys) == expected
