# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``Driver``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class Driver(Model):
    """A driver with its options. Since API 1.31."""

    name: Annotated[str, Field(alias="Name")]
    """Name of the driver. Since API 1.31."""
    options: Annotated[dict[str, str] | None, Field(alias="Options")] = None
    """Options of the driver. Since API 1.31."""
