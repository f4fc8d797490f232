# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``IPAMConfig``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class IPAMConfig(Model):
    """A subnet of a network. Addresses outside of the subnet are an error."""

    subnet: Annotated[str | None, Field(alias="Subnet")] = None
    """The subnet in CIDR notation, such as `172.20.0.0/16`, with no bits set for the host."""
    ip_range: Annotated[str | None, Field(alias="IPRange")] = None
    """Part of the subnet to give out addresses from, in CIDR notation; the whole subnet by default."""
    gateway: Annotated[str | None, Field(alias="Gateway")] = None
    """Address of the gateway in the subnet; the driver chooses one by default."""
    auxiliary_addresses: Annotated[dict[str, str] | None, Field(alias="AuxiliaryAddresses")] = None
    """Addresses in the subnet that containers must not get, each under a name of one's choice."""
