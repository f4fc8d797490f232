"""The connection of a new container to its network."""

from typing import Any

import pytest

from dockwright.errors import InvalidArgument
from dockwright.options.containers import new_container
from dockwright.options.endpoints import endpoint_settings
from dockwright_api import models


@pytest.mark.parametrize(
    "given",
    [
        {"aliases": ["db"], "ipv4_address": "172.28.0.9", "mac_address": None},
        {"Aliases": ["db"], "IPAMConfig": {"IPv4Address": "172.28.0.9"}},
        {"Aliases": ["db"], "IPAMConfig": {"ipv4_address": "172.28.0.9"}},
        models.EndpointSettings.model_validate({"Aliases": ["db"], "IPAMConfig": {"IPv4Address": "172.28.0.9"}}),
    ],
)
def test_settings_are_read_whichever_way_they_are_written(given: Any) -> None:
    assert endpoint_settings("endpoint", given) == {"Aliases": ["db"], "IPAMConfig": {"IPv4Address": "172.28.0.9"}}


def test_what_an_inspection_tells_may_be_given_back() -> None:
    told = {"NetworkID": "1", "Gateway": "", "IPPrefixLen": 0, "Aliases": None, "IPAMConfig": None}
    assert endpoint_settings("endpoint", told) == {"NetworkID": "1", "Gateway": "", "IPPrefixLen": 0}


@pytest.mark.parametrize(
    "config",
    [
        {"backend": {"aliases": ["db"]}},
        {"backend": {"aliases": ["db"]}, "other": None},
        {"EndpointsConfig": {"backend": {"Aliases": ["db"]}}},
    ],
)
def test_a_network_with_settings(config: Any) -> None:
    """docker-py 1.14: the settings of a network stand under EndpointsConfig, and none is null."""
    body: Any = new_container("busybox", options={"network": "backend", "networking_config": config}).body
    assert body["NetworkingConfig"]["EndpointsConfig"]["backend"] == {"Aliases": ["db"]}
    assert body["NetworkingConfig"]["EndpointsConfig"].get("other", {}) == {}
    assert body["HostConfig"] == {"NetworkMode": "backend"}


def test_a_network_alone() -> None:
    """docker-py 1.14: a network without settings is sent as one without settings, not as null in the wrong place."""
    body: Any = new_container("busybox", options={"network": "backend"}).body
    assert body["NetworkingConfig"] == {"EndpointsConfig": {"backend": {}}}
    assert new_container("busybox", options={"network": "backend", "networking_config": {}}).body == body
    for mode in ("", "host", "none", "bridge", "default", "container:db"):
        assert "NetworkingConfig" not in new_container("busybox", options={"network": mode}).body


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"network": "a", "network_mode": "host"}, "network and network_mode cannot be combined; give one of them"),
        ({"networking_config": {"a": {}}}, "networking_config needs the network too; give network='a'"),
        (
            {"networking_config": {"a": {}}, "network_mode": "a"},
            "networking_config needs the network too; give network='a', instead of network_mode",
        ),
        ({"networking_config": {"a": {}}, "network": "b"}, "networking_config is for 'a', and the network is 'b'"),
        (
            {"mac_address": "02:42:ac:11:00:99", "network_mode": "host"},
            "mac_address cannot be set with the network 'host'",
        ),
        ({"mac_address": "02:42:ac:11:00:99", "network": "none"}, "mac_address cannot be set with the network 'none'"),
        (
            {"networking_config": {"a": {"ipv4_address": "172.28.0.9", "IPAMConfig": {}}}, "network": "a"},
            "networking_config['a'] has addresses in IPAMConfig and beside it",
        ),
        ({"networking_config": {"a": {"alias": ["x"]}}, "network": "a"}, "did you mean 'aliases'?"),
    ],
)
def test_contradictions_are_refused(options: Any, says: str) -> None:
    with pytest.raises(InvalidArgument) as caught:
        new_container("busybox", options=options)
    assert says in caught.value.message
