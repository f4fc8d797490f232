# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``PluginConfigNetwork``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class PluginConfigNetwork(Model):
    """Network of a plugin."""

    type: Annotated[str, Field(alias="Type")]
    """Kind of network. With `host` the plugin shares that of the host, with anything else it has a network namespace of
    its own."""
