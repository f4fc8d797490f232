# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ServiceUpdateResponse``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class ServiceUpdateResponse(Model):
    """What the engine has to say about an update that it accepted."""

    warnings: Annotated[list[str] | None, Field(alias="Warnings")] = None
    """Settings that the engine dropped or advises against; null if there are none."""
