# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""JSON as it goes over the wire: services."""

from typing import Any, Literal, TypedDict

from . import shared


class ServiceModeReplicated(TypedDict):
    """A service of a number of tasks that are kept running."""

    Replicas: int
    """How many tasks to keep running; 1 if absent, in an update too."""


class ServiceModeReplicatedJob(TypedDict):
    """A job of a number of tasks, done when enough of them have succeeded. Since API 1.41."""

    MaxConcurrent: int
    """How many tasks may run at the same time; 1 by default. Since API 1.41."""
    TotalCompletions: int
    """How many tasks have to succeed; as many as `MaxConcurrent` by default. Since API 1.41."""


class ServiceSpecUpdateConfig(TypedDict):
    """How the swarm replaces the tasks of a service in an update."""

    Parallelism: int
    """How many tasks are replaced at the same time; 0 or absent for all of them."""
    Delay: int
    """Time to wait from one replacement to the next, in nanoseconds; 0 by default. A negative value is an error."""
    FailureAction: Literal["continue", "pause", "rollback"] | str
    """What to do when more new tasks fail than `MaxFailureRatio` allows: `pause` (the default), `continue`, or
    `rollback` to the settings before. `rollback` since API 1.28."""
    Monitor: int
    """Time after its start in which the end of a new task counts as a failure, in nanoseconds; 0 or absent for 5
    seconds."""
    MaxFailureRatio: float
    """Share of the tasks, from 0 to 1, that may fail without consequence."""
    Order: Literal["stop-first", "start-first"] | str
    """Whether an old task is stopped before the new one starts (`stop-first`, the default) or once the new one runs
    (`start-first`). Since API 1.29."""


class ServiceSpecRollbackConfig(TypedDict):
    """How the swarm replaces the tasks of a service in a rollback. Since API 1.28."""

    Parallelism: int
    """How many tasks are replaced at the same time; 0 or absent for all of them. Since API 1.28."""
    Delay: int
    """Time to wait from one replacement to the next, in nanoseconds; 0 by default. Since API 1.28."""
    FailureAction: Literal["continue", "pause"] | str
    """What to do when more tasks fail than `MaxFailureRatio` allows: `pause` (the default) or `continue`. Since API
    1.28."""
    Monitor: int
    """Time after its start in which the end of a task counts as a failure, in nanoseconds; 0 or absent for 5 seconds.
    Since API 1.28."""
    MaxFailureRatio: float
    """Share of the tasks, from 0 to 1, that may fail without consequence. Since API 1.28."""
    Order: Literal["stop-first", "start-first"] | str
    """Whether a task is stopped before its replacement starts (`stop-first`, the default) or once that one runs
    (`start-first`). Since API 1.29."""


class ServiceEndpointVirtualIP(TypedDict):
    """Virtual address of a service in one network."""

    NetworkID: str
    """Id of the network."""
    Addr: str
    """The address with its prefix length, such as `10.0.1.2/24`."""


class ServiceUpdateStatus(TypedDict):
    """How an update or a rollback of a service is going."""

    State: Literal["updating", "paused", "completed"] | str
    """How far it is: `updating`, `paused` or `completed`; for a rollback `rollback_started`, `rollback_paused` or
    `rollback_completed`."""
    StartedAt: str
    """When it began."""
    CompletedAt: str
    """When it ended; absent while it goes on or is paused."""
    Message: str
    """The state in words; where a failed task was the reason, it is named."""


class ServiceStatus(TypedDict):
    """How many tasks of a service run and should run. Since API 1.41."""

    RunningTasks: int
    """Number of tasks that run. Since API 1.41."""
    DesiredTasks: int
    """Number of tasks that should run; for a replicated job its `MaxConcurrent`. Since API 1.41."""
    CompletedTasks: int
    """Number of tasks that have succeeded in the last run of a job; 0 for other services. Since API 1.41."""


class ServiceCreateResponse(TypedDict):
    """The new service."""

    ID: str
    """Id of the service."""
    Warnings: list[str] | None
    """Settings that the engine dropped or advises against; null or absent if there are none."""


class ServiceUpdateResponse(TypedDict):
    """What the engine has to say about an update that it accepted."""

    Warnings: list[str]
    """Settings that the engine dropped or advises against; null if there are none."""


