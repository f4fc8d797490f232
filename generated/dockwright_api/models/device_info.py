# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``DeviceInfo``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class DeviceInfo(Model):
    """A device of the host that a driver of the engine found. Since API 1.50."""

    source: Annotated[str | None, Field(alias="Source")] = None
    """Driver that found the device, such as `cdi`. Since API 1.50."""
    id: Annotated[str | None, Field(alias="ID")] = None
    """Id of the device for its driver, such as `vendor.com/gpu=0` for CDI. Since API 1.50."""
