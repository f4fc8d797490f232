# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``PluginConfigUser``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class PluginConfigUser(Model):
    """A user and a group, by number."""

    uid: Annotated[int | None, Field(alias="UID")] = None
    """Number of the user."""
    gid: Annotated[int | None, Field(alias="GID")] = None
    """Number of the group."""
