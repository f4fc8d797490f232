# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``Identity``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .build_identity import BuildIdentity
from .pull_identity import PullIdentity
from .signature_identity import SignatureIdentity


class Identity(Model):
    """Where an image comes from, as far as the engine can tell. More than one of the parts may be filled. Since API
    1.53."""

    signature: Annotated[list[SignatureIdentity] | None, Field(alias="Signature")] = None
    """Signatures of the image that the engine checked. Since API 1.53."""
    pull: Annotated[list[PullIdentity] | None, Field(alias="Pull")] = None
    """Repositories from which the image came. Since API 1.53."""
    build: Annotated[list[BuildIdentity] | None, Field(alias="Build")] = None
    """Builds of this engine that made the image. Since API 1.53."""
