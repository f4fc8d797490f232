# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``NetworkDisconnectRequest``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class NetworkDisconnectRequest(Model):
    """Which container to disconnect, and whether by force."""

    container: Annotated[str, Field(alias="Container")]
    """Id or name of the container, or a unique prefix of its id."""
    force: Annotated[bool | None, Field(alias="Force")] = None
    """Remove a connection left behind too, of a container that the engine no longer knows or that is not on the network
    any more."""
