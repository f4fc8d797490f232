# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``PlacementPreferenceSpread``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class PlacementPreferenceSpread(Model):
    """The label over whose values tasks are spread. Since API 1.28."""

    spread_descriptor: Annotated[str | None, Field(alias="SpreadDescriptor")] = None
    """The label, such as `node.labels.zone` or `engine.labels.rack`. Nodes without it count as one more value. Since
    API 1.28."""
