# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ContainerUpdateResponse``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class ContainerUpdateResponse(Model):
    """What came of an update."""

    warnings: Annotated[list[str], Field(alias="Warnings")]
    """Settings that the engine dropped or advises against; null if there are none."""
