"""Importing costs almost nothing: what is heavy comes with the first connection, models with the first model."""

import subprocess
import sys

import pytest

HEAVY = ("asyncio", "aiohttp", "httpx", "pydantic", "orjson", "ssl", "tarfile", "subprocess", "typing_extensions")

START = """
import sys
before = set(sys.modules)
{statement}
print(*sorted(set(sys.modules) - before))
"""

STATEMENTS = {
    "aio": "import dockwright.aio",
    "aio client": "import dockwright.aio; dockwright.aio.Docker",
    "aio names": "import dockwright.aio; [getattr(dockwright.aio, name) for name in dockwright.aio.__all__]",
    "aio client made": "import dockwright.aio; dockwright.aio.Docker('unix:///nowhere').containers",
    "sync": "import dockwright.sync",
    "sync client": "import dockwright.sync; dockwright.sync.DockerClient",
    "sync names": "import dockwright.sync; [getattr(dockwright.sync, name) for name in dockwright.sync.__all__]",
    "sync low-level client": "import dockwright.sync; dockwright.sync.DockerClient('unix:///nowhere').api",
    "operations": "from dockwright_api import operations; operations.containers.list(all=True)",
    "models package": "from dockwright_api import models",
}


def imported(statement: str) -> set[str]:
    """Run a statement in a fresh interpreter and give the modules that it imported."""
    program = [sys.executable, "-c", START.format(statement=statement)]
    run = subprocess.run(program, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return set(run.stdout.split())


@pytest.mark.parametrize("statement", STATEMENTS.values(), ids=STATEMENTS.keys())
def test_nothing_heavy_is_imported(statement: str) -> None:
    modules = imported(statement)
    assert any(name.startswith("dockwright") for name in modules)
    assert modules & set(HEAVY) == set()


def test_the_check_sees_what_is_imported() -> None:
    assert {"ssl", "asyncio"} <= imported("import asyncio, ssl")


def test_one_face_does_not_import_the_other() -> None:
    assert not any(name.startswith("dockwright.sync") for name in imported(STATEMENTS["aio names"]))
    assert not any(name.startswith("dockwright.aio") for name in imported(STATEMENTS["sync client"]))


def test_a_model_imports_no_others_than_it_needs() -> None:
    modules = imported("from dockwright_api import models; models.IDResponse")
    assert {name for name in modules if name.startswith("dockwright_api.models.")} == {
        "dockwright_api.models.id_response"
    }
