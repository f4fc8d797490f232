# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``NodeStatus``."""

from typing import Annotated, Literal

from pydantic import Field

from ..base import Model


class NodeStatus(Model):
    """State of a node, as the managers see it."""

    state: Annotated[Literal["unknown", "down", "ready", "disconnected"] | str, Field(alias="State")]
    """Whether the node is in touch with the managers."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """Reason for the state; empty or absent if all is well."""
    addr: Annotated[str | None, Field(alias="Addr")] = None
    """IP address at which the managers see the node."""
