# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ImageManifestSummaryImageDataSize``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class ImageManifestSummaryImageDataSize(Model):
    """How much of an image for one platform is unpacked. Since API 1.47."""

    unpacked: Annotated[int, Field(alias="Unpacked")]
    """Size in bytes of the unpacked layers; 0 if they are not unpacked. Since API 1.47."""
