"""Published ports in the docker command's text: ``[[address:]port:]port[/protocol]``, with ranges of ports."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ...errors import InvalidArgument

if TYPE_CHECKING:
    from collections.abc import Iterable

_RANGE = r"\d+(?:-\d+)?"
_SPEC = re.compile(
    rf"(?:(?:(?P<host>[^:\[\]/]*|\[[0-9A-Fa-f:.]*\]):)?(?P<outer>(?:{_RANGE})?):)?(?P<inner>{_RANGE})(?P<protocol>/(?:tcp|udp|sctp))?"
)
_FORM = "[[address:]port[-port]:]port[-port][/protocol]"


def split_port(port: str | int) -> tuple[list[str], list[Any] | None]:
    """Read one such text: the ports of the container, and where each is published; None where nowhere is said.

    A place is a port of the host, ``(address, port)``, or None for any free port.
    """
    match = _SPEC.fullmatch(str(port))
    if match is None:
        raise InvalidArgument(f"a published port is written {_FORM}, not {port!r}")
    host, outer, protocol = (match["host"] or "").strip("[]"), match["outer"], match["protocol"] or ""
    inner = [f"{number}{protocol}" for number in _range(port, match["inner"])]
    if outer is None:
        return inner, None
    places: list[str | None] = [str(number) for number in _range(port, outer)] if outer else [None] * len(inner)
    if len(inner) == 1 and len(places) > 1:
        # One port at any free one of a range.
        places = [outer]
    if len(inner) != len(places):
        raise InvalidArgument(f"{port!r} has ranges of different length; write as many ports of the host")
    return inner, [(host, place) for place in places] if host else list(places)


def build_port_bindings(ports: Iterable[str | int]) -> dict[str, list[Any]]:
    """Read several such texts as the option ``ports`` of a container."""
    bindings: dict[str, list[Any]] = {}
    for port in ports:
        inner, places = split_port(port)
        for each, place in zip(inner, places or [None] * len(inner), strict=True):
            bindings.setdefault(each, []).append(place)
    return bindings


def _range(given: object, text: str) -> range:
    first, _, last = text.partition("-")
    if int(last or first) < int(first):
        raise InvalidArgument(f"{given!r} has a range that ends before it begins")
    return range(int(first), int(last or first) + 1)
