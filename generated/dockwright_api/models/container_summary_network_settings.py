# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ContainerSummaryNetworkSettings``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .endpoint_settings import EndpointSettings


class ContainerSummaryNetworkSettings(Model):
    """The networks of a container, in short."""

    networks: Annotated[dict[str, EndpointSettings], Field(alias="Networks")]
    """The container's networks, by name."""
