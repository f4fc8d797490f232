"""The engine itself: whether it answers, what it takes on disk, and clients that are closed and used again."""

import asyncio
import warnings

import pytest

import dockwright.sync as sync
from dockwright.aio import Docker, DockerContainer
from tests.engines import Engine


async def test_the_engine_answers(docker: Docker, engine: Engine) -> None:
    assert await docker.ping() is True
    assert (await docker.version())["Version"] == (await docker.system.version())["Version"] == engine.version
    assert (await docker.system.info())["ServerVersion"] == engine.version


async def test_disk_usage(docker: Docker, engine: Engine, sleeper: DockerContainer) -> None:
    usage = await docker.df()
    assert any(container["Id"] == sleeper.id for container in usage["Containers"])
    assert any(engine.image in image["RepoTags"] for image in usage["Images"] if image["RepoTags"])


async def test_disk_usage_of_some_kinds(docker: Docker, engine: Engine, sleeper: DockerContainer) -> None:
    if tuple(map(int, engine.api_version.split("."))) < (1, 42):
        with pytest.warns(UserWarning, match=r"argument type needs API 1\.42"):
            await docker.system.data_usage(type=["container"])
        return
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        usage = await docker.system.data_usage(type=["container"])
    assert any(container["Id"] == sleeper.id for container in usage["Containers"])
    assert not usage.get("Images")


def test_both_faces_see_the_same(engine: Engine) -> None:
    async def ask() -> tuple[object, ...]:
        async with Docker(engine.url) as docker:
            return await docker.ping(), await docker.version(), sorted(await docker.df())

    with sync.DockerClient(engine.url) as client:
        assert (client.ping(), client.version(), sorted(client.df())) == asyncio.run(ask())


def test_a_closed_client_is_used_again_in_another_loop(engine: Engine) -> None:
    docker = Docker(engine.url)

    async def ask() -> bool:
        answers = await asyncio.gather(*(docker.ping() for _ in range(5)))
        await docker.close()
        return all(answers)

    assert asyncio.run(ask())
    assert asyncio.run(ask())
