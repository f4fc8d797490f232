# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``EndpointIPAMConfig``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class EndpointIPAMConfig(Model):
    """Addresses that a container should have on a network. The network must have been created with a subnet, and they
    must lie in it."""

    ipv4_address: Annotated[str | None, Field(alias="IPv4Address")] = None
    """The IPv4 address."""
    ipv6_address: Annotated[str | None, Field(alias="IPv6Address")] = None
    """The IPv6 address."""
    link_local_ips: Annotated[list[str] | None, Field(alias="LinkLocalIPs")] = None
    """Link-local addresses for the interface, beside the others."""
