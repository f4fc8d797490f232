# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ContainerCreateResponse``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class ContainerCreateResponse(Model):
    """The id of a new container."""

    id: Annotated[str, Field(alias="Id")]
    """Id of the container, 64 hexadecimal digits."""
    warnings: Annotated[list[str], Field(alias="Warnings")]
    """Settings that the engine dropped or advises against; may be null."""
