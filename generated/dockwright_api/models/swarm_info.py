# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``SwarmInfo``."""

from typing import Annotated, Literal

from pydantic import Field

from ..base import Model
from .cluster_info import ClusterInfo
from .peer_node import PeerNode


class SwarmInfo(Model):
    """The state of an engine in a swarm."""

    node_id: Annotated[str, Field(alias="NodeID")]
    """Id of the engine as a node; empty outside a swarm."""
    node_addr: Annotated[str, Field(alias="NodeAddr")]
    """Address by which other nodes reach this one; empty outside a swarm."""
    local_node_state: Annotated[
        Literal["inactive", "pending", "active", "error", "locked"] | str, Field(alias="LocalNodeState")
    ]
    """Whether the engine takes part in a swarm."""
    control_available: Annotated[bool, Field(alias="ControlAvailable")]
    """Whether the engine is a manager that can be asked about the swarm."""
    error: Annotated[str, Field(alias="Error")]
    """What is wrong with the node, in words; empty if nothing is."""
    remote_managers: Annotated[list[PeerNode], Field(alias="RemoteManagers")]
    """Managers that the node knows of; null outside a swarm."""
    nodes: Annotated[int | None, Field(alias="Nodes")] = None
    """How many nodes the swarm has. Only managers tell it."""
    managers: Annotated[int | None, Field(alias="Managers")] = None
    """How many managers the swarm has. Only managers tell it."""
    cluster: Annotated[ClusterInfo | None, Field(alias="Cluster")] = None
    """The swarm itself. Only managers tell it."""
