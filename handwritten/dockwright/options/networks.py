"""Networks, and the connections of containers to them, as people write them.

Every option stands in a table: where it goes in the Engine's JSON, and how its value is read. An option that is None
counts as not given. What cannot be sent raises an error that names the option and shows the value. Facts of networks
that are made elsewhere too (links, addresses, settings of a connection) are read here for everybody.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypedDict, cast

from ..errors import InvalidArgument
from . import values
from .bodies import is_body, refuse_beside
from .records import Row, read_options, record, refuse_unknown

if TYPE_CHECKING:
    from dockwright_api import models, shapes
    from dockwright_api.encode import Filters

Links = Mapping[str, str | None] | Sequence[str | tuple[str, str]]


class NetworkOptions(TypedDict, total=False):
    """What a network is made with, beside its name."""

    driver: str | None
    """Such as ``bridge`` (the default), ``overlay`` or ``macvlan``, or a plugin."""
    options: Mapping[str, str | int] | None
    """Options of the driver, such as ``{"com.docker.network.driver.mtu": 1400}``."""
    ipam: "models.IPAM | shapes.IPAMParam | Mapping[str, Any] | None"
    """How addresses are given out, such as ``{"Config": [{"Subnet": "172.28.0.0/16", "Gateway": "172.28.0.1"}]}``."""
    check_duplicate: bool | None
    """Refuse a name in use; newer engines always do, older ones only with True."""
    internal: bool | None
    """Give the network no way to the outside."""
    labels: Mapping[str, str] | None
    enable_ipv6: bool | None
    attachable: bool | None
    """Let containers that belong to no service join a network of the swarm."""
    scope: str | None
    """``swarm`` makes a network of a driver that is local by nature known to the whole swarm."""
    ingress: bool | None
    """Make the network of the routing mesh, through which published ports of services are reached."""
    enable_ipv4: bool | None
    """Since API 1.47."""
    config_only: bool | None
    """Make only a configuration, which other networks take with ``config_from``."""
    config_from: str | None
    """The network that is the configuration of this one."""


class EndpointOptions(TypedDict, total=False):
    """How a container is connected to a network."""

    ipv4_address: str | None
    """An address in a subnet that the network was made with."""
    ipv6_address: str | None
    aliases: Sequence[str] | None
    """Further names under which other containers on the network find it."""
    links: Links | None
    """Names for other containers: ``{"container": "name"}``, or pairs, or ``container:name``."""
    link_local_ips: Sequence[str] | None
    driver_opt: Mapping[str, str | int] | None
    """Options of the driver for this connection."""
    mac_address: str | None
    """Noted by engines since API 1.44, and not given to the container, up to version 28 at least; ``mac_address`` of a
    new container serves for that."""
    gw_priority: int | None
    """The network with the greatest number gives the default gateway. Since API 1.48."""


def ipam(name: str, value: object) -> dict[str, Any]:
    """Take how addresses are given out, as a mapping or a model; what is None in there counts as not given."""
    return record(name, value, _IPAM, "{'Config': [{'Subnet': '172.28.0.0/16'}]}")


def ipam_pool(fields: Mapping[str, object]) -> dict[str, Any]:
    """Take a range of addresses by its options; errors name the option."""
    return {row.key: row.read(option, fields[option]) for option, row in _POOL.items() if option in fields}


def _pools(name: str, value: object) -> list[dict[str, Any]]:
    pools = values.several(name, "a sequence such as [{'Subnet': '172.28.0.0/16'}]", value)
    return [record(f"{name}[{index}]", pool, _POOL, "{'Subnet': '172.28.0.0/16'}") for index, pool in enumerate(pools)]


def _reserved(name: str, value: object) -> dict[str, str]:
    return {key: _address(f"{name}[{key!r}]", item) for key, item in values.text_map(name, value).items()}


def _reference(name: str, value: object) -> dict[str, Any]:
    if isinstance(value, str):
        return {"Network": value}
    return record(name, value, {"network": Row("Network", values.text)}, "{'Network': 'name'}")


def _subnet(name: str, value: object) -> str:
    import ipaddress

    text = str(value) if isinstance(value, ipaddress.IPv4Network | ipaddress.IPv6Network) else values.text(name, value)
    try:
        ipaddress.ip_network(text, strict=False)
    except ValueError:
        raise InvalidArgument(f"{name} must be a subnet such as '172.28.0.0/16', not {value!r}") from None
    if "/" not in text:
        raise InvalidArgument(f"{name} needs the length of its prefix, such as '172.28.0.0/16', not {value!r}")
    return text


def _address(name: str, value: object, version: int | None = None) -> str:
    import ipaddress

    is_address = isinstance(value, ipaddress.IPv4Address | ipaddress.IPv6Address)
    text = str(value) if is_address else values.text(name, value)
    found: int | None = None
    with suppress(ValueError):
        found = ipaddress.ip_address(text).version
    if found is None or version not in (None, found):
        kind = f"IPv{version}" if version else "IP"
        example = "fd00::2" if version == 6 else "172.28.0.2"
        raise InvalidArgument(f"{name} must be an {kind} address such as {example!r}, not {value!r}")
    return text


def ipv4_address(name: str, value: object) -> str:
    """Take an IPv4 address."""
    return _address(name, value, 4)


def ipv6_address(name: str, value: object) -> str:
    """Take an IPv6 address."""
    return _address(name, value, 6)


def _addresses(name: str, value: object) -> list[str]:
    return [_address(f"{name}[{index}]", item) for index, item in enumerate(values.texts(name, value))]


def links(name: str, value: object) -> list[str]:
    """Take a mapping from containers to names, or a sequence of pairs or of ``container[:name]``."""
    if isinstance(value, Mapping):
        given = cast("Mapping[object, object]", value)
        return sorted(_link(f"{name}[{key!r}]", (key, item)) for key, item in given.items())
    each = values.several(name, "a mapping such as {'container': 'name'}, or a sequence of pairs", value)
    return [_link(f"{name}[{index}]", item) for index, item in enumerate(each)]


def _link(name: str, value: object) -> str:
    if isinstance(value, str):
        if not value.partition(":")[0]:
            raise InvalidArgument(f"{name} must be 'container' or 'container:name', not {value!r}")
        return value
    pair = values.several(name, "'container:name', or a pair of both", value)
    if len(pair) != 2:
        raise values.refused(name, "'container:name', or a pair of both", pair)
    container = values.text(name, pair[0])
    alias = "" if pair[1] is None else values.text(name, pair[1])
    if not container:
        raise InvalidArgument(f"{name} has no container")
    return f"{container}:{alias}" if alias else container


_POOL = {
    "subnet": Row("Subnet", _subnet),
    "iprange": Row("IPRange", _subnet),
    "gateway": Row("Gateway", _address),
    "aux_addresses": Row("AuxiliaryAddresses", _reserved),
}
_IPAM = {
    "driver": Row("Driver", values.text),
    "pool_configs": Row("Config", _pools),
    "options": Row("Options", values.text_map),
}
NETWORK = {
    "driver": Row("Driver", values.text),
    "options": Row("Options", values.text_map),
    "ipam": Row("IPAM", ipam),
    "check_duplicate": Row("CheckDuplicate", values.flag),
    "internal": Row("Internal", values.flag),
    "labels": Row("Labels", values.labels),
    "enable_ipv6": Row("EnableIPv6", values.flag),
    "attachable": Row("Attachable", values.flag),
    "scope": Row("Scope", values.text),
    "ingress": Row("Ingress", values.flag),
    "enable_ipv4": Row("EnableIPv4", values.flag),
    "config_only": Row("ConfigOnly", values.flag),
    "config_from": Row("ConfigFrom", _reference),
}
"""The options of a new network."""
ADDRESSES = {
    "ipv4_address": Row("IPv4Address", ipv4_address),
    "ipv6_address": Row("IPv6Address", ipv6_address),
    "link_local_ips": Row("LinkLocalIPs", _addresses),
}
"""The options of a connection that are wanted addresses, which stand together in ``IPAMConfig``."""
ENDPOINT = {
    "aliases": Row("Aliases", values.texts),
    "links": Row("Links", links),
    "driver_opt": Row("DriverOpts", values.text_map),
    "mac_address": Row("MacAddress", values.text),
    "gw_priority": Row("GwPriority", values.whole),
}
"""The other options of a connection."""


_ALONE = {
    "config_from": ("config_only", "ipam", "options", "labels", "enable_ipv6"),
    "config_only": ("internal", "attachable", "ingress", "scope"),
}
_WHY = {
    "config_from": "the other network has addresses, options and labels, and this one takes them all",
    "config_only": "a configuration has only what is the driver's; give that to the network that takes it",
}


def network_config(
    name: str, options: NetworkOptions | None = None, *, caller: str = "create"
) -> "shapes.NetworkCreateRequest":
    """Translate options into the request for a network.

    ``caller`` is named in the error for an unknown option, a ``TypeError``; what is wrong in itself raises
    ``InvalidArgument``.
    """
    refuse_unknown(caller, options or (), NETWORK)
    if not values.text("name", name):
        raise InvalidArgument("name must not be empty: every network has one")
    given = {key: value for key, value in (options or {}).items() if value is not None}
    for decisive, others in _ALONE.items():
        beside = [key for key in others if given.get(key)]
        if given.get(decisive) and beside:
            raise InvalidArgument(f"{decisive} and {beside[0]} cannot be combined: {_WHY[decisive]}")
    return cast("shapes.NetworkCreateRequest", {"Name": name, **read_options(given, NETWORK)})


def created_network(
    config: "models.NetworkCreateRequest | shapes.NetworkCreateRequest | Mapping[str, Any] | str",
    options: NetworkOptions,
) -> "models.NetworkCreateRequest | shapes.NetworkCreateRequest":
    """Take a network as the Engine's own JSON or a model of it, or as its name with options."""
    if isinstance(config, str):
        return network_config(config, options)
    refuse_beside("config", config, options)
    return cast("shapes.NetworkCreateRequest", config)


