# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``Plugin``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .plugin_config import PluginConfig
from .plugin_settings import PluginSettings


class Plugin(Model):
    """A plugin that the engine itself runs. Linux only."""

    id: Annotated[str | None, Field(alias="Id")] = None
    """Id of the plugin, 64 hexadecimal digits."""
    name: Annotated[str, Field(alias="Name")]
    """Name on this engine, always with a tag."""
    enabled: Annotated[bool, Field(alias="Enabled")]
    """Whether the plugin runs and can be used."""
    settings: Annotated[PluginSettings, Field(alias="Settings")]
    """What can be set, with the values that apply."""
    plugin_reference: Annotated[str | None, Field(alias="PluginReference")] = None
    """Full name under which the plugin was pulled, or the name it was made with. Since API 1.26."""
    config: Annotated[PluginConfig, Field(alias="Config")]
    """What the author of the plugin has laid down."""
