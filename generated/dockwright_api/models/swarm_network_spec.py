# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``SwarmNetworkSpec``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .config_reference import ConfigReference
from .swarm_ipam import SwarmIPAM
from .swarm_network_driver import SwarmNetworkDriver


class SwarmNetworkSpec(Model):
    """What was asked of a network of the swarm."""

    name: Annotated[str | None, Field(alias="Name")] = None
    """Name of the network."""
    labels: Annotated[dict[str, str] | None, Field(alias="Labels")] = None
    """Labels of the network."""
    driver_configuration: Annotated[SwarmNetworkDriver | None, Field(alias="DriverConfiguration")] = None
    """Driver of the network."""
    ipv6_enabled: Annotated[bool | None, Field(alias="IPv6Enabled")] = None
    """Whether containers get IPv6 addresses; absent for no."""
    internal: Annotated[bool | None, Field(alias="Internal")] = None
    """Whether the network has no way to the outside; absent for no."""
    attachable: Annotated[bool | None, Field(alias="Attachable")] = None
    """Whether containers that belong to no service may join it; absent for no."""
    ingress: Annotated[bool | None, Field(alias="Ingress")] = None
    """Whether it is the network of the routing mesh, through which published ports of services are reached; absent for
    no."""
    ipam_options: Annotated[SwarmIPAM | None, Field(alias="IPAMOptions")] = None
    """Addresses that were asked for."""
    config_from: Annotated[ConfigReference | None, Field(alias="ConfigFrom")] = None
    """Configuration-only network from which each node takes its settings."""
    scope: Annotated[str | None, Field(alias="Scope")] = None
    """Where the network exists; `swarm` for the whole swarm."""
