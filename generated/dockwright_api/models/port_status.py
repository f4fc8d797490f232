# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``PortStatus``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .endpoint_port_config import EndpointPortConfig


class PortStatus(Model):
    """Ports that a task has on its node. Since API 1.44."""

    ports: Annotated[list[EndpointPortConfig] | None, Field(alias="Ports")] = None
    """Ports published in the mode `host`, with the numbers that were chosen. Since API 1.44."""
