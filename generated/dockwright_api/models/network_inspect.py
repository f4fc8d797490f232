# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``NetworkInspect``."""

from typing import Annotated

from pydantic import Field

from .endpoint_resource import EndpointResource
from .network import Network
from .network_status import NetworkStatus
from .service_info import ServiceInfo


class NetworkInspect(Network):
    """A network with what is connected to it."""

    containers: Annotated[dict[str, EndpointResource], Field(alias="Containers")]
    """Connections of containers on this engine, by the id of the container, or by `ep-` and the id of the endpoint
    where no container belongs to it. Stopped containers have none."""
    services: Annotated[dict[str, ServiceInfo] | None, Field(alias="Services")] = None
    """Services on a swarm network by name, as this engine knows them; only when asked for with `verbose`. Since API
    1.52."""
    status: Annotated[NetworkStatus | None, Field(alias="Status")] = None
    """How full the network is. Since API 1.52."""
