# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``IDResponse``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class IDResponse(Model):
    """The object that was created."""

    id: Annotated[str, Field(alias="Id")]
    """Id of the object."""
