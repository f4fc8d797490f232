# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ImageID``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class ImageID(Model):
    """An image that a build made."""

    id: Annotated[str | None, Field(alias="ID")] = None
    """Id of the image, as a digest such as `sha256:...`."""
