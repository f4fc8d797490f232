# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``NamedGenericResource``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class NamedGenericResource(Model):
    """One piece of a resource, by name. Since API 1.32."""

    kind: Annotated[str | None, Field(alias="Kind")] = None
    """Kind of the resource, such as `GPU`. Since API 1.32."""
    value: Annotated[str | None, Field(alias="Value")] = None
    """Name of the piece, such as `UUID1`. Since API 1.32."""
