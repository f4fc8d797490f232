# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``EndpointSettings``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .endpoint_ipam_config import EndpointIPAMConfig


class EndpointSettings(Model):
    """The connection of a container to a network, as requested and as it is."""

    ipam_config: Annotated[EndpointIPAMConfig | None, Field(alias="IPAMConfig")] = None
    """Addresses that the container should have; the engine chooses by default."""
    links: Annotated[list[str] | None, Field(alias="Links")] = None
    """Other containers on the network and a further name for each under which this container reaches it, as
    `container:name`."""
    mac_address: Annotated[str | None, Field(alias="MacAddress")] = None
    """MAC address of the interface, as requested and, while the container runs, as it is. The engine chooses by
    default. In requests since API 1.44. In replies always."""
    aliases: Annotated[list[str] | None, Field(alias="Aliases")] = None
    """Further names under which other containers on the network find this one. On Linux only for networks that users
    have created."""
    driver_opts: Annotated[dict[str, str] | None, Field(alias="DriverOpts")] = None
    """Options of the driver for this connection, such as `com.docker.network.endpoint.sysctls`. Since API 1.32."""
    gw_priority: Annotated[int | None, Field(alias="GwPriority")] = None
    """Rank of the network for the default gateway, which comes from the network with the greatest number; 0 by default,
    and negative numbers are valid. Among equals the first by name wins. Since API 1.48."""
    network_id: Annotated[str | None, Field(alias="NetworkID")] = None
    """Id of the network."""
    endpoint_id: Annotated[str | None, Field(alias="EndpointID")] = None
    """Id of the connection; empty while the container does not run."""
    gateway: Annotated[str | None, Field(alias="Gateway")] = None
    """IPv4 gateway of the network for this container."""
    ip_address: Annotated[str | None, Field(alias="IPAddress")] = None
    """IPv4 address of the container; empty while it does not run."""
    ip_prefix_len: Annotated[int | None, Field(alias="IPPrefixLen")] = None
    """Prefix length of the IPv4 address."""
    ipv6_gateway: Annotated[str | None, Field(alias="IPv6Gateway")] = None
    """IPv6 gateway of the network for this container."""
    global_ipv6_address: Annotated[str | None, Field(alias="GlobalIPv6Address")] = None
    """IPv6 address of the container; empty without one."""
    global_ipv6_prefix_len: Annotated[int | None, Field(alias="GlobalIPv6PrefixLen")] = None
    """Prefix length of the IPv6 address."""
    dns_names: Annotated[list[str] | None, Field(alias="DNSNames")] = None
    """All names under which containers on a network that users have created find this one: its name, aliases, short id
    and host name. The engine sets them. Since API 1.44."""
