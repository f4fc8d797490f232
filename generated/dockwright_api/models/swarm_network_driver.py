# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``SwarmNetworkDriver``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class SwarmNetworkDriver(Model):
    """The driver of a network of the swarm, or of its addresses."""

    name: Annotated[str | None, Field(alias="Name")] = None
    """Name of the driver."""
    options: Annotated[dict[str, str] | None, Field(alias="Options")] = None
    """Options of the driver."""
