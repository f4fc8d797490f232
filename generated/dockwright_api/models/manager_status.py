# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ManagerStatus``."""

from typing import Annotated, Literal

from pydantic import Field

from ..base import Model


class ManagerStatus(Model):
    """State of a node as a manager."""

    leader: Annotated[bool | None, Field(alias="Leader")] = None
    """Whether it leads the managers."""
    reachability: Annotated[
        Literal["unknown", "unreachable", "reachable"] | str | None, Field(alias="Reachability")
    ] = None
    """Whether the other managers reach it."""
    addr: Annotated[str | None, Field(alias="Addr")] = None
    """Address and port at which the other managers reach it."""
