"""Cluster volumes, in both faces; no plugin is there that could make the storage, so they stay pending."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from dockwright.errors import ApiError
from tests.engines import Engine
from tests.faces import FACES, connected, remove, settled


@pytest.fixture(params=FACES)
async def client(request: pytest.FixtureRequest, engine: Engine) -> AsyncIterator[Any]:
    """A client of each face in turn."""
    if engine.api < (1, 42):
        pytest.skip("this engine has no cluster volumes")
    async with connected(request.param, engine.url) as client:
        yield client


async def test_create_and_drain(client: Any, unique_name: str) -> None:
    spec: Any = {"AccessMode": {"Scope": "single", "Sharing": "none", "MountVolume": {}}, "Group": "g"}
    volume = await settled(client.volumes.create(unique_name, driver="csi-plugin", cluster_volume_spec=spec))
    found = await settled(volume.inspect())
    assert found.cluster_volume.spec.group == "g"
    version = found.cluster_volume.version.index
    await settled(volume.update("drain"))
    found = await settled(volume.inspect())
    assert (found.cluster_volume.spec.availability, found.cluster_volume.spec.group) == ("drain", "g")
    with pytest.raises(ApiError, match="out of sequence"):
        await settled(volume.update("active", version=version))
    await remove(volume, True)
