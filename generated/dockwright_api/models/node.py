# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``Node``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .manager_status import ManagerStatus
from .node_description import NodeDescription
from .node_spec import NodeSpec
from .node_status import NodeStatus
from .object_version import ObjectVersion


class Node(Model):
    """A node of the swarm."""

    id: Annotated[str, Field(alias="ID")]
    """Id of the node, 25 lower-case letters and digits."""
    version: Annotated[ObjectVersion, Field(alias="Version")]
    """Version of the node; an update has to give its `Index`."""
    created_at: Annotated[str, Field(alias="CreatedAt")]
    """When the node joined."""
    updated_at: Annotated[str, Field(alias="UpdatedAt")]
    """When the settings or the state of the node last changed."""
    spec: Annotated[NodeSpec, Field(alias="Spec")]
    """Settings of the node."""
    description: Annotated[NodeDescription, Field(alias="Description")]
    """What the node is, as it reports itself."""
    status: Annotated[NodeStatus, Field(alias="Status")]
    """State of the node, as the managers see it."""
    manager_status: Annotated[ManagerStatus | None, Field(alias="ManagerStatus")] = None
    """State of the node as a manager; absent for a worker."""
