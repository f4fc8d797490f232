# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``MountVolumeOptionsDriverConfig``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class MountVolumeOptionsDriverConfig(Model):
    """Driver that creates a volume for a mount."""

    name: Annotated[str | None, Field(alias="Name")] = None
    """The volume driver, `local` by default."""
    options: Annotated[dict[str, str] | None, Field(alias="Options")] = None
    """Options of the driver for the new volume."""
