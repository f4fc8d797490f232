# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``BlkioWeightDevice``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class BlkioWeightDevice(Model):
    """The weight of a container on one block device."""

    path: Annotated[str | None, Field(alias="Path")] = None
    """Path of the device on the host, such as `/dev/sda`."""
    weight: Annotated[int | None, Field(alias="Weight")] = None
    """Weight against other containers, from 10 to 1000."""
