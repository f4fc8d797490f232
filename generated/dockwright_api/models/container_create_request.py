# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ContainerCreateRequest``."""

from typing import Annotated

from pydantic import Field

from .container_config import ContainerConfig
from .host_config import HostConfig
from .networking_config import NetworkingConfig


class ContainerCreateRequest(ContainerConfig):
    """A container to create: what it runs, and how it is tied to the host and to networks."""

    host_config: Annotated[HostConfig | None, Field(alias="HostConfig")] = None
    """Limits, mounts, ports, namespaces and rights."""
    networking_config: Annotated[NetworkingConfig | None, Field(alias="NetworkingConfig")] = None
    """Networks to connect it to, besides `NetworkMode` of the `HostConfig`."""
