# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``NetworkAttachmentConfig``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class NetworkAttachmentConfig(Model):
    """A network that the tasks of a service are connected to."""

    target: Annotated[str | None, Field(alias="Target")] = None
    """Id or name of the network. It must belong to the swarm, or be one that every node has, such as `host`."""
    aliases: Annotated[list[str] | None, Field(alias="Aliases")] = None
    """Further names under which the service is found on the network."""
    driver_opts: Annotated[dict[str, str] | None, Field(alias="DriverOpts")] = None
    """Options of the driver for the connections. Since API 1.39."""
