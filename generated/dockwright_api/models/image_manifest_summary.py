# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ImageManifestSummary``."""

from typing import Annotated, Literal

from pydantic import Field

from ..base import Model
from .image_manifest_summary_attestation_data import ImageManifestSummaryAttestationData
from .image_manifest_summary_image_data import ImageManifestSummaryImageData
from .image_manifest_summary_size import ImageManifestSummarySize
from .oci_descriptor import OCIDescriptor


class ImageManifestSummary(Model):
    """One manifest of an image, as for one platform. Since API 1.47."""

    id: Annotated[str, Field(alias="ID")]
    """Digest of the manifest. Since API 1.47."""
    descriptor: Annotated[OCIDescriptor, Field(alias="Descriptor")]
    """Where the manifest is stored, by digest, with its platform. Since API 1.47."""
    available: Annotated[bool, Field(alias="Available")]
    """Whether the engine has all that belongs to the manifest. Since API 1.47."""
    size: Annotated[ImageManifestSummarySize, Field(alias="Size")]
    """How much of it is on disk. Since API 1.47."""
    kind: Annotated[Literal["image", "attestation", "unknown"] | str, Field(alias="Kind")]
    """What the manifest describes. `unknown` is for what the engine cannot place. Since API 1.47."""
    image_data: Annotated[ImageManifestSummaryImageData | None, Field(alias="ImageData")] = None
    """More on an image. Only if `Kind` is `image`. Since API 1.47."""
    attestation_data: Annotated[ImageManifestSummaryAttestationData | None, Field(alias="AttestationData")] = None
    """More on an attestation. Only if `Kind` is `attestation`. Since API 1.47."""
