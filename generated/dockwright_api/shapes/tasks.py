# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""JSON as it goes over the wire: tasks."""

from typing import Literal, TypedDict

from . import shared


class ContainerStatus(TypedDict):
    """The container that runs a task."""

    ContainerID: str
    """Id of the container on the task's node."""
    PID: int
    """Id of the main process on the task's node; 0 if it does not run."""
    ExitCode: int
    """Exit code of the main process; 0 before its end."""


class SwarmNetworkDriver(TypedDict):
    """The driver of a network of the swarm, or of its addresses."""

    Name: str
    """Name of the driver."""
    Options: dict[str, str]
    """Options of the driver."""


class SwarmIPAMConfig(TypedDict):
    """A subnet of a network of the swarm."""

    Subnet: str
    """The subnet in CIDR notation."""
    Range: str
    """Part of the subnet to give out addresses from, in CIDR notation; absent for the whole subnet."""
    Gateway: str
    """Address of the gateway in the subnet."""


class VolumeAttachment(TypedDict):
    """A cluster volume that a task was given."""

    ID: str
    """Id under which the swarm knows the volume."""
    Source: str
    """Source of the mount that it was chosen for, the name of a volume or `group:` with that of a group."""
    Target: str
    """Path of that mount in the container."""


class PortStatus(TypedDict):
    """Ports that a task has on its node. Since API 1.44."""

    Ports: list[shared.EndpointPortConfig]
    """Ports published in the mode `host`, with the numbers that were chosen. Since API 1.44."""


class TaskStatus(TypedDict):
    """State of a task."""

    Timestamp: str
    """When the task came into the state."""
    State: (
        Literal[
            "new",
            "allocated",
            "pending",
            "assigned",
            "accepted",
            "preparing",
            "ready",
            "starting",
            "running",
            "complete",
            "shutdown",
            "failed",
            "rejected",
            "remove",
            "orphaned",
        ]
        | str
    )
    """How far the task has come."""
    Message: str
    """What brought the task into its state, such as `started`."""
    Err: str
    """Why the task failed, was rejected or makes no progress; absent if all is well."""
    ContainerStatus: ContainerStatus
    """The container; absent before there is one."""
    PortStatus: PortStatus
    """Ports of the task on its node. Since API 1.44."""


class SwarmIPAM(TypedDict):
    """How a network of the swarm gives out addresses."""

    Driver: SwarmNetworkDriver
    """Driver that gives out addresses."""
    Configs: list[SwarmIPAMConfig]
    """Subnets of the network."""


class SwarmNetworkSpec(TypedDict):
    """What was asked of a network of the swarm."""

    Name: str
    """Name of the network."""
    Labels: dict[str, str]
    """Labels of the network."""
    DriverConfiguration: SwarmNetworkDriver
    """Driver of the network."""
    IPv6Enabled: bool
    """Whether containers get IPv6 addresses; absent for no."""
    Internal: bool
    """Whether the network has no way to the outside; absent for no."""
    Attachable: bool
    """Whether containers that belong to no service may join it; absent for no."""
    Ingress: bool
    """Whether it is the network of the routing mesh, through which published ports of services are reached; absent for
    no."""
    IPAMOptions: SwarmIPAM
    """Addresses that were asked for."""
    ConfigFrom: shared.ConfigReference
    """Configuration-only network from which each node takes its settings."""
    Scope: str
    """Where the network exists; `swarm` for the whole swarm."""


class SwarmNetwork(TypedDict):
    """A network of the swarm, as the managers keep it."""

    ID: str
    """Id of the network."""
    Version: shared.ObjectVersion
    """Version of the network, whose `Index` grows with every change."""
    CreatedAt: str
    """When the network was created."""
    UpdatedAt: str
    """When the network last changed."""
    Spec: SwarmNetworkSpec
    """What was asked for."""
    DriverState: SwarmNetworkDriver
    """Driver of the network, with the options that it was given in the end."""
    IPAMOptions: SwarmIPAM
    """Addresses that the swarm has chosen for the network."""


class NetworkAttachment(TypedDict):
    """Connection of a task to a network."""

    Network: SwarmNetwork
    """The network."""
    Addresses: list[str]
    """Addresses of the task in the network, each with its prefix length, such as `10.0.1.5/24`."""


class Task(TypedDict):
    """A task of a service, one container to run on one node."""

    ID: str
    """Id of the task, 25 lower-case letters and digits."""
    Version: shared.ObjectVersion
    """Version of the task, whose `Index` grows with every change."""
    CreatedAt: str
    """When the task was created."""
    UpdatedAt: str
    """When the state of the task last changed."""
    Name: str
    """A name of its own, which the swarm does not give to tasks."""
    Labels: dict[str, str]
    """Labels of its own, which the swarm does not give to tasks. Those of the service are not repeated here."""
    Spec: shared.TaskSpec
    """What the task runs; a copy of the service's `TaskTemplate` from when the task was created."""
    ServiceID: str
    """Id of the service."""
    Slot: int
    """Number of the place that the task fills, from 1, or from 0 in a job. A task and its successors have the same; 0
    or absent in a global service."""
    NodeID: str
    """Id of the node that the task is for; empty or absent before the swarm has chosen one."""
    AssignedGenericResources: list[shared.GenericResource]
    """Generic resources of the node that were given to the task. Since API 1.32."""
    Status: TaskStatus
    """State of the task, as its node reports it."""
    DesiredState: (
        Literal[
            "new",
            "allocated",
            "pending",
            "assigned",
            "accepted",
            "preparing",
            "ready",
            "starting",
            "running",
            "complete",
            "shutdown",
            "failed",
            "rejected",
            "remove",
            "orphaned",
        ]
        | str
    )
    """State that the swarm wants the task to reach."""
    JobIteration: shared.ObjectVersion
    """Run of the job that the task belongs to, in `Index`; absent outside of jobs. Since API 1.41."""
    NetworksAttachments: list[NetworkAttachment]
    """Networks that the task is connected to, and its addresses there."""
    Volumes: list[VolumeAttachment]
    """Cluster volumes that the task uses; null or absent if there are none. Since API 1.42."""
