# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ImageManifestSummaryImageData``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .identity import Identity
from .image_manifest_summary_image_data_size import ImageManifestSummaryImageDataSize
from .oci_platform import OCIPlatform


class ImageManifestSummaryImageData(Model):
    """An image for one platform. Since API 1.47."""

    platform: Annotated[OCIPlatform, Field(alias="Platform")]
    """The platform that it is for. Since API 1.47."""
    identity: Annotated[Identity | None, Field(alias="Identity")] = None
    """Where it comes from, if `identity` was asked for. Since API 1.54."""
    containers: Annotated[list[str], Field(alias="Containers")]
    """Containers made from it, by id. Since API 1.47."""
    size: Annotated[ImageManifestSummaryImageDataSize, Field(alias="Size")]
    """How much of it is unpacked. Since API 1.47."""
