# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``PluginEnv``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class PluginEnv(Model):
    """An environment variable of a plugin."""

    name: Annotated[str, Field(alias="Name")]
    """Name of the variable."""
    description: Annotated[str, Field(alias="Description")]
    """What the variable is for."""
    settable: Annotated[list[str], Field(alias="Settable")]
    """What can be set, `value` or nothing."""
    value: Annotated[str, Field(alias="Value")]
    """Value unless it is set otherwise. Null if there is none; the variable is then missing until it is set."""
