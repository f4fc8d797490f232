# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``PluginsInfo``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class PluginsInfo(Model):
    """Drivers that an engine has loaded, its own and those of plugins."""

    volume: Annotated[list[str], Field(alias="Volume")]
    """Volume drivers. One of a plugin may be missing until it is first used."""
    network: Annotated[list[str], Field(alias="Network")]
    """Network drivers. One of a plugin that the engine does not run itself is missing until a network uses it."""
    authorization: Annotated[list[str], Field(alias="Authorization")]
    """Plugins that every request must pass, in their order. Null if there are none."""
    log: Annotated[list[str], Field(alias="Log")]
    """Log drivers. One of a plugin may be missing. Since API 1.30."""
