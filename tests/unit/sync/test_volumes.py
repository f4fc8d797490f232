"""Volumes: what their attributes say and from where, and what each method asks for."""

import json
from typing import Any

import pytest

from dockwright.errors import InvalidArgument, VolumeNotFound
from dockwright.sync import DockerClient, Volume
from tests.fakes.engine import FakeEngine

DOCUMENT: dict[str, Any] = {"Name": "v", "Driver": "local", "Mountpoint": "/v", "Labels": {"a": "b"}}


def test_a_list_is_one_request(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/volumes", body={"Volumes": [DOCUMENT] * 2, "Warnings": None})
    filters = {"dangling": True}
    found = client.volumes.list(filters)
    assert [(each.id, each.name, each.attrs) for each in found] == [("v", "v", DOCUMENT)] * 2
    assert filters == {"dangling": True}
    (request,) = fake_engine.requests
    assert json.loads(request.query["filters"][0]) == {"dangling": ["true"]}


def test_an_empty_list(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/volumes", body={"Volumes": None, "Warnings": None})
    assert client.volumes.list() == []


def test_get_create_and_reload(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", "/volumes/v", body=DOCUMENT)
    fake_engine.reply("POST", "/volumes/create", 201, DOCUMENT)
    volume = client.volumes.get("v")
    assert (volume.name, volume.id, volume.short_id, volume.attrs) == ("v", "v", "v", DOCUMENT)
    made = client.volumes.create("v", "local", {"size": 5}, {"a": "b"})
    assert made == volume
    assert made.attrs == DOCUMENT
    body = {"Name": "v", "Driver": "local", "DriverOpts": {"size": "5"}, "Labels": {"a": "b"}}
    assert fake_engine.requests[-1].json() == body
    client.volumes.create()
    assert fake_engine.requests[-1].json() == {}
    assert len(fake_engine.requests) == 3
    made.reload()
    assert made.inspect().driver == "local"
    assert Volume(DOCUMENT, client) == made
    with pytest.raises(VolumeNotFound):
        client.volumes.get("a/../b")
    assert fake_engine.requests[-1].path == "/volumes/a%2F..%2Fb"


def test_force_is_sent(client: DockerClient, fake_engine: FakeEngine) -> None:
    """docker-py 1.2: force was never sent."""
    fake_engine.reply("DELETE", "/volumes/v", 204)
    volume = Volume.of(client, "v")
    volume.remove()
    volume.remove(force=True)
    assert [request.query for request in fake_engine.requests] == [{}, {"force": ["1"]}]


def test_nothing_is_sent_for_a_bad_option(client: DockerClient, fake_engine: FakeEngine) -> None:
    volume = Volume.of(client, "v")
    wrong: list[Any] = [
        lambda: client.volumes.create(7),  # type: ignore[arg-type]  # a wrong type is meant
        lambda: client.volumes.create("v", driver_opts=["a"]),  # type: ignore[arg-type]  # the same
        lambda: volume.update(7),  # type: ignore[arg-type]  # the same
        lambda: volume.update("drain", version="new"),
    ]
    for call in wrong:
        with pytest.raises(TypeError, match="must be"):
            call()
    with pytest.raises(ValueError, match="empty"):
        client.volumes.get("")
    assert fake_engine.requests == []


def test_update(client: DockerClient, fake_engine: FakeEngine) -> None:
    cluster = {"ID": "i", "Version": {"Index": 7}, "Spec": {"Group": "g"}}
    fake_engine.reply("GET", "/volumes/v", body={**DOCUMENT, "ClusterVolume": cluster})
    fake_engine.reply("PUT", "/volumes/i")
    Volume.of(client, "v").update("pause", version="5")
    request = fake_engine.requests[-1]
    assert (request.query, request.json()) == ({"version": ["5"]}, {"Spec": {"Group": "g", "Availability": "pause"}})
    fake_engine.reply("GET", "/volumes/w", body=DOCUMENT)
    with pytest.raises(InvalidArgument):
        Volume.of(client, "w").update("pause")
