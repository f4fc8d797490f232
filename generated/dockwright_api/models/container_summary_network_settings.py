# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ContainerSummaryNetworkSettings``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .endpoint_settings import EndpointSettings


class ContainerSummaryNetworkSettings(Model):
    """The networks that a container is connected to."""

    networks: Annotated[dict[str, EndpointSettings], Field(alias="Networks")]
    """Networks that the container is connected to, by name."""
