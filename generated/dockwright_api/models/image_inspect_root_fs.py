# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ImageInspectRootFS``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class ImageInspectRootFS(Model):
    """The layers of an image's file system."""

    type: Annotated[str, Field(alias="Type")]
    """How the file system is kept, always `layers`."""
    layers: Annotated[list[str] | None, Field(alias="Layers")] = None
    """Digests of the layers when unpacked, the lowest first."""
