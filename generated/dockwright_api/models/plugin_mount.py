# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``PluginMount``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class PluginMount(Model):
    """A mount in the file system of a plugin."""

    name: Annotated[str, Field(alias="Name")]
    """Name by which the mount can be set."""
    description: Annotated[str, Field(alias="Description")]
    """What the mount is for."""
    settable: Annotated[list[str], Field(alias="Settable")]
    """What can be set, `source` or nothing."""
    source: Annotated[str, Field(alias="Source")]
    """Path on the host. Null if there is none yet, and then the plugin cannot be enabled."""
    destination: Annotated[str, Field(alias="Destination")]
    """Path in the plugin."""
    type: Annotated[str, Field(alias="Type")]
    """Kind of mount, such as `bind`."""
    options: Annotated[list[str], Field(alias="Options")]
    """Options of the mount, such as `rbind` and `rw`."""
