# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``BuildCacheDiskUsage``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .build_cache import BuildCache


class BuildCacheDiskUsage(Model):
    """Disk space that the build cache of BuildKit takes. Since API 1.52."""

    active_count: Annotated[int | None, Field(alias="ActiveCount")] = None
    """How many entries are in use by builds right now. Since API 1.52."""
    total_count: Annotated[int | None, Field(alias="TotalCount")] = None
    """How many entries there are. Since API 1.52."""
    reclaimable: Annotated[int | None, Field(alias="Reclaimable")] = None
    """Bytes in entries that are neither in use nor shared. Since API 1.52."""
    total_size: Annotated[int | None, Field(alias="TotalSize")] = None
    """Bytes in all entries. Since API 1.52."""
    items: Annotated[list[BuildCache] | None, Field(alias="Items")] = None
    """The entries; only with `verbose`. Since API 1.52."""
