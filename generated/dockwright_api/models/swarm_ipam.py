# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``SwarmIPAM``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .swarm_ipam_config import SwarmIPAMConfig
from .swarm_network_driver import SwarmNetworkDriver


class SwarmIPAM(Model):
    """How a network of the swarm gives out addresses."""

    driver: Annotated[SwarmNetworkDriver | None, Field(alias="Driver")] = None
    """Driver that gives out addresses."""
    configs: Annotated[list[SwarmIPAMConfig] | None, Field(alias="Configs")] = None
    """Subnets of the network."""
