# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ContainersDiskUsage``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .container_summary import ContainerSummary


class ContainersDiskUsage(Model):
    """Disk space that the writable layers of containers take. Since API 1.52."""

    active_count: Annotated[int | None, Field(alias="ActiveCount")] = None
    """How many containers are running, paused or restarting. Since API 1.52."""
    total_count: Annotated[int | None, Field(alias="TotalCount")] = None
    """How many containers there are. Since API 1.52."""
    reclaimable: Annotated[int | None, Field(alias="Reclaimable")] = None
    """Bytes in writable layers of containers that are not active. Since API 1.52."""
    total_size: Annotated[int | None, Field(alias="TotalSize")] = None
    """Bytes in the writable layers of all containers. Since API 1.52."""
    items: Annotated[list[ContainerSummary] | None, Field(alias="Items")] = None
    """The containers, with `SizeRw` and `SizeRootFs`; only with `verbose`. Since API 1.52."""
