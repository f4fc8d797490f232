# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ServiceCreateResponse``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class ServiceCreateResponse(Model):
    """The new service."""

    id: Annotated[str, Field(alias="ID")]
    """Id of the service."""
    warnings: Annotated[list[str] | None, Field(alias="Warnings")] = None
    """Settings that the engine dropped or advises against; null or absent if there are none."""
