# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ServiceEndpoint``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .endpoint_port_config import EndpointPortConfig
from .endpoint_spec import EndpointSpec
from .service_endpoint_virtual_ip import ServiceEndpointVirtualIP


class ServiceEndpoint(Model):
    """How a service is reached at present."""

    spec: Annotated[EndpointSpec | None, Field(alias="Spec")] = None
    """Settings that the endpoint follows."""
    ports: Annotated[list[EndpointPortConfig] | None, Field(alias="Ports")] = None
    """Ports that are published, with numbers that the swarm has chosen where none was given."""
    virtual_ips: Annotated[list[ServiceEndpointVirtualIP] | None, Field(alias="VirtualIPs")] = None
    """Virtual addresses of the service, one for each network; none with `dnsrr`."""
