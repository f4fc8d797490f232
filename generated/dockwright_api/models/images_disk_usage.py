# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ImagesDiskUsage``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .image_summary import ImageSummary


class ImagesDiskUsage(Model):
    """Disk space that images take. Since API 1.52."""

    active_count: Annotated[int | None, Field(alias="ActiveCount")] = None
    """How many images have containers, running or not. Since API 1.52."""
    total_count: Annotated[int | None, Field(alias="TotalCount")] = None
    """How many images there are. Since API 1.52."""
    reclaimable: Annotated[int | None, Field(alias="Reclaimable")] = None
    """Bytes that only images without containers take. Since API 1.52."""
    total_size: Annotated[int | None, Field(alias="TotalSize")] = None
    """Bytes that all images take, with what they share counted once. Since API 1.52."""
    items: Annotated[list[ImageSummary] | None, Field(alias="Items")] = None
    """The images; only with `verbose`. Since API 1.52."""
