# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``PeerInfo``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class PeerInfo(Model):
    """A node that takes part in a network of the swarm."""

    name: Annotated[str | None, Field(alias="Name")] = None
    """Name of the node among the peers, its host name and an id."""
    ip: Annotated[str | None, Field(alias="IP")] = None
    """Address of the node."""
