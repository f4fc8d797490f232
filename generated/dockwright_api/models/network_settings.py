# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``NetworkSettings``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .address import Address
from .endpoint_settings import EndpointSettings
from .port_binding import PortBinding


class NetworkSettings(Model):
    """How a container is connected at the moment."""

    sandbox_id: Annotated[str, Field(alias="SandboxID")]
    """Id of the container's network sandbox. Empty if it has none, as when it is stopped."""
    sandbox_key: Annotated[str, Field(alias="SandboxKey")]
    """Path of the network namespace on the host. Empty if there is none."""
    ports: Annotated[dict[str, list[PortBinding]], Field(alias="Ports")]
    """Ports of the container, and where they are published."""
    networks: Annotated[dict[str, EndpointSettings], Field(alias="Networks")]
    """The container's networks, by name."""
    bridge: Annotated[str | None, Field(alias="Bridge")] = None
    """Bridge of the default network, if the engine was given one with `--bridge`; empty otherwise. Until API 1.51."""
    hairpin_mode: Annotated[bool | None, Field(alias="HairpinMode")] = None
    """Whether hairpin mode is on for the interface of the container. Until API 1.51."""
    link_local_ipv6_address: Annotated[str | None, Field(alias="LinkLocalIPv6Address")] = None
    """Link-local IPv6 address of the container; empty without one. Until API 1.51."""
    link_local_ipv6_prefix_len: Annotated[int | None, Field(alias="LinkLocalIPv6PrefixLen")] = None
    """Prefix length of `LinkLocalIPv6Address`. Until API 1.51."""
    secondary_ip_addresses: Annotated[list[Address] | None, Field(alias="SecondaryIPAddresses")] = None
    """Further IPv4 addresses of the container; null if there are none. Until API 1.51."""
    secondary_ipv6_addresses: Annotated[list[Address] | None, Field(alias="SecondaryIPv6Addresses")] = None
    """Further IPv6 addresses of the container; null if there are none. Until API 1.51."""
    endpoint_id: Annotated[str | None, Field(alias="EndpointID")] = None
    """Id of the connection to the default network; empty without one. `Networks` has it for every network. Until API
    1.51."""
    gateway: Annotated[str | None, Field(alias="Gateway")] = None
    """IPv4 gateway of the default network; empty without a connection to it. `Networks` has it for every network. Until
    API 1.51."""
    global_ipv6_address: Annotated[str | None, Field(alias="GlobalIPv6Address")] = None
    """IPv6 address on the default network; empty without one. `Networks` has it for every network. Until API 1.51."""
    global_ipv6_prefix_len: Annotated[int | None, Field(alias="GlobalIPv6PrefixLen")] = None
    """Prefix length of the IPv6 address on the default network. Until API 1.51."""
    ip_address: Annotated[str | None, Field(alias="IPAddress")] = None
    """IPv4 address on the default network; empty without one. `Networks` has it for every network. Until API 1.51."""
    ip_prefix_len: Annotated[int | None, Field(alias="IPPrefixLen")] = None
    """Prefix length of the IPv4 address on the default network. Until API 1.51."""
    ipv6_gateway: Annotated[str | None, Field(alias="IPv6Gateway")] = None
    """IPv6 gateway of the default network; empty without one. `Networks` has it for every network. Until API 1.51."""
    mac_address: Annotated[str | None, Field(alias="MacAddress")] = None
    """MAC address on the default network; empty without one. `Networks` has it for every network. Until API 1.51."""
