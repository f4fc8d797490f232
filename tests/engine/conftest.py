"""Clients of the engines, and a container to work in."""

from collections.abc import AsyncIterator

import pytest

from dockwright.aio import Docker, DockerContainer
from tests.engines import Engine


@pytest.fixture
async def docker(engine: Engine) -> AsyncIterator[Docker]:
    """An asynchronous client of the engine."""
    async with Docker(engine.url) as docker:
        yield docker


@pytest.fixture
async def sleeper(
    docker: Docker, engine: Engine, unique_name: str, labels: dict[str, str]
) -> AsyncIterator[DockerContainer]:
    """A container that runs and does nothing."""
    config = {"Image": engine.image, "Cmd": ["sleep", "600"], "Labels": labels}
    container = await docker.containers.run(config, name=unique_name)
    yield container
    await container.delete(force=True, v=True)
