# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""JSON as it goes over the wire: distribution."""

from typing import TypedDict

from . import shared


class DistributionInspect(TypedDict):
    """What a registry tells about an image. Since API 1.30."""

    Descriptor: shared.OCIDescriptor
    """Media type, digest and size of the image's manifest, or of the index of an image for several platforms. Since API
    1.30."""
    Platforms: list[shared.OCIPlatform]
    """Platforms that the image is available for, a single one for an image without an index. Null if the manifest names
    none. Since API 1.30."""
