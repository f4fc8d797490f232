# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ImagePruneResponse``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .image_delete_response_item import ImageDeleteResponseItem


class ImagePruneResponse(Model):
    """What was removed."""

    images_deleted: Annotated[list[ImageDeleteResponseItem], Field(alias="ImagesDeleted")]
    """Names and images that were removed, in order; null if there were none."""
    space_reclaimed: Annotated[int, Field(alias="SpaceReclaimed")]
    """Space freed on disk, in bytes."""
