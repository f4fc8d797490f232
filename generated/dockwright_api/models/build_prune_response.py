# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``BuildPruneResponse``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class BuildPruneResponse(Model):
    """What was removed. Since API 1.31."""

    caches_deleted: Annotated[list[str], Field(alias="CachesDeleted")]
    """Ids of the entries of the build cache; null if there were none. Since API 1.39."""
    space_reclaimed: Annotated[int, Field(alias="SpaceReclaimed")]
    """Space freed on disk, in bytes. Since API 1.31."""
