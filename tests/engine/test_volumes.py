"""Volumes of real engines, in both faces."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from dockwright.aio import Docker
from dockwright.errors import Conflict, InvalidArgument, VolumeNotFound
from dockwright.sync import DockerClient
from dockwright_api import models
from tests.engines import Engine
from tests.faces import FACES, block, connected, remove, settled


@pytest.fixture(params=FACES)
async def client(request: pytest.FixtureRequest, engine: Engine) -> AsyncIterator[Any]:
    """A client of each face in turn."""
    async with connected(request.param, engine.url) as client:
        yield client


async def test_every_option_reaches_the_engine(client: Any, unique_name: str, labels: dict[str, str]) -> None:
    options = {"type": "tmpfs", "device": "tmpfs", "o": "size=1m"}
    volume = await settled(client.volumes.create(unique_name, driver="local", driver_opts=options, labels=labels))
    assert volume.name == unique_name
    found: models.Volume = await settled(volume.inspect())
    assert (found.name, found.driver, found.options, found.labels) == (unique_name, "local", options, labels)
    again = await settled(client.volumes.create(unique_name))
    assert again.name == unique_name
    await remove(volume)
    with pytest.raises(VolumeNotFound):
        await settled(client.volumes.get(unique_name))
    with pytest.raises(VolumeNotFound):
        await remove(volume)


async def test_force_reaches_the_engine(client: Any, unique_name: str, labels: dict[str, str]) -> None:
    """docker-py 1.2: force was never sent, so that the removal of a volume that is gone failed."""
    volume = await settled(client.volumes.create(unique_name, labels=labels))
    await remove(volume)
    await remove(volume, True)


async def test_one_that_is_in_use(
    client: Any, docker: Docker, engine: Engine, unique_name: str, labels: dict[str, str]
) -> None:
    volume = await settled(client.volumes.create(unique_name, labels=labels))
    config = {"Image": engine.image, "HostConfig": {"Binds": [f"{unique_name}:/data"]}, "Labels": labels}
    container = await docker.containers.create(config, name=unique_name)
    with pytest.raises(Conflict):
        await remove(volume, True)
    with pytest.raises(Conflict):
        async with block(volume):
            pass

    async def fail() -> None:
        async with block(volume):
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError) as caught:
        await fail()
    assert f"volume {unique_name} is left behind" in caught.value.__notes__[0]
    await container.delete()
    async with block(volume):
        pass
    with pytest.raises(VolumeNotFound):
        await docker.volumes.get(unique_name)


async def test_an_anonymous_one_as_a_block(client: Any, labels: dict[str, str]) -> None:
    async with block(await settled(client.volumes.create(None, labels=labels))) as volume:
        assert len(volume.name) == 64
        await remove(volume)


async def test_prune(client: Any, engine: Engine, unique_name: str, labels: dict[str, str]) -> None:
    ((key, value),) = labels.items()
    await settled(client.volumes.create(unique_name, labels=labels))
    filters: dict[str, Any] = {"label": f"{key}={value}"}
    if engine.api >= (1, 42):
        assert not (await settled(client.volumes.prune(filters=filters)))["VolumesDeleted"]
        filters["all"] = True
    pruned = await settled(client.volumes.prune(filters=filters))
    assert pruned["VolumesDeleted"] == [unique_name]
    assert isinstance(pruned["SpaceReclaimed"], int)


async def test_only_cluster_volumes_can_be_updated(client: Any, unique_name: str, labels: dict[str, str]) -> None:
    volume = await settled(client.volumes.create(unique_name, labels=labels))
    with pytest.raises(InvalidArgument, match="is no cluster volume"):
        await settled(volume.update("drain"))
    await remove(volume)


async def test_the_engines_own_json_still_serves(docker: Docker, unique_name: str, labels: dict[str, str]) -> None:
    volume = await docker.volumes.create({"Name": unique_name, "Labels": labels})
    assert (volume.name, volume["Driver"], volume.driver, volume.labels) == (unique_name, "local", "local", labels)
    assert volume.mountpoint == (await volume.show())["Mountpoint"]
    again = await docker.volumes.get(unique_name)
    assert "CreatedAt" in again
    listed = await docker.volumes.list(filters={"name": unique_name})
    assert [each["Name"] for each in listed["Volumes"]] == [unique_name]
    await volume.delete(force=True)
    made = await docker.volumes.create(models.VolumeCreateRequest(name=unique_name, labels=labels))
    await made.delete()


def test_a_list_says_as_much_as_an_inspection(engine: Engine, unique_name: str, labels: dict[str, str]) -> None:
    with DockerClient(engine.url) as client:
        made = client.volumes.create(unique_name, labels=labels)
        ((key, value),) = labels.items()
        filters = {"label": f"{key}={value}"}
        (found,) = client.volumes.list(filters=filters)
        assert filters == {"label": f"{key}={value}"}
        assert found == made == client.volumes.get(unique_name)
        listed = found.attrs
        found.reload()
        assert found.attrs == listed
        assert client.volumes.list(filters={"name": "no-such-volume"}) == []
        made.remove()
