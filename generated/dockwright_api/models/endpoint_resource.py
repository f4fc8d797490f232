# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``EndpointResource``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class EndpointResource(Model):
    """The connection of one container to a network."""

    name: Annotated[str, Field(alias="Name")]
    """Name of the container, or of what else is connected."""
    endpoint_id: Annotated[str, Field(alias="EndpointID")]
    """Id of the connection."""
    mac_address: Annotated[str, Field(alias="MacAddress")]
    """MAC address of the interface; empty without one."""
    ipv4_address: Annotated[str, Field(alias="IPv4Address")]
    """Address with prefix length, such as `172.18.0.2/16`; empty without one."""
    ipv6_address: Annotated[str, Field(alias="IPv6Address")]
    """Address with prefix length, such as `fd00::2/64`; empty without one."""
