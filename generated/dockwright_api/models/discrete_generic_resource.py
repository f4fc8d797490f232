# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``DiscreteGenericResource``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class DiscreteGenericResource(Model):
    """A number of pieces of a resource. Since API 1.32."""

    kind: Annotated[str | None, Field(alias="Kind")] = None
    """Kind of the resource, such as `SSD`. Since API 1.32."""
    value: Annotated[int | None, Field(alias="Value")] = None
    """How many pieces. Since API 1.32."""
