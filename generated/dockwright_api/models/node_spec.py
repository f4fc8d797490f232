# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``NodeSpec``."""

from typing import Annotated, Literal

from pydantic import Field

from ..base import Model


class NodeSpec(Model):
    """The settings of a node."""

    name: Annotated[str | None, Field(alias="Name")] = None
    """A freely chosen name for the node. It is not the host name, and nodes are not found by it."""
    labels: Annotated[dict[str, str] | None, Field(alias="Labels")] = None
    """Labels of the node, which services can choose nodes by. They are not those of its engine."""
    role: Annotated[Literal["worker", "manager"] | str | None, Field(alias="Role")] = None
    """What the node should be; an update without it is an error. The last manager cannot be made a worker, nor one
    without which the others have no majority."""
    availability: Annotated[Literal["active", "pause", "drain"] | str | None, Field(alias="Availability")] = None
    """What the swarm may do with the node: run tasks on it (`active`), keep those it has but add none (`pause`), or
    move all of them elsewhere (`drain`). An update without it is an error."""
