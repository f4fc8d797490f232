# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``PluginConfigLinux``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .plugin_device import PluginDevice


class PluginConfigLinux(Model):
    """What a plugin may do on Linux."""

    capabilities: Annotated[list[str], Field(alias="Capabilities")]
    """Capabilities beyond those that a container has by default, such as `CAP_SYS_ADMIN`."""
    allow_all_devices: Annotated[bool, Field(alias="AllowAllDevices")]
    """Whether the plugin may read, write and make any device."""
    devices: Annotated[list[PluginDevice], Field(alias="Devices")]
    """Devices of the host that the plugin may use."""
