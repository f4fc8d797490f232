# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``PluginDevice``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class PluginDevice(Model):
    """A device of the host that a plugin may use."""

    name: Annotated[str, Field(alias="Name")]
    """Name by which the device can be set."""
    description: Annotated[str, Field(alias="Description")]
    """What the device is for."""
    settable: Annotated[list[str], Field(alias="Settable")]
    """What can be set, `path` or nothing."""
    path: Annotated[str, Field(alias="Path")]
    """Path of the device, the same on the host and in the plugin. Null if there is none yet."""
