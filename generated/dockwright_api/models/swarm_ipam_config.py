# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``SwarmIPAMConfig``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class SwarmIPAMConfig(Model):
    """A subnet of a network of the swarm."""

    subnet: Annotated[str | None, Field(alias="Subnet")] = None
    """The subnet in CIDR notation."""
    range: Annotated[str | None, Field(alias="Range")] = None
    """Part of the subnet to give out addresses from, in CIDR notation; absent for the whole subnet."""
    gateway: Annotated[str | None, Field(alias="Gateway")] = None
    """Address of the gateway in the subnet."""
