# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``EndpointSpec``."""

from typing import Annotated, Literal

from pydantic import Field

from ..base import Model
from .endpoint_port_config import EndpointPortConfig


class EndpointSpec(Model):
    """How a service is found in its networks, and which ports it publishes."""

    mode: Annotated[Literal["vip", "dnsrr"] | str | None, Field(alias="Mode")] = None
    """What the name of the service resolves to in its networks: one virtual address in front of all tasks (`vip`, the
    default), or the addresses of the tasks (`dnsrr`)."""
    ports: Annotated[list[EndpointPortConfig] | None, Field(alias="Ports")] = None
    """Ports to publish. One that another service has in the routing mesh is refused; with `dnsrr` they must be
    published in the mode `host`."""
