"""Published ports as people write them.

A mapping from the container's port (``80``, ``"80/tcp"``, ``"53/udp"``) to where it is published: a port of the host,
None for any free one, ``(address, port)``, ``(address,)`` for any free port there, the Engine's own
``{"HostIp": ..., "HostPort": ...}``, or a list of such for several places.
"""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from ..errors import InvalidArgument, InvalidType

if TYPE_CHECKING:
    from dockwright_api import shapes

Place = int | str | tuple[str, int | str | None] | tuple[str | int] | Mapping[str, Any] | None
"""Where one port is published."""
# Keys are int or str. The key of a Mapping is invariant, so that a dict of either would be no Mapping of both, and of a
# union of Mappings type checkers cannot infer the type of a literal; the keys are checked when the program runs.
Ports = Mapping[Any, Place | Sequence[Place]]

_PROTOCOLS = ("tcp", "udp", "sctp")
_NUMBERS = re.compile(r"([0-9]{1,5})(?:-([0-9]{1,5}))?")
_LARGEST = 65535


class Published(NamedTuple):
    """The same in the Engine's terms: what is exposed, and where each of it is bound."""

    exposed: dict[str, dict[str, Any]]
    bindings: "dict[str, list[shapes.PortBindingParam] | None]"


def published_ports(ports: Ports) -> Published:
    """Translate the option ``ports``; raises ``InvalidArgument`` or ``TypeError``, which name the port."""
    if not isinstance(ports, Mapping):
        raise InvalidType(f"ports must be a mapping such as {{'80/tcp': 8080}}, not {type(ports).__name__}: {ports!r}")
    bindings: dict[str, list[shapes.PortBindingParam] | None] = {}
    for port, places in ports.items():
        where = f"ports[{port!r}]"
        each = cast("list[object]", places) if isinstance(places, list) else [places]
        bindings[container_port("ports", port)] = [_binding(where, place) for place in each]
    return Published({port: {} for port in bindings}, bindings)


def container_port(name: str, port: object) -> str:
    """Write a port of a container with its protocol, such as ``80/tcp``."""
    if isinstance(port, bool) or not isinstance(port, int | str):
        raise InvalidType(f"{name} has the key {port!r}; a port of the container is written 80 or '80/udp'")
    number, slash, protocol = str(port).partition("/")
    if slash and protocol.lower() not in _PROTOCOLS:
        raise InvalidArgument(f"{name} has the key {port!r}; the protocol must be one of {', '.join(_PROTOCOLS)}")
    return f"{_numbers(name, port, number)}/{protocol.lower() or 'tcp'}"


def published_port(name: str, port: object) -> str:
    """Take one port of a container, whose protocol may be left out."""
    if isinstance(port, bool) or not isinstance(port, int | str):
        raise InvalidType(f"{name} must be a port of the container, such as 80 or '53/udp', not {port!r}")
    number, slash, protocol = str(port).partition("/")
    if not (number.isascii() and number.isdecimal() and 0 < int(number) <= _LARGEST):
        raise InvalidArgument(f"{name} must be 1 to {_LARGEST}, with a protocol behind it if need be, not {port!r}")
    if slash and protocol.lower() not in _PROTOCOLS:
        raise InvalidArgument(f"{name} is {port!r}; the protocol must be one of {', '.join(_PROTOCOLS)}")
    return f"{number}{slash}{protocol.lower()}"


def _binding(where: str, place: object) -> "shapes.PortBindingParam":
    if isinstance(place, Mapping):
        fields = dict(cast("Mapping[str, object]", place))
        if unknown := fields.keys() - {"HostIp", "HostPort"}:
            raise InvalidArgument(f"{where} has the key {min(unknown, key=str)!r}; known are HostIp and HostPort")
        if "HostPort" not in fields:
            raise InvalidArgument(f"{where} needs a HostPort: {fields!r}")
        return _bound(where, fields.get("HostIp"), fields["HostPort"])
    if not isinstance(place, tuple):
        return _bound(where, None, place)
    parts = cast("tuple[object, ...]", place)
    if len(parts) == 2:
        return _bound(where, parts[0], parts[1])
    if len(parts) == 1:
        return _bound(where, parts[0], None) if isinstance(parts[0], str) else _bound(where, None, parts[0])
    raise InvalidArgument(f"{where} must be (address, port), (address,) or (port,), not {place!r}")


def _bound(where: str, address: object, port: object) -> "shapes.PortBindingParam":
    if not isinstance(address, str | None):
        raise InvalidType(f"{where} has an address that is no str: {address!r}")
    if isinstance(port, bool) or not isinstance(port, int | str | None):
        raise InvalidType(f"{where} must be a port, (address, port), a mapping, a list of these, or None, not {port!r}")
    number = "" if port is None or port == "" else _numbers(where, port, str(port))
    return {"HostIp": address or "", "HostPort": number}


def _numbers(where: str, given: object, text: str) -> str:
    match = _NUMBERS.fullmatch(text)
    if match is None or int(match[1]) > int(match[2] or match[1]) or int(match[2] or match[1]) > _LARGEST:
        raise InvalidArgument(
            f"{where}: {given!r} is no port; ports are 0 to {_LARGEST}, or a range such as '8000-8010'"
        )
    return text
