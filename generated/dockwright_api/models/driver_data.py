# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``DriverData``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class DriverData(Model):
    """Where a storage driver keeps the files of an image or container."""

    name: Annotated[str, Field(alias="Name")]
    """The storage driver, such as `overlay2`."""
    data: Annotated[dict[str, str], Field(alias="Data")]
    """What the driver tells, such as the paths of its directories; each driver has its own keys."""
