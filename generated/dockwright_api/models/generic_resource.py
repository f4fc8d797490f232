# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``GenericResource``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .discrete_generic_resource import DiscreteGenericResource
from .named_generic_resource import NamedGenericResource


class GenericResource(Model):
    """A resource of some kind, by name or by number. One of the two is set. Since API 1.32."""

    named_resource_spec: Annotated[NamedGenericResource | None, Field(alias="NamedResourceSpec")] = None
    """One particular piece. Since API 1.32."""
    discrete_resource_spec: Annotated[DiscreteGenericResource | None, Field(alias="DiscreteResourceSpec")] = None
    """A number of pieces. Since API 1.32."""
