# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``SwarmInitRequest``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .swarm_spec import SwarmSpec


class SwarmInitRequest(Model):
    """A swarm to start, and how its first manager is reached."""

    listen_addr: Annotated[str | None, Field(alias="ListenAddr")] = None
    """Where the engine listens for other nodes: an address or interface of its host, with a port unless it is 2377,
    such as `0.0.0.0:2377`. Empty is an error."""
    advertise_addr: Annotated[str | None, Field(alias="AdvertiseAddr")] = None
    """Where other nodes reach the engine: an address or interface, with a port unless it is that of `ListenAddr`. If
    empty, the engine takes its configured one, or the only address of its host; several are an error."""
    data_path_addr: Annotated[str | None, Field(alias="DataPathAddr")] = None
    """Address or interface for the traffic between containers on different nodes; that of `AdvertiseAddr` by default.
    Since API 1.30."""
    data_path_port: Annotated[int | None, Field(alias="DataPathPort")] = None
    """UDP port for the traffic between containers on different nodes, from 1024 to 49151; 0 for 4789. Since API
    1.40."""
    default_addr_pool: Annotated[list[str] | None, Field(alias="DefaultAddrPool")] = None
    """Address pools from which the subnets of the swarm's networks are cut, in CIDR notation; `10.0.0.0/8` by default.
    Since API 1.39."""
    force_new_cluster: Annotated[bool | None, Field(alias="ForceNewCluster")] = None
    """Make a new swarm, with this node as the only manager, from the state of the one that the engine is in. The engine
    must be a manager; this is the way out when most managers are lost."""
    subnet_size: Annotated[int | None, Field(alias="SubnetSize")] = None
    """Prefix length of the subnets that are cut from `DefaultAddrPool`, at most 29; 0 for 24. Since API 1.39."""
    spec: Annotated[SwarmSpec | None, Field(alias="Spec")] = None
    """Settings of the swarm; those that are zero, empty or absent get their defaults."""
