# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ServiceInfo``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .network_task_info import NetworkTaskInfo


class ServiceInfo(Model):
    """A service on a network of the swarm."""

    vip: Annotated[str | None, Field(alias="VIP")] = None
    """Virtual address of the service on the network; empty without one."""
    ports: Annotated[list[str] | None, Field(alias="Ports")] = None
    """Ports that the routing mesh publishes, as lines such as `Target: 80, Publish: 8080`."""
    local_lb_index: Annotated[int | None, Field(alias="LocalLBIndex")] = None
    """Mark by which this engine tells packets for the load balancer of the service; 0 without one."""
    tasks: Annotated[list[NetworkTaskInfo] | None, Field(alias="Tasks")] = None
    """Tasks of the service on the network."""
