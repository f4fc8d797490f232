# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``VolumeUsageData``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class VolumeUsageData(Model):
    """How big a volume is, and how many containers use it."""

    size: Annotated[int, Field(alias="Size")]
    """Size of the data in bytes; -1 if unknown, as for all drivers but `local`."""
    ref_count: Annotated[int, Field(alias="RefCount")]
    """How many containers use it, running or not; -1 if unknown."""
