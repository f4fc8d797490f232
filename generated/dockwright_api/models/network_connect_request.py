# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``NetworkConnectRequest``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .endpoint_settings import EndpointSettings


class NetworkConnectRequest(Model):
    """Which container to connect, and how."""

    container: Annotated[str, Field(alias="Container")]
    """Id or name of the container, or a unique prefix of its id."""
    endpoint_config: Annotated[EndpointSettings | None, Field(alias="EndpointConfig")] = None
    """Addresses, names and options of the container on the network; the engine chooses by default."""
