# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``PortSummary``."""

from typing import Annotated, Literal

from pydantic import Field

from ..base import Model


class PortSummary(Model):
    """One port of a container, published on the host or not."""

    ip: Annotated[str | None, Field(alias="IP")] = None
    """Address of the host that the port is published on; absent if it is not published."""
    private_port: Annotated[int, Field(alias="PrivatePort")]
    """Port in the container."""
    public_port: Annotated[int | None, Field(alias="PublicPort")] = None
    """Port on the host; absent if the port is not published."""
    type: Annotated[Literal["tcp", "udp", "sctp"] | str, Field(alias="Type")]
    """Protocol of the port. `sctp` since API 1.37."""
