"""The pages of the documentation that are about swarms do what they say."""

from pathlib import Path

import pytest

from tests.docs.pages import SWARM, Section, prepare, programs, run
from tests.engines import Engine


@pytest.mark.parametrize("section", programs(of=SWARM), ids=str)
def test_it_does_what_the_page_says(
    section: Section, engine: Engine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    prepare(engine, monkeypatch, tmp_path)
    run(section)
