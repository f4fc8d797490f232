# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``NetworkTaskInfo``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class NetworkTaskInfo(Model):
    """A task of a service on a network of the swarm."""

    name: Annotated[str | None, Field(alias="Name")] = None
    """Name of the task."""
    endpoint_id: Annotated[str | None, Field(alias="EndpointID")] = None
    """Id of the task's connection to the network."""
    endpoint_ip: Annotated[str | None, Field(alias="EndpointIP")] = None
    """Address of the task on the network."""
    info: Annotated[dict[str, str] | None, Field(alias="Info")] = None
    """What the driver tells about it, such as the address of its node under `Host IP`."""
