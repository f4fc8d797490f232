"""Managers of swarms: in this folder ``engine`` is one, of each of the picked releases, and no other test uses it."""

from collections.abc import AsyncIterator, Iterator
from typing import cast

import pytest

from dockwright.sync import DockerClient
from tests.engines import Engine, EngineAbsent, Engines, PrivateEngine
from tests.engines.podman import PODMAN
from tests.engines.run import FOUND
from tests.engines.swarms import connect, form, things, wait_until_empty
from tests.faces import FACES, connected

from .services import Services


@pytest.fixture(scope="session")
def engine(request: pytest.FixtureRequest, engines: Engines) -> PrivateEngine:
    """The only manager of a swarm."""
    engine = _start(engines, request.param)
    form(engine)
    return engine


@pytest.fixture(scope="session")
def engine_pair(engine: PrivateEngine, engines: Engines) -> tuple[PrivateEngine, PrivateEngine]:
    """Two more engines, of the same release, which can reach each other."""
    pair = _start(engines, engine.name), _start(engines, engine.name)
    connect(*pair)
    return pair


@pytest.fixture
def client(engine: Engine) -> Iterator[DockerClient]:
    """A synchronous client of the engine."""
    with DockerClient(engine.url) as client:
        yield client


@pytest.fixture
async def services(engine: Engine) -> AsyncIterator[Services]:
    """The services of a client of one face, not the same on each engine: tasks take their time to come and go."""
    async with connected(FACES[engine.api == (1, 45)], engine.url) as client:
        yield Services(client)


@pytest.fixture(autouse=True)
def nothing_left_in_swarm(engine: PrivateEngine, nothing_left: None, request: pytest.FixtureRequest) -> Iterator[None]:
    """Remove what a test leaves in the swarm; that it left something is an error."""
    before = things(engine)
    yield
    left = {target: name for target, name in things(engine).items() if target not in before}
    for target in left:
        engine.request("DELETE", target)
    wait_until_empty(engine)
    if left:
        names = ", ".join(f"{target} {name}" for target, name in left.items())
        pytest.fail(f"{cast(pytest.Item, request.node).name} left behind: {names}", pytrace=False)


def _start(engines: Engines, name: str) -> PrivateEngine:
    if name in (FOUND, PODMAN.name):
        pytest.skip("needs private engines of Docker, which can form a swarm")
    try:
        return engines.start(name)
    except EngineAbsent as error:
        pytest.skip(f"engine {name} is absent: {error}")
