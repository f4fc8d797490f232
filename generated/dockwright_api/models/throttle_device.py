# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ThrottleDevice``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class ThrottleDevice(Model):
    """A limit for reading from or writing to one block device."""

    path: Annotated[str | None, Field(alias="Path")] = None
    """Path of the device on the host, such as `/dev/sda`."""
    rate: Annotated[int | None, Field(alias="Rate")] = None
    """Highest rate per second, in bytes or in operations, depending on the list that it is in."""
