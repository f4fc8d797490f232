# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""JSON as it goes over the wire: nodes."""

from typing import Literal, TypedDict

from . import shared


class NodeSpec(TypedDict):
    """The settings of a node."""

    Name: str
    """A freely chosen name for the node. It is not the host name, and nodes are not found by it."""
    Labels: dict[str, str]
    """Labels of the node, which services can choose nodes by. They are not those of its engine."""
    Role: Literal["worker", "manager"] | str
    """What the node should be; an update without it is an error. The last manager cannot be made a worker, nor one
    without which the others have no majority."""
    Availability: Literal["active", "pause", "drain"] | str
    """What the swarm may do with the node: run tasks on it (`active`), keep those it has but add none (`pause`), or
    move all of them elsewhere (`drain`). An update without it is an error."""


class EngineDescriptionPlugin(TypedDict):
    """A driver of the engine on a node."""

    Type: str
    """What it is a driver for, such as `Volume`, `Network` or `Log`."""
    Name: str
    """Name of the driver."""


class NodeStatus(TypedDict):
    """State of a node, as the managers see it."""

    State: Literal["unknown", "down", "ready", "disconnected"] | str
    """Whether the node is in touch with the managers."""
    Message: str
    """Reason for the state; empty or absent if all is well."""
    Addr: str
    """IP address at which the managers see the node."""


class ManagerStatus(TypedDict):
    """State of a node as a manager."""

    Leader: bool
    """Whether it leads the managers."""
    Reachability: Literal["unknown", "unreachable", "reachable"] | str
    """Whether the other managers reach it."""
    Addr: str
    """Address and port at which the other managers reach it."""


class EngineDescription(TypedDict):
    """The engine on a node."""

    EngineVersion: str
    """Version of the engine, such as `28.5.2`."""
    Labels: dict[str, str]
    """Labels from the configuration of the engine. They are not those of the node."""
    Plugins: list[EngineDescriptionPlugin]
    """Drivers that the engine has, built in or as plugins."""


class NodeDescription(TypedDict):
    """What a node is, as it reports itself."""

    Hostname: str
    """Name of the host."""
    Platform: shared.Platform
    """Operating system and architecture."""
    Resources: shared.ResourceObject
    """CPU, memory and generic resources that the node has in all."""
    Engine: EngineDescription
    """The engine on the node."""
    TLSInfo: shared.TLSInfo
    """The authority that the node trusts and that its certificate comes from. Since API 1.30."""


class Node(TypedDict):
    """A node of the swarm."""

    ID: str
    """Id of the node, 25 lower-case letters and digits."""
    Version: shared.ObjectVersion
    """Version of the node; an update has to give its `Index`."""
    CreatedAt: str
    """When the node joined."""
    UpdatedAt: str
    """When the settings or the state of the node last changed."""
    Spec: NodeSpec
    """Settings of the node."""
    Description: NodeDescription
    """What the node is, as it reports itself."""
    Status: NodeStatus
    """State of the node, as the managers see it."""
    ManagerStatus: ManagerStatus
    """State of the node as a manager; absent for a worker."""


class NodeSpecParam(TypedDict, total=False):
    """The settings of a node."""

    Name: str
    """A freely chosen name for the node. It is not the host name, and nodes are not found by it."""
    Labels: dict[str, str]
    """Labels of the node, which services can choose nodes by. They are not those of its engine."""
    Role: Literal["worker", "manager"] | str
    """What the node should be; an update without it is an error. The last manager cannot be made a worker, nor one
    without which the others have no majority."""
    Availability: Literal["active", "pause", "drain"] | str
    """What the swarm may do with the node: run tasks on it (`active`), keep those it has but add none (`pause`), or
    move all of them elsewhere (`drain`). An update without it is an error."""
