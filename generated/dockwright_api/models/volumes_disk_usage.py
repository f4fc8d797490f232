# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``VolumesDiskUsage``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .volume import Volume


class VolumesDiskUsage(Model):
    """Disk space that volumes of the driver `local` take. Those made with options do not count. Since API 1.52."""

    active_count: Annotated[int | None, Field(alias="ActiveCount")] = None
    """How many volumes are used by containers, running or not. Those of unknown size count too. Since API 1.52."""
    total_count: Annotated[int | None, Field(alias="TotalCount")] = None
    """How many volumes there are. Since API 1.52."""
    reclaimable: Annotated[int | None, Field(alias="Reclaimable")] = None
    """Bytes in volumes that no container uses. Since API 1.52."""
    total_size: Annotated[int | None, Field(alias="TotalSize")] = None
    """Bytes in all volumes. Since API 1.52."""
    items: Annotated[list[Volume] | None, Field(alias="Items")] = None
    """The volumes; only with `verbose`. Since API 1.52."""
