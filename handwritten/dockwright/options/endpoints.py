"""The connection of a new container to its network."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from ..errors import InvalidArgument
from . import values
from .networks import ADDRESSES, ENDPOINT
from .records import Row, Rows, fields_of, record

if TYPE_CHECKING:
    from dockwright_api import models, shapes

Endpoint: TypeAlias = "shapes.EndpointSettingsParam | models.EndpointSettings | Mapping[str, Any]"
"""``{"aliases": [...], "ipv4_address": ...}`` as for ``connect``, or the Engine's own keys."""
NetworkingConfig: TypeAlias = "Mapping[str, Endpoint | None] | shapes.NetworkingConfig | models.NetworkingConfig"

# Names of networks that are modes too; these have no settings of a connection.
_MODES = ("", "default", "bridge", "host", "none")
_EXAMPLE = "{'aliases': ['db']}"


def _as_it_is(_: str, value: Any) -> Any:
    return value


# What the engine tells of a connection, so that an inspection can be given back; it is not heeded.
_TOLD = (
    "NetworkID",
    "EndpointID",
    "Gateway",
    "IPAddress",
    "IPPrefixLen",
    "IPv6Gateway",
    "GlobalIPv6Address",
    "GlobalIPv6PrefixLen",
    "DNSNames",
)


def _wanted_addresses(name: str, value: object) -> dict[str, Any]:
    return record(name, value, ADDRESSES, "{'IPv4Address': '172.28.0.9'}")


_SETTINGS: Rows = {
    **ENDPOINT,
    **ADDRESSES,
    "IPAMConfig": Row("IPAMConfig", _wanted_addresses),
    **{key: Row(key, _as_it_is) for key in _TOLD},
}


def endpoint_settings(name: str, value: object) -> dict[str, Any]:
    """Take the settings of a connection, as the mapping or model that they are, or with the names of ``connect``."""
    found = record(name, value, _SETTINGS, _EXAMPLE)
    addresses = {row.key: found.pop(row.key) for row in ADDRESSES.values() if row.key in found}
    if addresses:
        if "IPAMConfig" in found:
            raise InvalidArgument(f"{name} has addresses in IPAMConfig and beside it; give them in one place")
        found["IPAMConfig"] = addresses
    return found


def spread_network(given: Mapping[str, Any], body: dict[str, Any], host: dict[str, Any]) -> None:
    """Put ``network``, ``networking_config`` and ``mac_address`` where they belong in a new container."""
    if "network" in given and "network_mode" in given:
        raise InvalidArgument("network and network_mode cannot be combined; give one of them")
    mode = values.text("network", given["network"]) if "network" in given else given.get("network_mode", "")
    if "mac_address" in given and _is_shared(mode):
        raise InvalidArgument(f"mac_address cannot be set with the network {mode!r}; leave one of the two out")
    if "network" in given:
        host["NetworkMode"] = mode
    if given.get("networking_config"):
        body["NetworkingConfig"] = {"EndpointsConfig": _endpoints(given, mode)}
    elif "network" in given and mode not in _MODES and not mode.startswith("container:"):
        body["NetworkingConfig"] = {"EndpointsConfig": {mode: {}}}


def _is_shared(mode: str) -> bool:
    return mode in ("host", "none") or mode.startswith("container:")


def _endpoints(given: Mapping[str, Any], network: str) -> dict[str, Any]:
    config = fields_of("networking_config", given["networking_config"], "{'mynet': {'aliases': ['db']}}")
    if config.keys() == {"EndpointsConfig"}:
        config = fields_of("networking_config['EndpointsConfig']", config["EndpointsConfig"], "{'mynet': {}}")
    names = ", ".join(repr(name) for name in config)
    if "network" not in given:
        beside = ", instead of network_mode" if "network_mode" in given else ""
        raise InvalidArgument(f"networking_config needs the network too; give network={names or '...'}{beside}")
    if network not in config:
        raise InvalidArgument(f"networking_config is for {names or 'no network'}, and the network is {network!r}")
    return {
        values.text("the keys of networking_config", name): {}
        if settings is None
        else endpoint_settings(f"networking_config[{name!r}]", settings)
        for name, settings in cast("Mapping[Any, object]", config).items()
    }
