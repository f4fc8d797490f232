# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``PluginSettings``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .plugin_device import PluginDevice
from .plugin_mount import PluginMount


class PluginSettings(Model):
    """Settings of a plugin, at first those of its configuration."""

    mounts: Annotated[list[PluginMount], Field(alias="Mounts")]
    """Mounts in the file system of the plugin."""
    env: Annotated[list[str], Field(alias="Env")]
    """Environment variables, as `NAME=value`."""
    args: Annotated[list[str], Field(alias="Args")]
    """Arguments after the entry point."""
    devices: Annotated[list[PluginDevice], Field(alias="Devices")]
    """Devices that the plugin may use."""
