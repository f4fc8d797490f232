"""Networks and connections as people write them."""

import ipaddress
from typing import Any

import pytest

from dockwright.errors import InvalidArgument
from dockwright.options.networks import (
    ADDRESSES,
    ENDPOINT,
    NETWORK,
    EndpointOptions,
    NetworkOptions,
    connection,
    created_network,
    disconnection,
    endpoint_config,
    known_of_network,
    links,
    listed,
    network_config,
)
from dockwright_api import models

ROWS: list[tuple[str, Any, dict[str, Any]]] = [
    ("driver", "macvlan", {"Driver": "macvlan"}),
    ("options", {"mtu": 1400}, {"Options": {"mtu": "1400"}}),
    ("check_duplicate", True, {"CheckDuplicate": True}),
    ("internal", False, {"Internal": False}),
    ("labels", {"a": "b"}, {"Labels": {"a": "b"}}),
    ("labels", ["a"], {"Labels": {"a": ""}}),
    ("enable_ipv6", True, {"EnableIPv6": True}),
    ("attachable", True, {"Attachable": True}),
    ("scope", "swarm", {"Scope": "swarm"}),
    ("ingress", True, {"Ingress": True}),
    ("enable_ipv4", False, {"EnableIPv4": False}),
    ("config_only", True, {"ConfigOnly": True}),
    ("config_from", "c", {"ConfigFrom": {"Network": "c"}}),
    ("config_from", {"Network": "c"}, {"ConfigFrom": {"Network": "c"}}),
    ("ipam", {"Driver": "default"}, {"IPAM": {"Driver": "default"}}),
    ("driver", None, {}),
]
IPAM = {"Driver": "default", "Config": [{"Subnet": "10.0.0.0/8", "Gateway": "10.0.0.1"}], "Options": {"a": "1"}}


def network(**options: Any) -> Any:
    """Translate any options."""
    given: Any = options
    return network_config("n", given)


def endpoint(**options: Any) -> Any:
    """Translate any options of a connection."""
    given: Any = options
    return connection("c", given)


@pytest.mark.parametrize(("name", "value", "expected"), ROWS)
def test_each_option_of_a_network(name: str, value: Any, expected: dict[str, Any]) -> None:
    assert network(**{name: value}) == {"Name": "n", **expected}


def test_no_option_is_forgotten() -> None:
    assert NetworkOptions.__annotations__.keys() == NETWORK.keys() == {row[0] for row in ROWS}
    assert EndpointOptions.__annotations__.keys() == ADDRESSES.keys() | ENDPOINT.keys()


