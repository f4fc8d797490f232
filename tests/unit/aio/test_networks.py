"""Networks: what is known of one without asking, and what each method asks for."""

import json
from typing import Any

import pytest

from dockwright.aio import Docker, DockerNetwork
from dockwright.errors import NetworkNotFound
from tests.fakes.engine import FakeEngine

ID = "0123456789abcdef"
DOCUMENT: dict[str, Any] = {"Id": ID, "Name": "n", "Driver": "bridge", "Labels": {"a": "b"}, "Containers": {}}


async def test_what_is_known_without_asking(docker: Docker, fake_engine: FakeEngine) -> None:
    network = docker.networks.network("n")
    assert (network.id, network.name, network.driver, network.labels, network.attrs) == (
        "n",
        None,
        None,
        {},
        {"Id": "n"},
    )
    assert isinstance(DockerNetwork(docker, "n"), DockerNetwork)
    with pytest.raises(ValueError, match="needs the id"):
        DockerNetwork(docker, "")
    assert fake_engine.requests == []


async def test_get_keeps_what_it_read(docker: Docker, fake_engine: FakeEngine) -> None:
    """aiodocker C3: a network was inspected, and all but its id was thrown away."""
    fake_engine.reply("GET", "/networks/n", body=DOCUMENT)
    network = await docker.networks.get("n", verbose=True, scope="local")
    assert fake_engine.requests[0].query == {"verbose": ["1"], "scope": ["local"]}
    assert (network.id, network.name, network.driver, network.labels) == (ID, "n", "bridge", {"a": "b"})
    assert (network["Containers"], "Name" in network, "Other" in network) == ({}, True, False)
    assert len(fake_engine.requests) == 1
    fake_engine.reply("GET", f"/networks/{ID}", body=DOCUMENT | {"Labels": None})
    await network.show(verbose=True)
    assert network.labels == {}
    assert fake_engine.requests[-1].query == {"verbose": ["1"]}
    assert (await network.inspect()).name == "n"


async def test_a_name_stays_one_segment(docker: Docker, fake_engine: FakeEngine) -> None:
    """aiodocker A3: a name was put into the path as it was."""
    with pytest.raises(NetworkNotFound):
        await docker.networks.get("../volumes/secret?")
    assert fake_engine.requests[0].path == "/networks/..%2Fvolumes%2Fsecret%3F"


async def test_filters_are_left_as_they_are(docker: Docker, fake_engine: FakeEngine) -> None:
    """aiodocker B15: the caller's filters were changed."""
    fake_engine.reply("GET", "/networks", body=[DOCUMENT])
    fake_engine.reply("POST", "/networks/prune", body={"NetworksDeleted": ["n"]})
    filters: dict[str, str | int] = {"label": "a", "dangling": True}
    assert [each["Name"] for each in await docker.networks.list(filters=filters)] == ["n"]
    await docker.networks.prune(filters=filters)
    assert filters == {"label": "a", "dangling": True}
    sent = [json.loads(request.query["filters"][0]) for request in fake_engine.requests]
    assert sent == [{"label": ["a"], "dangling": ["true"]}] * 2
    # aiodocker B16: None was sent as the text "null".
    await docker.networks.list(filters=None)
    assert fake_engine.requests[-1].query == {}


@pytest.mark.parametrize(
    ("config", "options", "body"),
    [
        ({"Name": "n", "Driver": "bridge", "Labels": {"a": "b"}}, {}, None),
        ("n", {"driver": "bridge", "labels": {"a": "b"}}, {"Name": "n", "Driver": "bridge", "Labels": {"a": "b"}}),
    ],
)
async def test_create(docker: Docker, fake_engine: FakeEngine, config: Any, options: Any, body: Any) -> None:
    fake_engine.reply("POST", "/networks/create", 201, {"Id": ID, "Warning": ""})
    network = await docker.networks.create(config, **options)
    assert (network.id, network.name, network.driver, network.labels) == (ID, "n", "bridge", {"a": "b"})
    (request,) = fake_engine.requests
    assert request.json() == (body or config)


async def test_connect_and_disconnect(docker: Docker, fake_engine: FakeEngine) -> None:
    for verb in ("connect", "disconnect"):
        fake_engine.reply("POST", "/networks/n/" + verb)
    network = docker.networks.network("n")
    await network.connect({"Container": "c", "EndpointConfig": {"Aliases": ["a"]}})
    assert fake_engine.requests[-1].json() == {"Container": "c", "EndpointConfig": {"Aliases": ["a"]}}
    await network.connect(docker.containers.container("c"), aliases=["a"])
    assert fake_engine.requests[-1].json() == {"Container": "c", "EndpointConfig": {"Aliases": ["a"]}}
    await network.disconnect({"Container": "c", "Force": True})
    await network.disconnect("c", force=True)
    assert [each.json() for each in fake_engine.requests[-2:]] == [{"Container": "c", "Force": True}] * 2


async def test_nothing_is_sent_for_a_bad_option(docker: Docker, fake_engine: FakeEngine) -> None:
    network = docker.networks.network("n")
    wrong: list[Any] = [
        (docker.networks.create, ("",), {}),
        (docker.networks.create, ({"Name": "n"},), {"internal": True}),
        (docker.networks.create, ("n",), {"interal": True}),
        (docker.networks.create, (None,), {}),
        (network.connect, ("c",), {"alias": ["a"]}),
        (network.connect, (7,), {}),
        (network.disconnect, ("",), {}),
    ]
    for method, arguments, options in wrong:
        with pytest.raises((TypeError, ValueError), match=r"must|cannot be given|unexpected keyword"):
            await method(*arguments, **options)
    nothing: Any = None
    for method in (network.connect, network.disconnect):
        with pytest.raises(TypeError, match="config must be a container, or its id or name as a str, not NoneType"):
            await method(nothing)
    assert fake_engine.requests == []


async def test_delete_and_blocks(docker: Docker, fake_engine: FakeEngine) -> None:
    fake_engine.reply("DELETE", "/networks/n", 204)
    network = docker.networks.network("n")
    assert await network.delete() is True
    async with network as entered:
        assert entered is network
    assert len(fake_engine.received("DELETE", "/networks/n")) == 2
    assert repr(network) == "<DockerNetwork n>"