def endpoint_config(
    options: EndpointOptions | None = None, *, caller: str = "connect"
) -> "shapes.EndpointSettingsParam | None":
    """Translate options into the settings of a connection; None where there are none."""
    refuse_unknown(caller, options or (), [*ADDRESSES, *ENDPOINT])
    given = {key: value for key, value in (options or {}).items() if value is not None}
    settings = read_options(given, ENDPOINT)
    if addresses := read_options(given, ADDRESSES):
        settings["IPAMConfig"] = addresses
    return cast("shapes.EndpointSettingsParam", settings) if settings else None


def connection(
    container: "models.NetworkConnectRequest | shapes.NetworkConnectRequest | Mapping[str, Any] | str | object",
    options: EndpointOptions | None = None,
    *,
    name: str = "container",
) -> "models.NetworkConnectRequest | shapes.NetworkConnectRequest":
    """Take a connection as the Engine's own JSON or a model of it, or as a container (or its name) with options.

    ``name`` is what errors call it.
    """
    if is_body(container):
        refuse_beside("config", container, options)
        return cast("shapes.NetworkConnectRequest", container)
    request: shapes.NetworkConnectRequest = {"Container": container_id(container, name)}
    if (settings := endpoint_config(options)) is not None:
        request["EndpointConfig"] = settings
    return request


