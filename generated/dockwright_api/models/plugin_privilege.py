# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``PluginPrivilege``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class PluginPrivilege(Model):
    """Something that a plugin wants from the host, and that is granted when it is installed."""

    name: Annotated[str | None, Field(alias="Name")] = None
    """What kind of privilege it is, such as `network`, `mount`, `device` or `capabilities`."""
    description: Annotated[str | None, Field(alias="Description")] = None
    """What the privilege allows."""
    value: Annotated[list[str] | None, Field(alias="Value")] = None
    """What exactly is wanted, such as `host` for a network or the paths of mounts."""
