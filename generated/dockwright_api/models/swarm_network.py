# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``SwarmNetwork``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .object_version import ObjectVersion
from .swarm_ipam import SwarmIPAM
from .swarm_network_driver import SwarmNetworkDriver
from .swarm_network_spec import SwarmNetworkSpec


class SwarmNetwork(Model):
    """A network of the swarm, as the managers keep it."""

    id: Annotated[str | None, Field(alias="ID")] = None
    """Id of the network."""
    version: Annotated[ObjectVersion | None, Field(alias="Version")] = None
    """Version of the network, whose `Index` grows with every change."""
    created_at: Annotated[str | None, Field(alias="CreatedAt")] = None
    """When the network was created."""
    updated_at: Annotated[str | None, Field(alias="UpdatedAt")] = None
    """When the network last changed."""
    spec: Annotated[SwarmNetworkSpec | None, Field(alias="Spec")] = None
    """What was asked for."""
    driver_state: Annotated[SwarmNetworkDriver | None, Field(alias="DriverState")] = None
    """Driver of the network, with the options that it was given in the end."""
    ipam_options: Annotated[SwarmIPAM | None, Field(alias="IPAMOptions")] = None
    """Addresses that the swarm has chosen for the network."""