class ServiceMode(TypedDict):
    """The kind of a service, which is the one property that is set. More than one is an error, none means one replica,
    and an update cannot change the kind."""

    Replicated: ServiceModeReplicated
    """A number of tasks that are kept running."""
    Global: dict[str, Any]
    """One task on every fitting node, kept running; an empty object."""
    ReplicatedJob: ServiceModeReplicatedJob
    """A number of tasks that run to an end, some of them at the same time. Since API 1.41."""
    GlobalJob: dict[str, Any]
    """One task on every fitting node, which runs to an end; an empty object. Since API 1.41."""


class EndpointSpec(TypedDict):
    """How a service is found in its networks, and which ports it publishes."""

    Mode: Literal["vip", "dnsrr"] | str
    """What the name of the service resolves to in its networks: one virtual address in front of all tasks (`vip`, the
    default), or the addresses of the tasks (`dnsrr`)."""
    Ports: list[shared.EndpointPortConfig]
    """Ports to publish. One that another service has in the routing mesh is refused; with `dnsrr` they must be
    published in the mode `host`."""


class ServiceEndpoint(TypedDict):
    """How a service is reached at present."""

    Spec: EndpointSpec
    """Settings that the endpoint follows."""
    Ports: list[shared.EndpointPortConfig]
    """Ports that are published, with numbers that the swarm has chosen where none was given."""
    VirtualIPs: list[ServiceEndpointVirtualIP]
    """Virtual addresses of the service, one for each network; none with `dnsrr`."""


class ServiceJobStatus(TypedDict):
    """The last run of a job. Since API 1.41."""

    JobIteration: shared.ObjectVersion
    """Number of the run, in `Index`. The first has 0, and every update of the job starts another. Since API 1.41."""
    LastExecution: str
    """When the last run began. Since API 1.41."""


class ServiceSpec(TypedDict):
    """The settings of a service, what its tasks run and how the swarm manages them."""

    Name: str
    """Name of the service: up to 63 letters, digits, `-` and `_`, with a letter or digit at either end. The engine
    makes one up if it is empty; an update must repeat it, for it cannot change."""
    Labels: dict[str, str]
    """Labels of the service itself. Its containers get those of their `ContainerSpec`."""
    TaskTemplate: shared.TaskSpec
    """What each task runs, within which limits, and which nodes may run it."""
    Mode: ServiceMode
    """How many tasks there are, and whether they are kept running or run to an end; one replica by default."""
    UpdateConfig: ServiceSpecUpdateConfig
    """How tasks are replaced in an update. Without it, one by one, with a pause when one fails; a job must not have
    it."""
    RollbackConfig: ServiceSpecRollbackConfig
    """How tasks are replaced in a rollback. Without it, one by one, with a pause when one fails. Since API 1.28."""
    Networks: list[shared.NetworkAttachmentConfig]
    """Networks that tasks are connected to, for older clients; counts only if `TaskTemplate` has none."""
    EndpointSpec: EndpointSpec
    """How the service is found in its networks, and which ports it publishes."""


class Service(TypedDict):
    """A service of the swarm."""

    ID: str
    """Id of the service, 25 lower-case letters and digits."""
    Version: shared.ObjectVersion
    """Version of the service; an update has to give its `Index`."""
    CreatedAt: str
    """When the service was created."""
    UpdatedAt: str
    """When the settings or the state of the service last changed."""
    Spec: ServiceSpec
    """Settings of the service."""
    Endpoint: ServiceEndpoint
    """How the service is reached, with ports and addresses that the swarm has chosen."""
    UpdateStatus: ServiceUpdateStatus
    """How the last update or rollback is going; absent if there was none, or none with tasks to replace."""
    ServiceStatus: ServiceStatus
    """How many tasks there are; only in lists, and only if asked for with `status`. Since API 1.41."""
    JobStatus: ServiceJobStatus
    """The last run of a job; absent for other services. Since API 1.41."""
    PreviousSpec: ServiceSpec
    """Settings before the last update, which a rollback goes back to. Absent without an update."""


class ServiceModeReplicatedParam(TypedDict, total=False):
    """A service of a number of tasks that are kept running."""

    Replicas: int
    """How many tasks to keep running; 1 if absent, in an update too."""


class ServiceModeReplicatedJobParam(TypedDict, total=False):
    """A job of a number of tasks, done when enough of them have succeeded. Since API 1.41."""

    MaxConcurrent: int
    """How many tasks may run at the same time; 1 by default. Since API 1.41."""
    TotalCompletions: int
    """How many tasks have to succeed; as many as `MaxConcurrent` by default. Since API 1.41."""


