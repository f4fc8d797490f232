# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``NetworkSummary``."""

from typing import Annotated

from pydantic import Field

from .endpoint_resource import EndpointResource
from .network import Network


class NetworkSummary(Network):
    """A network as the list gives it."""

    containers: Annotated[dict[str, EndpointResource] | None, Field(alias="Containers")] = None
    """Always empty in a list; inspecting the network tells its containers. Until API 1.51."""
