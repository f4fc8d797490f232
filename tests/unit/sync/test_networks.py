"""Networks: what their attributes say and from where, and what each method asks for."""

import json
from typing import Any

import pytest

from dockwright.errors import Forbidden, InvalidArgument, NetworkNotFound
from dockwright.sync import DockerClient, Network
from tests.fakes.engine import FakeEngine

ENTRY: dict[str, Any] = {"Id": "0123456789abcdef", "Name": "n", "Containers": {}}
DOCUMENT: dict[str, Any] = {**ENTRY, "Containers": {"c1": {}, "ep-1": {}}}
ID = ENTRY["Id"]


def test_a_list_is_one_request(client: DockerClient, fake_engine: FakeEngine) -> None:
    """docker-py 2: with greedy, a list asked for every network. docker-py 1.11: filters were changed."""
    fake_engine.reply("GET", "/networks", body=[ENTRY] * 3)
    filters = {"driver": "bridge"}
    found = client.networks.list(["n"], ["0123"], filters, greedy=True)
    assert [(each.name, each.id, each.short_id) for each in found] == [("n", ID, ID[:12])] * 3
    assert filters == {"driver": "bridge"}
    (request,) = fake_engine.requests
    assert json.loads(request.query["filters"][0]) == {"driver": ["bridge"], "name": ["n"], "id": ["0123"]}
    fake_engine.reply("GET", f"/networks/{ID}", body=DOCUMENT)
    assert found[0].attrs == DOCUMENT
    assert found[0].name == "n"
    assert len(fake_engine.requests) == 2


def test_get_and_reload(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.reply("GET", f"/networks/{ID}", body=DOCUMENT)
    fake_engine.reply("GET", "/networks/n", body=DOCUMENT)
    network = client.networks.get("n", True, "swarm")
    assert fake_engine.requests[0].query == {"verbose": ["1"], "scope": ["swarm"]}
    assert (network.name, network.attrs, len(fake_engine.requests)) == ("n", DOCUMENT, 1)
    network.reload()
    assert len(fake_engine.requests) == 2
    assert network.inspect().name == "n"
    with pytest.raises(NetworkNotFound):
        client.networks.get("../volumes/secret?")
    assert fake_engine.requests[-1].path == "/networks/..%2Fvolumes%2Fsecret%3F"


def test_create_knows_its_name_without_asking(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.reply("POST", "/networks/create", 201, {"Id": ID, "Warning": ""})
    network = client.networks.create("n", "bridge", {"mtu": 1}, {"Driver": "default"}, True, True, {"a": "b"})
    assert (network.id, network.name) == (ID, "n")
    (request,) = fake_engine.requests
    # The version spoken refuses names in use anyway, and has no field for it.
    assert request.json() == {
        "Name": "n",
        "Driver": "bridge",
        "Options": {"mtu": "1"},
        "IPAM": {"Driver": "default"},
        "Internal": True,
        "Labels": {"a": "b"},
    }
    client.networks.create("n")
    assert fake_engine.requests[-1].json() == {"Name": "n"}


def test_nothing_is_sent_for_a_bad_option(client: DockerClient, fake_engine: FakeEngine) -> None:
    network = Network.of(client, ID, entry=ENTRY)
    wrong: list[Any] = [
        lambda: client.networks.create(""),
        lambda: client.networks.create("n", ipam={"Config": [{"Subnet": "no"}]}),
        lambda: network.connect(""),
        lambda: network.connect("c", "no-address"),
        lambda: client.networks.get(""),
    ]
    for call in wrong:
        with pytest.raises(ValueError, match=r"must|empty"):
            call()
    with pytest.raises(InvalidArgument):
        network.connect("c", ipv6_address="10.0.0.1")
    assert fake_engine.requests == []


def test_connect_and_disconnect(client: DockerClient, fake_engine: FakeEngine) -> None:
    for verb in ("connect", "disconnect"):
        fake_engine.reply("POST", f"/networks/{ID}/{verb}")
    network = Network.of(client, ID, entry=ENTRY)
    network.connect("c", "10.0.0.2", "fd00::2", ["a"], [("x", "y")], ["169.254.1.1"], {"o": 1}, "02:42:ac:11:00:02")
    settings = {
        "Aliases": ["a"],
        "Links": ["x:y"],
        "DriverOpts": {"o": "1"},
        "MacAddress": "02:42:ac:11:00:02",
        "IPAMConfig": {"IPv4Address": "10.0.0.2", "IPv6Address": "fd00::2", "LinkLocalIPs": ["169.254.1.1"]},
    }
    assert fake_engine.requests[-1].json() == {"Container": "c", "EndpointConfig": settings}
    network.connect("c")
    assert fake_engine.requests[-1].json() == {"Container": "c"}
    network.disconnect("c", True)
    assert fake_engine.requests[-1].json() == {"Container": "c", "Force": True}
    network.disconnect("c")
    assert fake_engine.requests[-1].json() == {"Container": "c"}


def test_its_containers_are_one_request(client: DockerClient, fake_engine: FakeEngine) -> None:
    """docker-py 2: every container of a network was asked for, and one that is none of this engine's was an error."""
    fake_engine.reply("GET", "/containers/json", body=[{"Id": "c1", "Names": ["/web"], "State": "running"}] * 2)
    containers = Network.of(client, ID, attrs=DOCUMENT).containers
    assert [(each.id, each.name) for each in containers] == [("c1", "web")] * 2
    (request,) = fake_engine.requests
    assert json.loads(request.query["filters"][0]) == {"network": [ID]}


def test_remove_prune_and_blocks(client: DockerClient, fake_engine: FakeEngine) -> None:
    fake_engine.reply("DELETE", f"/networks/{ID}", 204)
    fake_engine.reply("DELETE", f"/networks/{ID}", 403, {"message": "in use"})
    fake_engine.reply("POST", "/networks/prune", body={"NetworksDeleted": ["n"]})
    network = Network.of(client, ID, entry=ENTRY)
    network.remove()
    with pytest.raises(Forbidden):
        network.remove()
    assert client.networks.prune({"until": "1h"}) == {"NetworksDeleted": ["n"]}
    assert json.loads(fake_engine.requests[-1].query["filters"][0]) == {"until": ["1h"]}
