# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ContainerPruneResponse``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class ContainerPruneResponse(Model):
    """What was removed."""

    containers_deleted: Annotated[list[str], Field(alias="ContainersDeleted")]
    """Ids of the containers; null if there were none."""
    space_reclaimed: Annotated[int, Field(alias="SpaceReclaimed")]
    """Space freed on disk, in bytes."""
