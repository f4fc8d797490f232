# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``PluginConfigArgs``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class PluginConfigArgs(Model):
    """Arguments of a plugin, which are set as a whole."""

    name: Annotated[str, Field(alias="Name")]
    """Name by which the arguments can be set."""
    description: Annotated[str, Field(alias="Description")]
    """What the arguments are for."""
    settable: Annotated[list[str], Field(alias="Settable")]
    """What can be set, `value` or nothing. A value that is set is split at its spaces."""
    value: Annotated[list[str], Field(alias="Value")]
    """Arguments unless they are set otherwise."""