class TestAddressManagement:
    """The option ``ipam``."""

    @pytest.mark.parametrize(
        "ipam",
        [
            IPAM,
            {
                "driver": "default",
                "pool_configs": [{"subnet": "10.0.0.0/8", "gateway": "10.0.0.1"}],
                "options": {"a": 1},
            },
            models.IPAM.model_validate(IPAM),
            {
                "Driver": "default",
                "Config": (
                    {"Subnet": ipaddress.ip_network("10.0.0.0/8"), "Gateway": ipaddress.ip_address("10.0.0.1")},
                ),
                "Options": {"a": "1"},
            },
        ],
    )
    def test_forms(self, ipam: Any) -> None:
        assert network(ipam=ipam)["IPAM"] == IPAM

    def test_what_is_none_is_not_sent(self) -> None:
        """docker-py 1.10: a pool of docker-py's sends a null for everything that was not given."""
        pool = {"Subnet": "10.0.0.0/8", "IPRange": None, "Gateway": None, "AuxiliaryAddresses": None}
        body = network(ipam={"Driver": "default", "Config": [pool], "Options": None})
        assert body["IPAM"] == {"Driver": "default", "Config": [{"Subnet": "10.0.0.0/8"}]}
        assert pool["Gateway"] is None

    def test_every_address(self) -> None:
        pool = {
            "Subnet": "fd00::/64",
            "IPRange": "fd00::/80",
            "Gateway": "fd00::1",
            "AuxiliaryAddresses": {"a": "fd00::9"},
        }
        assert network(ipam={"Config": [pool]})["IPAM"] == {"Config": [pool]}

    @pytest.mark.parametrize(
        ("ipam", "error", "message"),
        [
            ("10.0.0.0/8", TypeError, "ipam must be a mapping such as"),
            ({"Confg": []}, InvalidArgument, "ipam has the key 'Confg'; did you mean 'Config'"),
            ({"Config": {"Subnet": "10.0.0.0/8"}}, TypeError, r"ipam\['Config'\] must be a sequence"),
            ({"Config": [{"Subnet": "10.0.0.0/99"}]}, InvalidArgument, r"\[0\]\['Subnet'\] must be a subnet"),
            ({"Config": [{"Subnet": "10.0.0.0"}]}, InvalidArgument, "needs the length of its prefix"),
            ({"Config": [{"Gateway": "ten"}]}, InvalidArgument, "must be an IP address such as"),
            ({"Config": [{"AuxiliaryAddresses": {"a": "b"}}]}, InvalidArgument, r"\['a'\] must be an IP address"),
            ({"Options": ["a"]}, TypeError, "must be a mapping of str to str"),
        ],
    )
    def test_what_is_refused(self, ipam: Any, error: type[Exception], message: str) -> None:
        with pytest.raises(error, match=message):
            network(ipam=ipam)


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"labels": 7}, TypeError, "labels must be"),
        ({"internal": "yes"}, TypeError, "internal must be True or False"),
        (
            {"intrnal": True},
            TypeError,
            r"create\(\) got an unexpected keyword argument 'intrnal'; did you mean 'internal'",
        ),
        ({"config_from": "c", "ipam": {"Driver": "d"}}, InvalidArgument, "config_from and ipam cannot be combined"),
        ({"config_from": "c", "labels": {"a": "b"}}, InvalidArgument, "config_from and labels cannot be combined"),
        ({"config_from": "c", "config_only": True}, InvalidArgument, "config_from and config_only cannot be combined"),
        ({"config_only": True, "internal": True}, InvalidArgument, "config_only and internal cannot be combined"),
        ({"config_from": 7}, TypeError, "config_from must be"),
    ],
)
def test_options_that_are_refused(options: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        network_config("n", options)


@pytest.mark.parametrize(("name", "error"), [("", InvalidArgument), (None, TypeError), (7, TypeError)])
def test_a_network_needs_a_name(name: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match="name must"):
        network_config(name)


class TestWholeRequests:
    """The Engine's own JSON in the place of a name and options."""

    def test_they_are_passed_on(self) -> None:
        for config in ({"Name": "n"}, models.NetworkCreateRequest(name="n")):
            assert created_network(config, {}) is config
            assert known_of_network(config, "i") == {"Name": "n", "Id": "i"}
        assert created_network("n", {"internal": True}) == {"Name": "n", "Internal": True}
        assert known_of_network({"Name": "n", "Driver": "d", "Labels": {"a": "b"}, "Internal": True}, "i") == {
            "Name": "n",
            "Driver": "d",
            "Labels": {"a": "b"},
            "Id": "i",
        }

    def test_options_beside_one_are_refused(self) -> None:
        with pytest.raises(TypeError, match="internal cannot be given beside a whole config"):
            created_network({"Name": "n"}, {"internal": True})
        with pytest.raises(TypeError, match="config must be a name as a str, or a mapping"):
            created_network(7, {})  # type: ignore[arg-type]  # a wrong type is meant
        with pytest.raises(TypeError, match="aliases cannot be given beside"):
            connection({"Container": "c"}, {"aliases": ["a"]})
        with pytest.raises(TypeError, match="force cannot be given beside"):
            disconnection({"Container": "c"}, force=True)


ENDPOINT_ROWS: list[tuple[str, Any, dict[str, Any]]] = [
    ("aliases", ["a", "b"], {"Aliases": ["a", "b"]}),
    ("links", {"b": "x", "a": None}, {"Links": ["a", "b:x"]}),
    ("driver_opt", {"a": 1}, {"DriverOpts": {"a": "1"}}),
    ("mac_address", "02:42:ac:11:00:02", {"MacAddress": "02:42:ac:11:00:02"}),
    ("gw_priority", 0, {"GwPriority": 0}),
    ("ipv4_address", "10.0.0.2", {"IPAMConfig": {"IPv4Address": "10.0.0.2"}}),
    ("ipv4_address", ipaddress.ip_address("10.0.0.2"), {"IPAMConfig": {"IPv4Address": "10.0.0.2"}}),
    ("ipv6_address", "fd00::2", {"IPAMConfig": {"IPv6Address": "fd00::2"}}),
    ("link_local_ips", ["169.254.1.1", "fe80::1"], {"IPAMConfig": {"LinkLocalIPs": ["169.254.1.1", "fe80::1"]}}),
]


@pytest.mark.parametrize(("name", "value", "expected"), ENDPOINT_ROWS)
def test_each_option_of_a_connection(name: str, value: Any, expected: dict[str, Any]) -> None:
    assert endpoint(**{name: value}) == {"Container": "c", "EndpointConfig": expected}


def test_no_option_of_a_connection_is_forgotten() -> None:
    assert {row[0] for row in ENDPOINT_ROWS} == EndpointOptions.__annotations__.keys()


def test_a_connection_without_options() -> None:
    assert connection("c", {"aliases": None}) == {"Container": "c"}
    assert endpoint_config() is None
    assert disconnection("c") == disconnection("c", force=False) == {"Container": "c"}
    assert disconnection("c", force=True) == {"Container": "c", "Force": True}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"web": "db", "cache": None, "a": ""}, ["a", "cache", "web:db"]),
        ([("web", "db")], ["web:db"]),
        ([["web", "db"]], ["web:db"]),
        (["web:db", "web"], ["web:db", "web"]),
        ([], []),
    ],
)
def test_forms_of_links(value: Any, expected: list[str]) -> None:
    assert links("links", value) == expected


