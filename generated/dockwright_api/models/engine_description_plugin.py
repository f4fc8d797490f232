# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``EngineDescriptionPlugin``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class EngineDescriptionPlugin(Model):
    """A driver of the engine on a node."""

    type: Annotated[str | None, Field(alias="Type")] = None
    """What it is a driver for, such as `Volume`, `Network` or `Log`."""
    name: Annotated[str | None, Field(alias="Name")] = None
    """Name of the driver."""
