# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``VolumePruneResponse``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class VolumePruneResponse(Model):
    """Which volumes were removed."""

    volumes_deleted: Annotated[list[str], Field(alias="VolumesDeleted")]
    """Names of the volumes that were removed."""
    space_reclaimed: Annotated[int, Field(alias="SpaceReclaimed")]
    """Space freed on disk, in bytes."""
