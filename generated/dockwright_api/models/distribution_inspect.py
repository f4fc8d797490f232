# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``DistributionInspect``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .oci_descriptor import OCIDescriptor
from .oci_platform import OCIPlatform


class DistributionInspect(Model):
    """What a registry tells about an image. Since API 1.30."""

    descriptor: Annotated[OCIDescriptor, Field(alias="Descriptor")]
    """Media type, digest and size of the image's manifest, or of the index of an image for several platforms. Since API
    1.30."""
    platforms: Annotated[list[OCIPlatform], Field(alias="Platforms")]
    """Platforms that the image is available for, a single one for an image without an index. Null if the manifest names
    none. Since API 1.30."""
