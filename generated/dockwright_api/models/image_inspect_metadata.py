# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ImageInspectMetadata``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class ImageInspectMetadata(Model):
    """What only this engine knows of an image; it is not part of the image. Since API 1.31."""

    last_tag_time: Annotated[str | None, Field(alias="LastTagTime")] = None
    """When the image last got a name here; absent or year 1 if it never did. Since API 1.31."""
