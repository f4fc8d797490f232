# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``NetworkingConfig``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .endpoint_settings import EndpointSettings


class NetworkingConfig(Model):
    """The networks that a new container is connected to."""

    endpoints_config: Annotated[dict[str, EndpointSettings] | None, Field(alias="EndpointsConfig")] = None
    """Settings for each network, by its name or id. Older engines take no more than one."""
