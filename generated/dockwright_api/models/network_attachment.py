# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``NetworkAttachment``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .swarm_network import SwarmNetwork


class NetworkAttachment(Model):
    """Connection of a task to a network."""

    network: Annotated[SwarmNetwork | None, Field(alias="Network")] = None
    """The network."""
    addresses: Annotated[list[str] | None, Field(alias="Addresses")] = None
    """Addresses of the task in the network, each with its prefix length, such as `10.0.1.5/24`."""
