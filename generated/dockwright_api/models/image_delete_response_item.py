# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ImageDeleteResponseItem``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class ImageDeleteResponseItem(Model):
    """One thing that was removed, either a name or an image."""

    untagged: Annotated[str | None, Field(alias="Untagged")] = None
    """Name that was removed."""
    deleted: Annotated[str | None, Field(alias="Deleted")] = None
    """Id of the image or digest of the layer that was removed."""
