"""Published ports: every accepted form, and errors that name the port."""

from typing import Any

import pytest

from dockwright.errors import InvalidArgument
from dockwright.options.ports import published_port, published_ports


def bound(port: str, address: str = "") -> dict[str, str]:
    return {"HostIp": address, "HostPort": port}


@pytest.mark.parametrize(
    ("given", "bindings"),
    [
        ({}, {}),
        ({80: 8080}, {"80/tcp": [bound("8080")]}),
        ({"80": "8080"}, {"80/tcp": [bound("8080")]}),
        ({"53/udp": 53}, {"53/udp": [bound("53")]}),
        ({"9/SCTP": 9}, {"9/sctp": [bound("9")]}),
        ({80: None}, {"80/tcp": [bound("")]}),
        ({80: ""}, {"80/tcp": [bound("")]}),
        ({80: 0}, {"80/tcp": [bound("0")]}),
        ({80: ("127.0.0.1", 8080)}, {"80/tcp": [bound("8080", "127.0.0.1")]}),
        ({80: ("::1", None)}, {"80/tcp": [bound("", "::1")]}),
        ({80: ("127.0.0.1",)}, {"80/tcp": [bound("", "127.0.0.1")]}),
        ({80: (8080,)}, {"80/tcp": [bound("8080")]}),
        ({80: {"HostPort": 8080}}, {"80/tcp": [bound("8080")]}),
        ({80: {"HostPort": "8080", "HostIp": "0.0.0.0"}}, {"80/tcp": [bound("8080", "0.0.0.0")]}),
        ({80: [1, ("::", 2), {"HostPort": 3}]}, {"80/tcp": [bound("1"), bound("2", "::"), bound("3")]}),
        ({"8000-8002/tcp": "9000-9002"}, {"8000-8002/tcp": [bound("9000-9002")]}),
    ],
)
def test_every_form(given: Any, bindings: dict[str, Any]) -> None:
    published = published_ports(given)
    assert published.bindings == bindings
    assert published.exposed == {port: {} for port in bindings}


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"80/tls": 1}, "ports has the key '80/tls'; the protocol must be one of tcp, udp, sctp"),
        ({"http": 1}, "ports: 'http' is no port"),
        ({80: 65536}, r"ports[80]: 65536 is no port; ports are 0 to 65535"),
        ({80: -1}, r"ports[80]: -1 is no port"),
        ({80: "9-8"}, r"ports[80]: '9-8' is no port"),
        ({80: ("a", 1, 2)}, r"ports[80] must be (address, port), (address,) or (port,), not ('a', 1, 2)"),
        ({80: ()}, r"ports[80] must be (address, port)"),
        ({80: {"HostIp": "::"}}, r"ports[80] needs a HostPort: {'HostIp': '::'}"),
        ({80: {"HostPort": 1, "Hostip": ""}}, r"ports[80] has the key 'Hostip'; known are HostIp and HostPort"),
    ],
)
def test_what_cannot_be_published_is_refused(given: Any, says: str) -> None:
    with pytest.raises(InvalidArgument) as caught:
        published_ports(given)
    assert says in caught.value.message


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ([80], "ports must be a mapping such as {'80/tcp': 8080}, not list: [80]"),
        ({(80, "udp"): 1}, "ports has the key (80, 'udp'); a port of the container is written 80 or '80/udp'"),
        ({True: 1}, "ports has the key True"),
        ({80: True}, "ports[80] must be a port, (address, port), a mapping, a list of these, or None, not True"),
        ({80: 1.5}, "ports[80] must be a port"),
        ({80: (1, 2)}, "ports[80] has an address that is no str: 1"),
    ],
)
def test_what_is_of_another_type_is_refused(given: Any, says: str) -> None:
    with pytest.raises(TypeError) as caught:
        published_ports(given)
    assert says in str(caught.value)


@pytest.mark.parametrize(("given", "taken"), [(80, "80"), ("80", "80"), ("53/UDP", "53/udp"), (65535, "65535")])
def test_one_port(given: int | str, taken: str) -> None:
    assert published_port("private_port", given) == taken


@pytest.mark.parametrize("given", ["x", "", 0, "0/tcp", 99999, "80-81", "80/", "80/http", None, True, 1.5])
def test_no_port(given: Any) -> None:
    with pytest.raises(InvalidArgument, match=r"^private_port "):
        published_port("private_port", given)
