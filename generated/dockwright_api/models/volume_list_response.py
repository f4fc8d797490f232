# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``VolumeListResponse``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .volume import Volume


class VolumeListResponse(Model):
    """The volumes that were found."""

    volumes: Annotated[list[Volume], Field(alias="Volumes")]
    """The volumes."""
    warnings: Annotated[list[str], Field(alias="Warnings")]
    """Why volumes may be missing, such as a driver that did not answer."""
