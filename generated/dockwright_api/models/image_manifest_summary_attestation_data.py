# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ImageManifestSummaryAttestationData``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class ImageManifestSummaryAttestationData(Model):
    """Which image an attestation describes. Since API 1.47."""

    for_: Annotated[str, Field(alias="For")]
    """Digest of the manifest of the image that it describes. Since API 1.47."""