def disconnection(
    container: "models.NetworkDisconnectRequest | shapes.NetworkDisconnectRequest | Mapping[str, Any] | str | object",
    *,
    force: bool | None = None,
    name: str = "container",
) -> "models.NetworkDisconnectRequest | shapes.NetworkDisconnectRequest":
    """Take a disconnection as the Engine's own JSON or a model of it, or as a container (or its name)."""
    if is_body(container):
        refuse_beside("config", container, {"force": force} if force else None)
        return cast("shapes.NetworkDisconnectRequest", container)
    request: shapes.NetworkDisconnectRequest = {"Container": container_id(container, name)}
    if force:
        request["Force"] = values.flag("force", force)
    return request


def container_id(container: object, name: str = "container") -> str:
    """Give the id of a container, which may be an object of a face, or its name."""
    identifier = container if isinstance(container, str) else getattr(container, "id", None)
    if not isinstance(identifier, str):
        raise values.refused(name, "a container, or its id or name as a str", container)
    if not identifier.strip():
        raise InvalidArgument(f"{name} must not be empty: give the id or name of a container")
    return identifier


def known_of_network(body: object, identifier: str) -> dict[str, Any]:
    """Give what is known of a network that was just made: its id, and what was asked for."""
    # A model is not taken apart: that would cost more than what it tells.
    asked = cast("Mapping[str, Any]", body) if isinstance(body, Mapping) else {"Name": getattr(body, "name", None)}
    known = {key: asked.get(key) for key in ("Name", "Driver", "Labels")}
    return {key: value for key, value in known.items() if value} | {"Id": identifier}


def listed(
    filters: "Filters | None", *, names: Sequence[str] | None = None, ids: Sequence[str] | None = None
) -> "Filters | None":
    """Add names and ids to the filters of a list, which are left as they are."""
    given = dict(filters or {})
    for name, key, wanted in (("names", "name", names), ("ids", "id", ids)):
        if wanted:
            # One alone is accepted too, as docker's own filters are.
            given[key] = wanted if isinstance(wanted, str) else values.texts(name, wanted)
    return given or None
