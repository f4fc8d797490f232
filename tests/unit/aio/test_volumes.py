"""Volumes: what is known of one without asking, and what each method asks for."""

import json
from typing import Any

import pytest

from dockwright.aio import Docker, DockerVolume
from dockwright.errors import VolumeNotFound
from tests.fakes.engine import FakeEngine

DOCUMENT: dict[str, Any] = {"Name": "v", "Driver": "local", "Mountpoint": "/v", "Labels": {"a": "b"}}


async def test_what_is_known_without_asking(docker: Docker, fake_engine: FakeEngine) -> None:
    volume = docker.volumes.volume("v")
    known = (volume.name, volume.driver, volume.mountpoint, volume.labels, volume.attrs)
    assert known == ("v", None, None, {}, {"Name": "v"})
    assert repr(volume) == "<DockerVolume v>"
    with pytest.raises(ValueError, match="needs the name"):
        DockerVolume(docker, "")
    assert fake_engine.requests == []


async def test_get_keeps_what_it_read(docker: Docker, fake_engine: FakeEngine) -> None:
    """aiodocker C3: a volume was inspected, and all but its name was thrown away."""
    fake_engine.reply("GET", "/volumes/v", body=DOCUMENT)
    volume = await docker.volumes.get("v")
    assert (volume.driver, volume.mountpoint, volume.labels) == ("local", "/v", {"a": "b"})
    assert (volume["Driver"], "Status" in volume, len(fake_engine.requests)) == ("local", False, 1)
    assert (await volume.show())["Name"] == (await volume.inspect()).name == "v"
    with pytest.raises(VolumeNotFound):
        await docker.volumes.get("a?b")


async def test_list_and_prune(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/volumes", body={"Volumes": [DOCUMENT], "Warnings": ["w"]})
    fake_engine.reply("POST", "/volumes/prune", body={"VolumesDeleted": None, "SpaceReclaimed": 0})
    filters = {"label": "a"}
    assert (await docker.volumes.list(filters=filters))["Warnings"] == ["w"]
    assert (await docker.volumes.prune(filters=filters))["SpaceReclaimed"] == 0
    assert filters == {"label": "a"}
    assert [json.loads(each.query["filters"][0]) for each in fake_engine.requests] == [{"label": ["a"]}] * 2


@pytest.mark.parametrize(
    ("config", "options", "body"),
    [
        ({"Name": "v"}, {}, {"Name": "v"}),
        ("v", {"labels": {"a": "b"}}, {"Name": "v", "Labels": {"a": "b"}}),
        (None, {"driver": "local"}, {"Driver": "local"}),
    ],
)
async def test_create(docker: Docker, fake_engine: FakeEngine, config: Any, options: Any, body: Any) -> None:
    fake_engine.reply("POST", "/volumes/create", 201, DOCUMENT)
    volume = await docker.volumes.create(config, **options)
    assert (volume.name, volume.labels) == ("v", {"a": "b"})
    (request,) = fake_engine.requests
    assert request.json() == body


async def test_delete_update_and_blocks(docker: Docker, fake_engine: FakeEngine) -> None:
    cluster = {"ID": "i", "Version": {"Index": 7}, "Spec": {"Group": "g"}}
    fake_engine.reply("GET", "/volumes/v", body=DOCUMENT | {"ClusterVolume": cluster})
    fake_engine.reply("PUT", "/volumes/i")
    fake_engine.reply("DELETE", "/volumes/v", 204)
    async with docker.volumes.volume("v") as volume:
        await volume.update("drain")
        assert fake_engine.requests[-1].query == {"version": ["7"]}
        await volume.delete(force=True)
        assert fake_engine.requests[-1].query == {"force": ["1"]}
    assert fake_engine.requests[-1].query == {}
    with pytest.raises(TypeError, match="availability must be"):
        await volume.update(None)  # type: ignore[arg-type]  # a wrong type is meant
    with pytest.raises(TypeError, match="config must be"):
        await docker.volumes.create(7)  # type: ignore[arg-type]  # the same
    assert len(fake_engine.requests) == 4
