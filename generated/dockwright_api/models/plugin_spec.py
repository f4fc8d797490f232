# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``PluginSpec``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .plugin_privilege import PluginPrivilege


class PluginSpec(Model):
    """A plugin that a service installs on every node. Since API 1.31."""

    name: Annotated[str | None, Field(alias="Name")] = None
    """Name that the plugin gets on the node. Since API 1.31."""
    remote: Annotated[str | None, Field(alias="Remote")] = None
    """Name of the plugin in its registry. Since API 1.31."""
    disabled: Annotated[bool | None, Field(alias="Disabled")] = None
    """Install the plugin without enabling it. Since API 1.31."""
    plugin_privilege: Annotated[list[PluginPrivilege] | None, Field(alias="PluginPrivilege")] = None
    """What the plugin is granted. The engine reads it under the name `privileges`. Since API 1.31."""
