# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``PlacementPreference``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .placement_preference_spread import PlacementPreferenceSpread


class PlacementPreference(Model):
    """A wish for where tasks go. Since API 1.28."""

    spread: Annotated[PlacementPreferenceSpread | None, Field(alias="Spread")] = None
    """Spread tasks evenly over the values of a label. Since API 1.28."""
