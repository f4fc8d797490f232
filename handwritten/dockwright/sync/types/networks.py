"""``docker.types.networks``: how networks give out addresses, and how a container is connected to one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...options.endpoints import endpoint_settings
from ...options.networks import ipam, ipam_pool
from .base import given

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ...options.networks import Links


class EndpointConfig(dict[str, Any]):
    """The connection of a container to a network. ``version`` has no effect: the client knows what it speaks."""

    def __init__(
        self,
        version: str | None,
        aliases: Sequence[str] | None = None,
        links: Links | None = None,
        ipv4_address: str | None = None,
        ipv6_address: str | None = None,
        link_local_ips: Sequence[str] | None = None,
        driver_opt: Mapping[str, str] | None = None,
        mac_address: str | None = None,
        *,
        gw_priority: int | None = None,
    ) -> None:
        fields = given(
            aliases=aliases or None,
            links=links or None,
            ipv4_address=ipv4_address or None,
            ipv6_address=ipv6_address or None,
            link_local_ips=link_local_ips,
            driver_opt=driver_opt or None,
            mac_address=mac_address or None,
            gw_priority=gw_priority,
        )
        super().__init__(endpoint_settings("EndpointConfig", fields))


class NetworkingConfig(dict[str, Any]):
    """The connections of a new container, by the names of the networks."""

    def __init__(self, endpoints_config: Mapping[str, Mapping[str, Any] | None] | None = None) -> None:
        super().__init__()
        if endpoints_config:
            self["EndpointsConfig"] = {
                name: endpoint_settings(f"endpoints_config[{name!r}]", settings or {})
                for name, settings in endpoints_config.items()
            }


class IPAMPool(dict[str, Any]):
    """A range of addresses: ``IPAMPool(subnet="172.28.0.0/16", gateway="172.28.0.1")``."""

    def __init__(
        self,
        subnet: str | None = None,
        iprange: str | None = None,
        gateway: str | None = None,
        aux_addresses: Mapping[str, str] | None = None,
    ) -> None:
        fields = given(subnet=subnet, iprange=iprange, gateway=gateway, aux_addresses=aux_addresses)
        super().__init__(ipam_pool(fields))


class IPAMConfig(dict[str, Any]):
    """How a network gives out addresses: the driver, and its ranges."""

    def __init__(
        self,
        driver: str = "default",
        pool_configs: Sequence[Mapping[str, Any]] | None = None,
        options: Mapping[str, str] | None = None,
    ) -> None:
        fields = given(driver=driver, pool_configs=pool_configs or [], options=options or None)
        super().__init__(ipam("IPAMConfig", fields))