class ServiceSpecUpdateConfigParam(TypedDict, total=False):
    """How the swarm replaces the tasks of a service in an update."""

    Parallelism: int
    """How many tasks are replaced at the same time; 0 or absent for all of them."""
    Delay: int
    """Time to wait from one replacement to the next, in nanoseconds; 0 by default. A negative value is an error."""
    FailureAction: Literal["continue", "pause", "rollback"] | str
    """What to do when more new tasks fail than `MaxFailureRatio` allows: `pause` (the default), `continue`, or
    `rollback` to the settings before. `rollback` since API 1.28."""
    Monitor: int
    """Time after its start in which the end of a new task counts as a failure, in nanoseconds; 0 or absent for 5
    seconds."""
    MaxFailureRatio: float
    """Share of the tasks, from 0 to 1, that may fail without consequence."""
    Order: Literal["stop-first", "start-first"] | str
    """Whether an old task is stopped before the new one starts (`stop-first`, the default) or once the new one runs
    (`start-first`). Since API 1.29."""


class ServiceSpecRollbackConfigParam(TypedDict, total=False):
    """How the swarm replaces the tasks of a service in a rollback. Since API 1.28."""

    Parallelism: int
    """How many tasks are replaced at the same time; 0 or absent for all of them. Since API 1.28."""
    Delay: int
    """Time to wait from one replacement to the next, in nanoseconds; 0 by default. Since API 1.28."""
    FailureAction: Literal["continue", "pause"] | str
    """What to do when more tasks fail than `MaxFailureRatio` allows: `pause` (the default) or `continue`. Since API
    1.28."""
    Monitor: int
    """Time after its start in which the end of a task counts as a failure, in nanoseconds; 0 or absent for 5 seconds.
    Since API 1.28."""
    MaxFailureRatio: float
    """Share of the tasks, from 0 to 1, that may fail without consequence. Since API 1.28."""
    Order: Literal["stop-first", "start-first"] | str
    """Whether a task is stopped before its replacement starts (`stop-first`, the default) or once that one runs
    (`start-first`). Since API 1.29."""


class ServiceModeParam(TypedDict, total=False):
    """The kind of a service, which is the one property that is set. More than one is an error, none means one replica,
    and an update cannot change the kind."""

    Replicated: ServiceModeReplicatedParam
    """A number of tasks that are kept running."""
    Global: dict[str, Any]
    """One task on every fitting node, kept running; an empty object."""
    ReplicatedJob: ServiceModeReplicatedJobParam
    """A number of tasks that run to an end, some of them at the same time. Since API 1.41."""
    GlobalJob: dict[str, Any]
    """One task on every fitting node, which runs to an end; an empty object. Since API 1.41."""


class EndpointSpecParam(TypedDict, total=False):
    """How a service is found in its networks, and which ports it publishes."""

    Mode: Literal["vip", "dnsrr"] | str
    """What the name of the service resolves to in its networks: one virtual address in front of all tasks (`vip`, the
    default), or the addresses of the tasks (`dnsrr`)."""
    Ports: list[shared.EndpointPortConfigParam]
    """Ports to publish. One that another service has in the routing mesh is refused; with `dnsrr` they must be
    published in the mode `host`."""


class ServiceSpecParam(TypedDict, total=False):
    """The settings of a service, what its tasks run and how the swarm manages them."""

    Name: str
    """Name of the service: up to 63 letters, digits, `-` and `_`, with a letter or digit at either end. The engine
    makes one up if it is empty; an update must repeat it, for it cannot change."""
    Labels: dict[str, str]
    """Labels of the service itself. Its containers get those of their `ContainerSpec`."""
    TaskTemplate: shared.TaskSpecParam
    """What each task runs, within which limits, and which nodes may run it."""
    Mode: ServiceModeParam
    """How many tasks there are, and whether they are kept running or run to an end; one replica by default."""
    UpdateConfig: ServiceSpecUpdateConfigParam
    """How tasks are replaced in an update. Without it, one by one, with a pause when one fails; a job must not have
    it."""
    RollbackConfig: ServiceSpecRollbackConfigParam
    """How tasks are replaced in a rollback. Without it, one by one, with a pause when one fails. Since API 1.28."""
    Networks: list[shared.NetworkAttachmentConfigParam]
    """Networks that tasks are connected to, for older clients; counts only if `TaskTemplate` has none."""
    EndpointSpec: EndpointSpecParam
    """How the service is found in its networks, and which ports it publishes."""
