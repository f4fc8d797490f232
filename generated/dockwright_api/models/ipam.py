# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``IPAM``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .ipam_config import IPAMConfig


class IPAM(Model):
    """How a network gives out addresses."""

    driver: Annotated[str | None, Field(alias="Driver")] = None
    """Driver that gives out addresses; `default` is the built-in one."""
    config: Annotated[list[IPAMConfig] | None, Field(alias="Config")] = None
    """Subnets of the network. Without one the engine takes a free subnet from its address pools."""
    options: Annotated[dict[str, str] | None, Field(alias="Options")] = None
    """Options of that driver."""
