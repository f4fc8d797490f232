# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``PeerNode``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class PeerNode(Model):
    """A manager of a swarm as another node knows it."""

    node_id: Annotated[str, Field(alias="NodeID")]
    """Id of the node."""
    addr: Annotated[str, Field(alias="Addr")]
    """Address of the manager, as `host:port`."""
