"""What an old engine does not know is said by name and version, one test for each kind of thing."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

import dockwright.aio as aiodocker
import dockwright.sync as docker
from dockwright.errors import DockerError, UnsupportedByEngine, UnsupportedByEngineError
from dockwright_api import operations
from dockwright_api.operation import Operation
from tests.engines import Engine, Engines

NEWER: dict[str, tuple[Callable[[], Operation[Any, Any]], str]] = {
    "operation": (
        lambda: operations.volumes.update("dockwright-no-such-volume", 1, {"Spec": {}}),
        "operation VolumeUpdate needs API 1.42 or newer",
    ),
    "query argument": (
        lambda: operations.containers.stop("dockwright-no-such-container", signal="SIGINT"),
        "argument signal needs API 1.42 or newer",
    ),
    "body field": (
        lambda: operations.volumes.create({"Driver": "dockwright-no-such-driver", "ClusterVolumeSpec": {"Group": "g"}}),
        "field ClusterVolumeSpec needs API 1.42 or newer",
    ),
    "nested body field": (
        lambda: operations.containers.create(
            {"Image": "dockwright-no-such-image", "HostConfig": {"Annotations": {"a": "b"}}}
        ),
        "field HostConfig.Annotations needs API 1.43 or newer",
    ),
    "enum value": (
        lambda: operations.containers.create(
            {"Image": "dockwright-no-such-image", "HostConfig": {"Mounts": [{"Type": "image", "Target": "/x"}]}}
        ),
        "value 'image' of field HostConfig.Mounts[0].Type needs API 1.48 or newer",
    ),
}


@pytest.fixture
def old_engine(engines: Engines) -> Engine:
    """The engine of API 1.41."""
    return engines.get("20.10")


@pytest.mark.private_engine
@pytest.mark.parametrize("kind", NEWER)
def test_asynchronous(old_engine: Engine, kind: str) -> None:
    operation, said = NEWER[kind]

    async def ask(strict: bool) -> None:
        async with aiodocker.Docker(old_engine.url, strict_versions=strict) as client:
            await client.send(operation())

    with pytest.warns(UnsupportedByEngine) as warned, pytest.raises(DockerError) as raised:
        asyncio.run(ask(strict=False))
    assert said in str(warned[0].message)
    assert "API 1.41" in str(warned[0].message)
    assert warned[0].filename == __file__
    # It was sent all the same.
    assert not isinstance(raised.value, UnsupportedByEngineError)
    with pytest.raises(UnsupportedByEngineError) as refused:
        asyncio.run(ask(strict=True))
    assert said in refused.value.message


@pytest.mark.private_engine
@pytest.mark.parametrize("kind", NEWER)
def test_synchronous(old_engine: Engine, kind: str) -> None:
    operation, said = NEWER[kind]
    with (
        docker.DockerClient(old_engine.url) as client,
        pytest.warns(UnsupportedByEngine) as warned,
        pytest.raises(DockerError),
    ):
        client.send(operation())
    assert said in str(warned[0].message)
    assert warned[0].filename == __file__
    with (
        docker.DockerClient(old_engine.url, strict_versions=True) as client,
        pytest.raises(UnsupportedByEngineError) as refused,
    ):
        client.send(operation())
    assert said in refused.value.message


@pytest.mark.private_engine
def test_what_an_engine_knows_is_not_mentioned(old_engine: Engine, recwarn: pytest.WarningsRecorder) -> None:
    with docker.DockerClient(old_engine.url, strict_versions=True) as client, pytest.raises(DockerError):
        client.send(operations.containers.create({"Image": "dockwright-no-such-image"}, platform="linux/amd64"))
    assert not recwarn.list