@pytest.mark.parametrize(
    ("value", "error", "message"),
    [
        ("web:db", TypeError, "links must be a mapping such as"),
        ([("a", "b", "c")], TypeError, r"links\[0\] must be 'container:name', or a pair"),
        ([("", "b")], InvalidArgument, r"links\[0\] has no container"),
        ([":b"], InvalidArgument, r"links\[0\] must be 'container' or"),
        ([7], TypeError, r"links\[0\] must be"),
        ({"a": 7}, TypeError, r"links\['a'\] must be a str"),
    ],
)
def test_links_that_are_refused(value: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        links("links", value)


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"ipv4_address": "10.0.0"}, InvalidArgument, "ipv4_address must be an IPv4 address such as '172.28.0.2'"),
        ({"ipv4_address": 7}, TypeError, "ipv4_address must be a str"),
        ({"link_local_ips": "169.254.1.1"}, TypeError, "link_local_ips must be a sequence"),
        ({"aliases": "a"}, TypeError, "aliases must be a sequence"),
        ({"gw_priority": "high"}, TypeError, "gw_priority must be an int"),
        (
            {"alias": ["a"]},
            TypeError,
            r"connect\(\) got an unexpected keyword argument 'alias'; did you mean 'aliases'",
        ),
    ],
)
def test_options_of_a_connection_that_are_refused(options: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        connection("c", options)


class TestContainers:
    """What names a container."""

    def test_an_object_with_an_id(self) -> None:
        class Container:
            id = "abc"

        assert disconnection(Container()) == {"Container": "abc"}

    @pytest.mark.parametrize(("container", "error"), [("", InvalidArgument), (" ", InvalidArgument), (7, TypeError)])
    def test_what_is_refused(self, container: Any, error: type[Exception]) -> None:
        with pytest.raises(error, match="container must"):
            connection(container)


def test_names_and_ids_join_the_filters_of_a_list() -> None:
    filters = {"driver": "bridge", "name": "x"}
    assert listed(filters, names=["a"], ids=["1", "2"]) == {"driver": "bridge", "name": ["a"], "id": ["1", "2"]}
    assert filters == {"driver": "bridge", "name": "x"}
    assert listed(None, names="a") == {"name": "a"}
    assert listed(None) is None
    with pytest.raises(TypeError, match="ids"):
        listed(None, ids=7)  # type: ignore[arg-type]  # a wrong type is meant
