# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ImageManifestSummarySize``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class ImageManifestSummarySize(Model):
    """How much of a manifest is on disk, in bytes. What several manifests share is counted for each. Since API 1.47."""

    total: Annotated[int, Field(alias="Total")]
    """What it takes in all, packed and unpacked. Since API 1.47."""
    content: Annotated[int, Field(alias="Content")]
    """What it takes packed, as it goes to and from registries. Since API 1.47."""
