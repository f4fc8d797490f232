# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``PluginConfigInterface``."""

from typing import Annotated, Literal

from pydantic import Field

from ..base import Model


class PluginConfigInterface(Model):
    """How the engine speaks to a plugin."""

    types: Annotated[list[str], Field(alias="Types")]
    """Kinds of plugin that it is, as `prefix.capability/version`, such as `docker.volumedriver/1.0`."""
    socket: Annotated[str, Field(alias="Socket")]
    """Name of the Unix socket that the plugin listens on, in its directory `/run/docker/plugins`."""
    protocol_scheme: Annotated[Literal["moby.plugins.http/v1"] | str | None, Field(alias="ProtocolScheme")] = None
    """Protocol on the socket. Empty or absent means `moby.plugins.http/v1`. Since API 1.38."""
