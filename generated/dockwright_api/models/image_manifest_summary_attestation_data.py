# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ImageManifestSummaryAttestationData``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class ImageManifestSummaryAttestationData(Model):
    """What an attestation is about. Since API 1.47."""

    for_: Annotated[str, Field(alias="For")]
    """Digest of the image manifest that it is about. Since API 1.47."""
