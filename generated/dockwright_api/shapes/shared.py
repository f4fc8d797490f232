# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""JSON as it goes over the wire: shared."""

from typing import Any, Literal, TypedDict


class Ulimit(TypedDict):
    """A limit that the kernel sets each process, as `ulimit` does in a shell."""

    Name: str
    """Which limit, such as `nofile` or `core`."""
    Soft: int
    """Limit that counts, up to `Hard`; -1 for none."""
    Hard: int
    """Limit up to which a process may raise its own; -1 for none."""


class ConfigReference(TypedDict):
    """Where a network takes its settings from. Since API 1.30."""

    Network: str
    """Name of the configuration-only network; empty for none. Since API 1.30."""


class PortSummary(TypedDict):
    """One port of a container, published on the host or not."""

    IP: str
    """Address of the host that the port is published on; absent if it is not published."""
    PrivatePort: int
    """Port in the container."""
    PublicPort: int
    """Port on the host; absent if the port is not published."""
    Type: Literal["tcp", "udp", "sctp"] | str
    """Protocol of the port. `sctp` since API 1.37."""


class MountPoint(TypedDict):
    """Something mounted in a container, as the engine has made it."""

    Type: Literal["bind", "cluster", "image", "npipe", "tmpfs", "volume"] | str
    """What is mounted, a directory of the host, a volume, memory or something else."""
    Name: str
    """Name of the volume; absent for anything but a volume."""
    Source: str
    """Path on the host; empty if there is none or the engine does not know it at the moment."""
    Destination: str
    """Path in the container."""
    Driver: str
    """Driver of the volume; absent for anything but a volume."""
    Mode: str
    """Options of an entry of `Binds`, such as `ro` or `z`, joined by commas. Empty for what comes from `Mounts`."""
    RW: bool
    """Whether the container may write to it."""
    Propagation: str
    """How mounts made below it later pass between host and container, such as `rprivate`. Empty unless it is a `bind`;
    Linux only."""


class MountBindOptions(TypedDict):
    """Options for mounting a path of the host."""

    Propagation: Literal["private", "rprivate", "shared", "rshared", "slave", "rslave"] | str
    """How later mounts below the path reach the other side: not at all (`private`), from host to container (`slave`),
    both ways (`shared`), with `r` in front for nested mounts too. The default is `rprivate`; Linux only."""
    NonRecursive: bool
    """Leave out what is mounted below the source path. Since API 1.40."""
    CreateMountpoint: bool
    """Create the source path as a directory if it is missing, which is an error otherwise. Linux only. Since API
    1.42."""
    ReadOnlyNonRecursive: bool
    """With `ReadOnly`, let nested mounts stay writable. By default they become read-only too, if kernel and runtime can
    do it. Since API 1.44."""
    ReadOnlyForceRecursive: bool
    """With `ReadOnly`, fail if nested mounts cannot be made read-only too, as on kernels before 5.12. Since API
    1.44."""


class MountVolumeOptionsDriverConfig(TypedDict):
    """Driver that creates a volume for a mount."""

    Name: str
    """The volume driver, `local` by default."""
    Options: dict[str, str]
    """Options of the driver for the new volume."""


class MountImageOptions(TypedDict):
    """Options for mounting the files of an image. Since API 1.48."""

    Subpath: str
    """Mount only this path of the image, relative to its root. It must not lead out of the image. Since API 1.48."""


class MountTmpfsOptions(TypedDict):
    """Options for mounting memory as a file system."""

    SizeBytes: int
    """Greatest size in bytes; 0 for the default of Linux, half of the host's memory."""
    Mode: int
    """Permission bits of the directory as an integer, such as `0o1777`; 0 for the default of Linux."""
    Options: list[list[str]]
    """Further mount options, each as a list of its name and, if it has one, its value. Only `exec` and `noexec` are
    accepted. Since API 1.46."""


class Limit(TypedDict):
    """How much a task of a service may use at most."""

    NanoCPUs: int
    """CPU time in billionths of a CPU, 0 for no limit. At least 1000000, a thousandth of a CPU."""
    MemoryBytes: int
    """Memory in bytes, 0 for no limit. At least 4 MiB."""
    Pids: int
    """How many processes and threads the container may have; 0 for no limit. Since API 1.41."""


class NamedGenericResource(TypedDict):
    """One piece of a resource, by name. Since API 1.32."""

    Kind: str
    """Kind of the resource, such as `GPU`. Since API 1.32."""
    Value: str
    """Name of the piece, such as `UUID1`. Since API 1.32."""


class DiscreteGenericResource(TypedDict):
    """A number of pieces of a resource. Since API 1.32."""

    Kind: str
    """Kind of the resource, such as `SSD`. Since API 1.32."""
    Value: int
    """How many pieces. Since API 1.32."""


class HealthConfig(TypedDict):
    """How the engine finds out whether a container is healthy. What is empty or 0 comes from the image."""

    Test: list[str]
    """The check: `CMD` with a program and its arguments, `CMD-SHELL` with a line for the shell of the container, or
    `NONE` for no check even if the image has one. The container is healthy if it exits with 0."""
    Interval: int
    """Time from the end of one check to the next, in nanoseconds and at least a millisecond; 30 seconds by default."""
    Timeout: int
    """How long a check may take before it counts as failed, in nanoseconds and at least a millisecond; 30 seconds by
    default."""
    Retries: int
    """How many checks in a row must fail for the container to be unhealthy; 3 by default."""
    StartPeriod: int
    """Time after the start in which failures do not count, until a check succeeds, in nanoseconds and at least a
    millisecond; none by default. Since API 1.29."""
    StartInterval: int
    """Time between checks during `StartPeriod`, in nanoseconds and at least a millisecond; 5 seconds by default. Since
    API 1.44."""


class ContainerConfig(TypedDict):
    """What a container runs, and what an image made from it takes over. What is left out mostly comes from the
    image."""

    Hostname: str
    """Host name in the container; by default the first 12 digits of its id, or the name of the host on the network of
    the host. Not for containers on the network of another container."""
    Domainname: str
    """Domain name in the container."""
    User: str
    """User and group that the process runs as, by name or number, as `user[:group]`; that of the image by default, or
    root."""
    AttachStdin: bool
    """Whether the creator of the container wants standard input. To connect, the container must still be attached
    to."""
    AttachStdout: bool
    """Whether the creator of the container wants standard output. To connect, the container must still be attached
    to."""
    AttachStderr: bool
    """Whether the creator of the container wants standard error. To connect, the container must still be attached
    to."""
    ExposedPorts: dict[str, dict[str, Any]] | None
    """Ports that the container serves, as keys such as `80/tcp` with empty objects as values. This does not publish
    them, unless `PublishAllPorts` is set."""
    Tty: bool
    """Give the process a terminal. Its output then comes raw, with standard error mixed in."""
    OpenStdin: bool
    """Keep standard input open, even while nobody is connected. Without it the process reads the end of input."""
    StdinOnce: bool
    """Close standard input once the first client that was connected to it is gone."""
    Env: list[str]
    """Variables for the process, as `NAME=value`. A name without `=` removes the variable."""
    Cmd: list[str]
    """Program and arguments, or the arguments of `Entrypoint` if there is one. That of the image counts only while
    `Entrypoint` is left out as well."""
    Healthcheck: HealthConfig
    """How the engine finds out whether the container is healthy."""
    ArgsEscaped: bool | None
    """Whether the command is one line with its arguments already escaped. Windows only."""
    Image: str
    """Name or id of the image."""
    Volumes: dict[str, dict[str, Any]]
    """Absolute paths in the container, as keys with empty objects as values. Each gets an anonymous volume unless
    something else is mounted there."""
    WorkingDir: str
    """Directory that the process starts in, an absolute path; that of the image by default, or `/`. It is created if it
    is missing."""
    Entrypoint: list[str]
    """Program that always runs, with its first arguments, followed by `Cmd`. A list of one empty string removes that of
    the image."""
    NetworkDisabled: bool | None
    """Set up no networking for the container."""
    OnBuild: list[str] | None
    """Dockerfile instructions for builds that begin with an image made from this container."""
    Labels: dict[str, str]
    """Labels of the container, beside those of the image."""
    StopSignal: str | None
    """Signal that asks the process to end, by name or number; that of the image by default, or `SIGTERM`."""
    StopTimeout: int | None
    """Seconds that the process has to end before it is killed, -1 for no limit. The default is 10, on Windows 30."""
    Shell: list[str] | None
    """Shell for commands given as one line, in a Dockerfile and in a check with `CMD-SHELL`, such as `["/bin/sh",
    "-c"]`."""
    MacAddress: str | None
    """MAC address of the interface on the network that `NetworkMode` names. Newer engines want it in the `MacAddress`
    of `EndpointSettings`. Until API 1.51."""


class DriverData(TypedDict):
    """Where a storage driver keeps the files of an image or container."""

    Name: str
    """The storage driver, such as `overlay2`."""
    Data: dict[str, str]
    """What the driver tells, such as the paths of its directories; each driver has its own keys."""


class BuildIdentity(TypedDict):
    """A build of this engine that made an image. Since API 1.53."""

    Ref: str
    """Id of the build in BuildKit's history. Since API 1.53."""
    CreatedAt: str
    """When the build made the image; year 1 if it is not known. Since API 1.53."""


class PullIdentity(TypedDict):
    """A repository that an image was pulled from. Since API 1.53."""

    Repository: str
    """Name of the repository with the host of its registry, without a tag. Since API 1.53."""


class SignatureTimestamp(TypedDict):
    """A proof of the time at which something was signed. Since API 1.53."""

    Type: Literal["Tlog", "TimestampAuthority"] | str
    """Who gives the proof. Since API 1.53."""
    URI: str
    """Address of the log or authority. Since API 1.53."""
    Timestamp: str
    """The proven time. Since API 1.53."""


class SignerIdentity(TypedDict):
    """What a signing certificate of Sigstore tells of the signer. Most of it is filled only for builds in a hosted
    service, such as GitHub Actions. Since API 1.53."""

    CertificateIssuer: str
    """Distinguished name of the authority that issued the certificate. Since API 1.53."""
    SubjectAlternativeName: str
    """Whom the certificate is for, such as a mail address or the URI of a workflow. Since API 1.53."""
    Issuer: str
    """URL of the OpenID Connect provider that vouched for the signer. Since API 1.53."""
    BuildSignerURI: str
    """Build instructions that did the signing, such as a workflow file with its version. Since API 1.53."""
    BuildSignerDigest: str
    """Exact version of the build instructions that did the signing, such as a commit. Since API 1.53."""
    RunnerEnvironment: str
    """Where the build ran, such as `github-hosted` or `self-hosted`. Since API 1.53."""
    SourceRepositoryURI: str
    """URL of the repository with the source of the build. Since API 1.53."""
    SourceRepositoryDigest: str
    """Exact version of the source, such as a commit. Since API 1.53."""
    SourceRepositoryRef: str
    """Branch or tag of the source, such as `refs/heads/main`. Since API 1.53."""
    SourceRepositoryIdentifier: str
    """Id of the source repository at its host, which stays when it is renamed. Since API 1.53."""
    SourceRepositoryOwnerURI: str
    """URL of the account that owns the source repository. Since API 1.53."""
    SourceRepositoryOwnerIdentifier: str
    """Id of that account at the host, which stays when the account is renamed. Since API 1.53."""
    BuildConfigURI: str
    """Build instructions at the top, which may call those that did the signing. Since API 1.53."""
    BuildConfigDigest: str
    """Exact version of the build instructions at the top, such as a commit. Since API 1.53."""
    BuildTrigger: str
    """Event that began the build, such as `push`. Since API 1.53."""
    RunInvocationURI: str
    """URL of the single run of the build. Since API 1.53."""
    SourceRepositoryVisibilityAtSigning: str
    """Who could see the source repository at the time of signing, such as `public` or `private`. Since API 1.53."""


class VolumeUsageData(TypedDict):
    """How big a volume is, and how many containers use it."""

    Size: int
    """Size of the data in bytes; -1 if unknown, as for all drivers but `local`."""
    RefCount: int
    """How many containers use it, running or not; -1 if unknown."""


class ErrorDetail(TypedDict):
    """Why an operation that reports progress has failed."""

    code: int
    """Number that goes with the failure, such as the exit code of a build step; often absent."""
    message: str
    """What went wrong."""


class ProgressDetail(TypedDict):
    """How far a single step is. An empty object means that there is nothing to count."""

    current: int
    """How much is done, in `units`."""
    total: int
    """How much there is to do, in `units`; absent or 0 if unknown."""
    start: int
    """When the step began, in seconds since 1970; mostly absent."""
    hidecounts: bool
    """Whether the numbers are not meant to be shown."""
    units: str
    """What is counted; bytes if empty."""


class ErrorResponse(TypedDict):
    """The answer of the engine to a request that it did not carry out."""

    message: str
    """What went wrong."""


class IDResponse(TypedDict):
    """The object that was created."""

    Id: str
    """Id of the object."""


class EndpointIPAMConfig(TypedDict):
    """Addresses that a container should have on a network. The network must have been created with a subnet, and they
    must lie in it."""

    IPv4Address: str
    """The IPv4 address."""
    IPv6Address: str
    """The IPv6 address."""
    LinkLocalIPs: list[str]
    """Link-local addresses for the interface, beside the others."""


class PluginPrivilege(TypedDict):
    """Something that a plugin wants from the host, and that is granted when it is installed."""

    Name: str
    """What kind of privilege it is, such as `network`, `mount`, `device` or `capabilities`."""
    Description: str
    """What the privilege allows."""
    Value: list[str]
    """What exactly is wanted, such as `host` for a network or the paths of mounts."""


class ObjectVersion(TypedDict):
    """Version of an object of the swarm. An update names the version that it is based on and fails if the object has
    changed since."""

    Index: int
    """Number that grows with every change; it says nothing about how many there were."""


class Platform(TypedDict):
    """Processor and operating system of a node, or that a task needs."""

    Architecture: str
    """Processor architecture, such as `x86_64` or `aarch64`."""
    OS: str
    """Operating system, such as `linux` or `windows`."""


class TLSInfo(TypedDict):
    """Which certificates the nodes of a swarm trust, and who issued theirs. Since API 1.30."""

    TrustRoot: str
    """Root certificates that are trusted, in PEM. Since API 1.30."""
    CertIssuerSubject: str
    """Subject of the issuing certificate, its DER in base64. Since API 1.30."""
    CertIssuerPublicKey: str
    """Public key of the issuing certificate, its DER in base64. Since API 1.30."""


class SwarmSpecOrchestration(TypedDict):
    """How a swarm keeps tasks."""

    TaskHistoryRetentionLimit: int
    """How many tasks to keep on record for each replica, or for each node of a global service, old ones included; 5 by
    default. A negative number keeps all."""


class SwarmSpecRaft(TypedDict):
    """How managers keep the state of a swarm. A tick is a second."""

    SnapshotInterval: int
    """After how many log entries a snapshot is taken; 10000 by default."""
    KeepOldSnapshots: int
    """How many snapshots to keep beside the newest; 0 by default."""
    LogEntriesForSlowFollowers: int
    """How many log entries to keep after a snapshot for managers that lag behind; 500 by default."""
    ElectionTick: int
    """After how many ticks without word from the leader a manager stands for election; 10 by default. It must be
    greater than `HeartbeatTick`."""
    HeartbeatTick: int
    """Number of ticks between two heartbeats of the leader; 1 by default."""


class SwarmSpecDispatcher(TypedDict):
    """How nodes report to managers."""

    HeartbeatPeriod: int
    """How often a node sends a heartbeat, in nanoseconds; 5 seconds by default. A negative one is an error."""


class ExternalCA(TypedDict):
    """A certificate authority outside of the swarm."""

    Protocol: Literal["cfssl"] | str
    """How it is spoken to; `cfssl` is the only way."""
    URL: str
    """Where requests for signing go."""
    Options: dict[str, str]
    """Further options, as the protocol has them."""
    CACert: str
    """Root certificate of the authority, in PEM. Since API 1.30."""


class SwarmSpecEncryptionConfig(TypedDict):
    """How managers keep their data on disk."""

    AutoLockManagers: bool
    """Lock the keys of managers with an unlock key, which each then needs after a restart."""


class SwarmSpecTaskDefaultsLogDriver(TypedDict):
    """Log driver for tasks whose service names none."""

    Name: str
    """Name of the log driver, such as `json-file`."""
    Options: dict[str, str]
    """Options of the log driver."""


class PluginSpec(TypedDict):
    """A plugin that a service installs on every node. Since API 1.31."""

    Name: str
    """Name that the plugin gets on the node. Since API 1.31."""
    Remote: str
    """Name of the plugin in its registry. Since API 1.31."""
    Disabled: bool
    """Install the plugin without enabling it. Since API 1.31."""
    PluginPrivilege: list[PluginPrivilege]
    """What the plugin is granted. The engine reads it under the name `privileges`. Since API 1.31."""


class CredentialSpec(TypedDict):
    """Where a node finds the credential spec of a managed service account. Exactly one must be set; Windows only. Since
    API 1.30."""

    Config: str
    """Id of a config of the swarm that holds it. The config must be among `Configs` as well, with `Runtime` set. Since
    API 1.40."""
    File: str
    """Name of a file in the directory `CredentialSpecs` below the data directory of the engine. Since API 1.30."""
    Registry: str
    """Name of a value in the registry of the node. Since API 1.30."""


class SELinuxContext(TypedDict):
    """SELinux labels of a container. An empty one leaves the default. Since API 1.30."""

    Disable: bool
    """Run the container without SELinux confinement. Since API 1.30."""
    User: str
    """User label. Since API 1.30."""
    Role: str
    """Role label. Since API 1.30."""
    Type: str
    """Type label. Since API 1.30."""
    Level: str
    """Level label. Since API 1.30."""


class SeccompOptions(TypedDict):
    """Which system calls a container may make. Since API 1.44."""

    Mode: Literal["default", "unconfined", "custom"] | str
    """Take the profile of the engine (`default`), none at all (`unconfined`) or the one in `Profile` (`custom`). Since
    API 1.44."""
    Profile: str
    """Seccomp profile for the mode `custom`, its JSON in base64. Since API 1.44."""


class AppArmorOptions(TypedDict):
    """Whether an AppArmor profile restricts a container. Since API 1.44."""

    Mode: Literal["default", "disabled"] | str
    """Take the profile of the engine (`default`) or none at all (`disabled`). Since API 1.44."""


class ContainerSpecDNSConfig(TypedDict):
    """Name resolution in the containers of a service."""

    Nameservers: list[str]
    """Addresses of name servers."""
    Search: list[str]
    """Domains to try for short host names."""
    Options: list[str]
    """Options of the resolver, such as `timeout:3`, as in `resolv.conf`."""


class ContainerSpecSecretFile(TypedDict):
    """The file that shows a secret in a container."""

    Name: str
    """Path of the file, on Linux below `/run/secrets` unless it is absolute."""
    UID: str
    """Number of the user who owns it, as a string."""
    GID: str
    """Number of the group that owns it, as a string."""
    Mode: int
    """Permission bits as an integer, such as `0o444`."""


class ContainerSpecConfigFile(TypedDict):
    """The file that shows a config in a container. Since API 1.30."""

    Name: str
    """Path of the file in the container; a relative one begins at the root. Since API 1.30."""
    UID: str
    """Number of the user who owns it, as a string. Since API 1.30."""
    GID: str
    """Number of the group that owns it, as a string. Since API 1.30."""
    Mode: int
    """Permission bits as an integer, such as `0o444`. Since API 1.30."""


class ContainerSpecUlimit(TypedDict):
    """A resource limit of the process. Since API 1.41."""

    Name: str
    """What is limited, such as `nofile`. Since API 1.41."""
    Soft: int
    """Limit that holds at first; the process may raise it up to `Hard`. Since API 1.41."""
    Hard: int
    """Upper bound for `Soft`. Since API 1.41."""


class NetworkAttachmentSpec(TypedDict):
    """A container that was connected to an attachable network of the swarm by hand. Since API 1.38."""

    ContainerID: str
    """Id of the container. Since API 1.38."""


class TaskSpecRestartPolicy(TypedDict):
    """When a task of a service that has ended is replaced."""

    Condition: Literal["none", "on-failure", "any"] | str
    """Which ends count: any (`any`, the default), only failures (`on-failure`), or none (`none`)."""
    Delay: int
    """How long to wait before the next attempt, in nanoseconds; 5 seconds by default."""
    MaxAttempts: int
    """How often to try within `Window`; 0 for no limit."""
    Window: int
    """How far back attempts count towards `MaxAttempts`, in nanoseconds; 0 for all of them."""


class PlacementPreferenceSpread(TypedDict):
    """The label over whose values tasks are spread. Since API 1.28."""

    SpreadDescriptor: str
    """The label, such as `node.labels.zone` or `engine.labels.rack`. Nodes without it count as one more value. Since
    API 1.28."""


class TaskSpecLogDriver(TypedDict):
    """Log driver of the containers of a service."""

    Name: str
    """Name of the log driver, such as `json-file` or `none`."""
    Options: dict[str, str]
    """Options of the log driver."""


class EndpointPortConfig(TypedDict):
    """A port of a service that is reachable from outside."""

    Name: str
    """A name for the port."""
    Protocol: Literal["tcp", "udp", "sctp"] | str
    """Protocol of the port, `tcp` by default. `sctp` since API 1.37."""
    TargetPort: int
    """Port in the containers."""
    PublishedPort: int
    """Port on the nodes. By default the swarm chooses one from 30000 to 32767 for the mode `ingress`, and each node one
    of its own for `host`."""
    PublishMode: Literal["ingress", "host"] | str
    """Whether every node passes the port on to some task (`ingress`, the default), or only nodes with a task do, and
    only to that task (`host`)."""


class ContainerSummaryHostConfig(TypedDict):
    """A few facts about how a container is tied to the host."""

    NetworkMode: str
    """Network that the container began with, by name or id, or `host`, `none` or `container:<id>`."""
    Annotations: dict[str, str] | None
    """Names and values that are handed to the runtime with the container. Since API 1.46."""


class ContainerSummaryHealth(TypedDict):
    """How the health check of a container has gone lately, in short. Since API 1.52."""

    Status: Literal["none", "starting", "healthy", "unhealthy"] | str
    """Where the container stands; `none` without a health check. Since API 1.52."""
    FailingStreak: int
    """How many checks in a row have failed. Since API 1.52."""


class Driver(TypedDict):
    """A driver with its options. Since API 1.31."""

    Name: str
    """Name of the driver. Since API 1.31."""
    Options: dict[str, str]
    """Options of the driver. Since API 1.31."""


class NetworkAttachmentConfig(TypedDict):
    """A network that the tasks of a service are connected to."""

    Target: str
    """Id or name of the network. It must belong to the swarm, or be one that every node has, such as `host`."""
    Aliases: list[str]
    """Further names under which the service is found on the network."""
    DriverOpts: dict[str, str]
    """Options of the driver for the connections. Since API 1.39."""


OCIPlatform = TypedDict(
    "OCIPlatform",
    {
        "architecture": str,
        "os": str,
        "os.version": str,
        "os.features": list[str],
        "variant": str,
    },
)


class ClusterVolumePublishStatus(TypedDict):
    """State of a cluster volume on one node. Since API 1.42."""

    NodeID: str
    """Id of the node. Since API 1.42."""
    State: Literal["pending-publish", "published", "pending-node-unpublish", "pending-controller-unpublish"] | str
    """How far the volume is: on its way to the node (`pending-publish`), available there (`published`), to be given up
    by the node (`pending-node-unpublish`), or to be taken from it (`pending-controller-unpublish`). Since API 1.42."""
    PublishContext: dict[str, str]
    """Values that the CSI plugin gave when it published the volume. Since API 1.42."""


class ClusterVolumeSecret(TypedDict):
    """A secret that the CSI plugin gets for its calls. Since API 1.42."""

    Key: str
    """Key under which the plugin gets the data. Since API 1.42."""
    Secret: str
    """Id of the secret in the swarm; it must exist. Since API 1.42."""


class CapacityRange(TypedDict):
    """Limits for the size of a new volume. Since API 1.42."""

    RequiredBytes: int
    """Least size in bytes; 0 for no such limit. Since API 1.42."""
    LimitBytes: int
    """Greatest size in bytes; 0 for no such limit. Since API 1.42."""


class Topology(TypedDict):
    """A part of a cluster, by the places it lies in. Since API 1.42."""

    Segments: dict[str, str]
    """Places by kind, such as `{"region":"R1","zone":"Z2"}`; the CSI plugin decides which kinds there are. Since API
    1.42."""


class ImageManifestSummarySize(TypedDict):
    """How much of a manifest is on disk, in bytes. What several manifests share is counted for each. Since API 1.47."""

    Total: int
    """What it takes in all, packed and unpacked. Since API 1.47."""
    Content: int
    """What it takes packed, as it goes to and from registries. Since API 1.47."""


class ImageManifestSummaryImageDataSize(TypedDict):
    """How much of an image for one platform is unpacked. Since API 1.47."""

    Unpacked: int
    """Size in bytes of the unpacked layers; 0 if they are not unpacked. Since API 1.47."""


class ImageManifestSummaryAttestationData(TypedDict):
    """Which image an attestation describes. Since API 1.47."""

    For: str
    """Digest of the manifest of the image that it describes. Since API 1.47."""


ProgressMessage = TypedDict(
    "ProgressMessage",
    {
        "id": str,
        "status": str,
        "stream": str,
        "progress": str,
        "progressDetail": ProgressDetail,
        "from": str,
        "time": int,
        "timeNano": int,
        "error": str,
        "errorDetail": ErrorDetail,
    },
)


class ClusterVolumeMount(TypedDict):
    """How a cluster volume is mounted as a file system."""

    FsType: str
    """File system of the volume, such as `ext4`; that of the driver by default."""
    MountFlags: list[str]
    """Flags for mounting it."""


class MountVolumeOptions(TypedDict):
    """Options for mounting a volume."""

    NoCopy: bool
    """Leave an empty volume empty. By default it is filled with what the image has at the target path; on Windows it is
    not."""
    Labels: dict[str, str]
    """Labels for a volume that the mount creates."""
    DriverConfig: MountVolumeOptionsDriverConfig
    """Driver for a volume that the mount creates."""
    Subpath: str
    """Mount only this path of the volume, relative to its root. It must exist, must not lead out of the volume, and the
    volume needs a name. Since API 1.45."""


class GenericResource(TypedDict):
    """A resource of some kind, by name or by number. One of the two is set. Since API 1.32."""

    NamedResourceSpec: NamedGenericResource
    """One particular piece. Since API 1.32."""
    DiscreteResourceSpec: DiscreteGenericResource
    """A number of pieces. Since API 1.32."""


class SignatureIdentity(TypedDict):
    """A signature of an image, and who made it. Since API 1.53."""

    Name: str
    """Short readable name, made of the kind of signer and often the repository or account behind it. Since API 1.53."""
    Timestamps: list[SignatureTimestamp]
    """Proofs of the time of signing that were checked. Since API 1.53."""
    KnownSigner: Literal["DHI"] | str
    """The signer, if it is one that the engine knows in particular. Since API 1.53."""
    DockerReference: str
    """Name of the image as it was signed. Only some older signatures have it. Since API 1.53."""
    Signer: SignerIdentity
    """What the signing certificate tells of the signer. Since API 1.53."""
    SignatureType: Literal["bundle-v0.3", "simplesigning-v1"] | str
    """How the signature is written down. Since API 1.53."""
    Error: str
    """Why the signature could not be verified; the other properties are then empty. Since API 1.53."""
    Warnings: list[str]
    """What went wrong beside the verification, such as an update of the trusted roots. Since API 1.53."""


class EndpointSettings(TypedDict):
    """The connection of a container to a network, as requested and as it is."""

    IPAMConfig: EndpointIPAMConfig
    """Addresses that the container should have; the engine chooses by default."""
    Links: list[str]
    """Other containers on the network and a further name for each under which this container reaches it, as
    `container:name`."""
    MacAddress: str
    """MAC address of the interface, as requested and, while the container runs, as it is. The engine chooses by
    default."""
    Aliases: list[str]
    """Further names under which other containers on the network find this one. On Linux only for networks that users
    have created."""
    DriverOpts: dict[str, str] | None
    """Options of the driver for this connection, such as `com.docker.network.endpoint.sysctls`. Since API 1.32."""
    GwPriority: int
    """Rank of the network for the default gateway, which comes from the network with the greatest number; 0 by default,
    and negative numbers are valid. Among equals the first by name wins. Since API 1.48."""
    NetworkID: str
    """Id of the network."""
    EndpointID: str
    """Id of the connection; empty while the container does not run."""
    Gateway: str
    """IPv4 gateway of the network for this container."""
    IPAddress: str
    """IPv4 address of the container; empty while it does not run."""
    IPPrefixLen: int
    """Prefix length of the IPv4 address."""
    IPv6Gateway: str
    """IPv6 gateway of the network for this container."""
    GlobalIPv6Address: str
    """IPv6 address of the container; empty without one."""
    GlobalIPv6PrefixLen: int
    """Prefix length of the IPv6 address."""
    DNSNames: list[str]
    """All names under which containers on a network that users have created find this one: its name, aliases, short id
    and host name. The engine sets them. Since API 1.44."""


class SwarmSpecCAConfig(TypedDict):
    """How nodes of a swarm get certificates."""

    NodeCertExpiry: int
    """How long the certificate of a node is valid, in nanoseconds; 90 days by default, an hour at least."""
    ExternalCAs: list[ExternalCA]
    """Certificate authorities outside of the swarm to which managers forward signing."""
    SigningCACert: str
    """Root certificate to change over to, in PEM. The engine never gives it back. Since API 1.30."""
    SigningCAKey: str
    """Key for `SigningCACert`, in PEM. The engine never gives it back. Since API 1.30."""
    ForceRotate: int
    """A number other than the present one makes the swarm change over to a new root certificate, one of its own making
    if `SigningCACert` is left out. Since API 1.30."""


class SwarmSpecTaskDefaults(TypedDict):
    """What applies to tasks where their service says nothing."""

    LogDriver: SwarmSpecTaskDefaultsLogDriver
    """Log driver for tasks without one. Many engines accept it but do not keep it; the default of each node then
    applies."""


class ContainerSpecPrivileges(TypedDict):
    """Security settings of the containers of a service. Since API 1.30."""

    CredentialSpec: CredentialSpec
    """Managed service account that the container runs under. Windows only. Since API 1.30."""
    SELinuxContext: SELinuxContext
    """SELinux labels that the container runs under. Since API 1.30."""
    Seccomp: SeccompOptions
    """Which system calls the container may make. Since API 1.44."""
    AppArmor: AppArmorOptions
    """Whether an AppArmor profile restricts the container. Since API 1.44."""
    NoNewPrivileges: bool
    """Let the process gain no privileges by programs that it runs, such as setuid ones. Since API 1.44."""


class ContainerSpecSecret(TypedDict):
    """A secret of the swarm that a container can read."""

    File: ContainerSpecSecretFile
    """File in the container that holds it; required."""
    SecretID: str
    """Id of the secret; required."""
    SecretName: str
    """Name of the secret; required beside its id."""


class ContainerSpecConfig(TypedDict):
    """A config of the swarm that a container gets. Exactly one of `File` and `Runtime` must be set. Since API 1.30."""

    File: ContainerSpecConfigFile
    """File in the container that holds it. Since API 1.30."""
    Runtime: dict[str, Any]
    """Mount nothing; the node itself reads the config, as for a credential spec. The value is an empty object. Since
    API 1.40."""
    ConfigID: str
    """Id of the config; required. Since API 1.30."""
    ConfigName: str
    """Name of the config; required beside its id. Since API 1.30."""


class PlacementPreference(TypedDict):
    """A wish for where tasks go. Since API 1.28."""

    Spread: PlacementPreferenceSpread
    """Spread tasks evenly over the values of a label. Since API 1.28."""


class ContainerSummaryNetworkSettings(TypedDict):
    """The networks of a container, in short."""

    Networks: dict[str, EndpointSettings]
    """The container's networks, by name."""


class OCIDescriptor(TypedDict):
    """Points to content in a registry or image store, after the OCI image specification. Since API 1.30."""

    mediaType: str
    """Media type of the content, such as `application/vnd.oci.image.manifest.v1+json`. Since API 1.30."""
    digest: str
    """Digest of the content, such as `sha256:...`. Since API 1.30."""
    size: int
    """Size of the content in bytes. Since API 1.30."""
    urls: list[str] | None
    """Where else the content can be fetched. Since API 1.30."""
    annotations: dict[str, str] | None
    """Notes on the content, by key. Since API 1.48."""
    data: str | None
    """The content itself in base64, if it is small and was put in. Since API 1.48."""
    platform: OCIPlatform
    """Platform that the content is for; only for a manifest in an index. Since API 1.48."""
    artifactType: str | None
    """What kind of artifact a manifest describes. Since API 1.48."""


class ClusterVolumeInfo(TypedDict):
    """A cluster volume as its CSI plugin knows it. Since API 1.42."""

    CapacityBytes: int
    """Capacity in bytes; 0 if unknown. Since API 1.42."""
    VolumeContext: dict[str, str]
    """Values that the plugin gave at creation and wants back; their meaning is its own. Since API 1.42."""
    VolumeID: str
    """Id that the plugin gave the volume, not that of the swarm; empty until it is created. Since API 1.42."""
    AccessibleTopology: list[Topology]
    """Parts of the cluster that can reach the volume. Since API 1.42."""


class ClusterVolumeAccessMode(TypedDict):
    """How many nodes and tasks may use a cluster volume, and in which way. Since API 1.42."""

    Scope: Literal["single", "multi"] | str
    """Whether one node at a time can use the volume (`single`, the default) or several (`multi`). Since API 1.42."""
    Sharing: Literal["none", "readonly", "onewriter", "all"] | str
    """How tasks share the volume: one task at a time (`none`, the default), any number that only read (`readonly`), any
    number of which one writes (`onewriter`), or any number (`all`). Since API 1.42."""
    MountVolume: ClusterVolumeMount
    """Use the volume as a mounted file system, with its type in `FsType` and flags in `MountFlags`, both optional; an
    empty object is enough. A volume needs this or `BlockVolume`. Since API 1.42."""
    BlockVolume: dict[str, Any]
    """Use the volume as a block device; an empty object. A volume needs this or `MountVolume`. Since API 1.42."""


class TopologyRequirement(TypedDict):
    """From where in the cluster a volume must be reachable. Since API 1.42."""

    Requisite: list[Topology]
    """Parts of the cluster of which the volume must be reachable from at least one. Since API 1.42."""
    Preferred: list[Topology]
    """Parts of the cluster to try first, the best one first. With `Requisite` they must be among those. Since API
    1.42."""


class PushResult(TypedDict):
    """What was pushed under a tag."""

    Tag: str
    """The tag."""
    Digest: str
    """Digest of the manifest that the tag now names."""
    Size: int
    """Size of the manifest in bytes."""
    manifestPushedInsteadOfIndex: bool
    """Whether only the manifest of one platform was pushed, since the engine does not have those of the others. Absent
    if not."""
    originalIndex: OCIDescriptor
    """The index of all platforms, which was not pushed."""
    selectedManifest: OCIDescriptor
    """The manifest that was pushed instead of the index."""
    contentMissing: bool
    """Whether the push failed because the engine does not have all content. Absent if not."""
    desc: OCIDescriptor
    """What was to be pushed and is not complete."""


class Mount(TypedDict):
    """Something from outside that a container has in its file system."""

    Target: str
    """Absolute path in the container, or the path of a pipe for `npipe`. It must not be the root."""
    Source: str
    """What to mount: for `bind` an absolute path of the host, for `volume` the name of a volume, for `image` the name
    of an image, for `npipe` the path of a pipe, for `cluster` the name of a volume or `group:` with that of a group.
    Must be empty for `tmpfs`; an empty volume name makes an anonymous volume."""
    Type: Literal["bind", "cluster", "image", "npipe", "tmpfs", "volume"] | str
    """What the source is. Options for another type are an error."""
    ReadOnly: bool
    """Mount it read-only."""
    Consistency: str
    """How closely host and container must agree on the content, `default`, `consistent`, `cached` or `delegated`. Meant
    for Docker Desktop; the engine itself does nothing with it. Since API 1.28."""
    BindOptions: MountBindOptions
    """Options for `bind`."""
    VolumeOptions: MountVolumeOptions
    """Options for `volume`."""
    ImageOptions: MountImageOptions
    """Options for `image`. Since API 1.48."""
    TmpfsOptions: MountTmpfsOptions
    """Options for `tmpfs`."""


class ResourceObject(TypedDict):
    """What a node has, or what a task of a service wants to have for itself."""

    NanoCPUs: int
    """CPU time in billionths of a CPU."""
    MemoryBytes: int
    """Memory in bytes."""
    GenericResources: list[GenericResource]
    """Resources of other kinds, such as GPUs. Since API 1.32."""


class Identity(TypedDict):
    """Where an image comes from, as far as the engine can tell. More than one of the parts may be filled. Since API
    1.53."""

    Signature: list[SignatureIdentity]
    """Signatures of the image that the engine checked. Since API 1.53."""
    Pull: list[PullIdentity]
    """Repositories from which the image came. Since API 1.53."""
    Build: list[BuildIdentity]
    """Builds of this engine that made the image. Since API 1.53."""


class SwarmSpec(TypedDict):
    """Settings of a swarm. An update replaces all of them; what is left out is not kept."""

    Name: str
    """Name of the swarm, which is always `default`. Another one is an error."""
    Labels: dict[str, str]
    """Labels of the swarm."""
    Orchestration: SwarmSpecOrchestration | None
    """How the swarm keeps tasks."""
    Raft: SwarmSpecRaft
    """How managers keep the state of the swarm."""
    Dispatcher: SwarmSpecDispatcher | None
    """How nodes report to managers."""
    CAConfig: SwarmSpecCAConfig | None
    """How nodes get certificates."""
    EncryptionConfig: SwarmSpecEncryptionConfig
    """How managers keep their data on disk."""
    TaskDefaults: SwarmSpecTaskDefaults
    """What applies to tasks where their service says nothing."""


class ClusterInfo(TypedDict):
    """A swarm, without the tokens for joining it."""

    ID: str
    """Id of the swarm."""
    Version: ObjectVersion
    """Version of the swarm; an update has to give its `Index`."""
    CreatedAt: str
    """When the swarm was created."""
    UpdatedAt: str
    """When the swarm last changed."""
    Spec: SwarmSpec
    """Its settings."""
    TLSInfo: TLSInfo
    """Which certificates its nodes trust. Since API 1.30."""
    RootRotationInProgress: bool
    """Whether nodes are still changing over to a new root certificate. Since API 1.30."""
    DataPathPort: int
    """UDP port for the traffic of `overlay` networks; 4789 by default. Since API 1.40."""
    DefaultAddrPool: list[str]
    """Address pools from which the subnets of the swarm's networks are cut, in CIDR notation; `10.0.0.0/8` by default.
    Since API 1.39."""
    SubnetSize: int
    """Prefix length of the subnets that are cut from the pools; 24 by default. Since API 1.39."""


class ContainerSpec(TypedDict):
    """The container that each task of a service runs."""

    Image: str
    """Name of the image, with or without a tag or digest; required. Nodes pull it themselves."""
    Labels: dict[str, str]
    """Labels of the container, beside those that the swarm sets."""
    Command: list[str]
    """Program to run in place of the entrypoint of the image, with its first arguments; `Args` follows."""
    Args: list[str]
    """Arguments of the program, in place of the command of the image."""
    Hostname: str
    """Host name in the container. Placeholders such as `{{.Node.Hostname}}` are filled in for each task."""
    Env: list[str]
    """Variables for the process, as `NAME=value`. Placeholders in the values are filled in for each task."""
    Dir: str
    """Directory that the process starts in, an absolute path; that of the image by default."""
    User: str
    """User that the process runs as, by name or number, as `user[:group]`; that of the image by default."""
    Groups: list[str]
    """Further groups of the process, by name or number."""
    Privileges: ContainerSpecPrivileges
    """Security settings of the container. Since API 1.30."""
    TTY: bool
    """Give the process a terminal. Its output then comes raw, with standard error mixed in."""
    OpenStdin: bool
    """Keep standard input open. Since API 1.27."""
    ReadOnly: bool
    """Mount the root file system read-only. Since API 1.28."""
    Mounts: list[Mount]
    """What is mounted into the container; no two mounts may have the same target. Placeholders in sources and targets
    are filled in for each task."""
    StopSignal: str
    """Signal that asks the process to end, by name or number; that of the image by default, or `SIGTERM`. Since API
    1.28."""
    StopGracePeriod: int
    """How long the process has to end before it is killed, in nanoseconds; 10 seconds by default."""
    Hosts: list[str]
    """Lines for `/etc/hosts`, as an address, a space and a host name. Anything further on a line is left out."""
    DNSConfig: ContainerSpecDNSConfig
    """Name resolution in the container."""
    Secrets: list[ContainerSpecSecret]
    """Secrets of the swarm that the container can read."""
    OomScoreAdj: int
    """How likely the kernel is to kill the container when memory runs out, from -1000 (never) to 1000. Linux only.
    Since API 1.46."""
    Configs: list[ContainerSpecConfig]
    """Configs of the swarm that the container gets. Since API 1.30."""
    Isolation: Literal["default", "process", "hyperv"] | str
    """How the container is separated from the host; the default of the node unless set. Windows only. Since API
    1.35."""
    Init: bool | None
    """Run a small init process first in the container, which passes signals on and reaps zombies; null for the default
    of the node. Linux only. Since API 1.37."""
    Sysctls: dict[str, str]
    """Kernel parameters in the namespaces of the container, such as `net.core.somaxconn`. Linux only. Since API
    1.40."""
    CapabilityAdd: list[str]
    """Capabilities to add to the usual ones, such as `CAP_NET_ADMIN`, or `ALL`. Since API 1.41."""
    CapabilityDrop: list[str]
    """Capabilities to take away, such as `CAP_NET_RAW`, or `ALL`. Since API 1.41."""
    Ulimits: list[ContainerSpecUlimit]
    """Resource limits of the process, as `ulimit` knows them. Since API 1.41."""
    Healthcheck: HealthConfig
    """How the engine finds out whether the container is healthy. A task that is unhealthy is replaced."""


class ResourceRequirements(TypedDict):
    """What each task of a service may use, and what it wants for itself."""

    Limits: Limit
    """What a task may use at most."""
    Reservations: ResourceObject
    """What a node must have free for a task to be put there."""
    SwapBytes: int | None
    """Swap in bytes that a task may use beside its memory, -1 for no limit; counts only with a limit for memory. Null
    leaves it to the node. Since API 1.52."""
    MemorySwappiness: int | None
    """How readily the kernel swaps out memory of the container, from 0 to 100. Null leaves it to the node; Linux with
    cgroup v1 only. Since API 1.52."""


class Placement(TypedDict):
    """On which nodes the tasks of a service may run."""

    Constraints: list[str]
    """Conditions that a node must meet, all of them, such as `node.role==manager`, `node.hostname!=web1` or
    `node.labels.disk==ssd`."""
    Preferences: list[PlacementPreference]
    """How to spread tasks over nodes, the most important first. Since API 1.28."""
    MaxReplicas: int
    """How many tasks of the service one node may run; 0 for no limit. Since API 1.40."""
    Platforms: list[Platform]
    """Platforms that the image is available for; a node must have one of them. Empty for any. Since API 1.30."""


class ContainerSummary(TypedDict):
    """A container in a list."""

    Id: str
    """Id of the container, 64 hexadecimal digits."""
    Names: list[str]
    """Names of the container with a `/` in front, and its names in containers linked to it, as `/container/alias`."""
    Image: str
    """Image as it was named at creation, or its id if that name now means another image."""
    ImageID: str
    """Id of the image that the container is made from."""
    ImageManifestDescriptor: OCIDescriptor | None
    """The manifest that the container is made from, always that of one platform. Present if images are stored in
    containerd. Since API 1.48."""
    Command: str
    """Program and arguments of the main process in one line."""
    Created: int
    """When the container was created, in seconds since 1970."""
    Ports: list[PortSummary]
    """Ports that the container exposes or publishes."""
    SizeRw: int | None
    """Size in bytes of files that the container made or changed. Only if `size` was asked for, and absent if 0."""
    SizeRootFs: int | None
    """Size in bytes of all files in the container, those of the image included. Only if `size` was asked for."""
    Labels: dict[str, str]
    """Labels of the container, those of its image included."""
    State: Literal["created", "running", "paused", "restarting", "exited", "removing", "dead"] | str
    """What the container is doing, in one word."""
    Status: str
    """What the container is doing, in readable form, such as `Up 2 hours (healthy)` or `Exited (0) 3 days ago`."""
    HostConfig: ContainerSummaryHostConfig
    """A few facts about how the container is tied to the host."""
    NetworkSettings: ContainerSummaryNetworkSettings
    """The container's networks."""
    Mounts: list[MountPoint]
    """Volumes, directories of the host and other things mounted in the container."""
    Health: ContainerSummaryHealth
    """How the health check of the container has gone lately. Since API 1.52."""


class ClusterVolumeSpec(TypedDict):
    """What is asked of a cluster volume. Since API 1.42."""

    Group: str
    """Group of volumes that can stand in for one another. A mount takes one of them with the source `group:` and this
    name. Since API 1.42."""
    AccessMode: ClusterVolumeAccessMode
    """How tasks may use the volume; required. Since API 1.42."""
    Secrets: list[ClusterVolumeSecret]
    """Secrets of the swarm that the CSI plugin gets for its calls. Since API 1.42."""
    AccessibilityRequirements: TopologyRequirement
    """Parts of the cluster from which the volume must be reachable; by default any, and only for plugins with topology.
    Since API 1.42."""
    CapacityRange: CapacityRange
    """How big the volume should be; by default the plugin decides. Since API 1.42."""
    Availability: Literal["active", "pause", "drain"] | str
    """Whether tasks may use the volume (`active`, the default), only those that do already (`pause`), or none, which
    moves them away (`drain`). Since API 1.42."""


class ImageManifestSummaryImageData(TypedDict):
    """An image for one platform. Since API 1.47."""

    Platform: OCIPlatform
    """The platform that it is for. Since API 1.47."""
    Identity: Identity | None
    """Where it comes from, if `identity` was asked for. Since API 1.54."""
    Containers: list[str]
    """Containers made from it, by id. Since API 1.47."""
    Size: ImageManifestSummaryImageDataSize
    """How much of it is unpacked. Since API 1.47."""


class PushProgress(ProgressMessage):
    """One message in the stream of a push."""

    aux: PushResult
    """What was pushed, once a tag is done."""


class TaskSpec(TypedDict):
    """What the tasks of a service run, and where. `Runtime` tells which one of the three specs counts."""

    PluginSpec: PluginSpec
    """Plugin to install, for the runtime `plugin`. Since API 1.31."""
    ContainerSpec: ContainerSpec
    """Container to run, for the runtime `container`."""
    NetworkAttachmentSpec: NetworkAttachmentSpec
    """Container that the swarm has connected to a network, for the runtime `attachment`. No service can be created with
    it. Since API 1.38."""
    Resources: ResourceRequirements
    """What each task may use, and what it wants for itself."""
    RestartPolicy: TaskSpecRestartPolicy
    """When a task that has ended is replaced."""
    Placement: Placement
    """On which nodes tasks may run."""
    ForceUpdate: int
    """A number other than the present one replaces all tasks, even if nothing else has changed."""
    Runtime: str
    """What a task is: `container` (the default) or `plugin`; `attachment` only in tasks that the swarm made itself.
    Since API 1.30."""
    Networks: list[NetworkAttachmentConfig]
    """Networks of the swarm that tasks are connected to."""
    LogDriver: TaskSpecLogDriver
    """Log driver of the containers; by default that of the node."""


class ClusterVolume(TypedDict):
    """What the swarm knows about a volume that a CSI plugin keeps. Since API 1.42."""

    ID: str
    """Id under which the swarm knows the volume. Since API 1.42."""
    Version: ObjectVersion
    """Version of the volume; an update has to give its `Index`. Since API 1.42."""
    CreatedAt: str
    """When the swarm got to know the volume. Since API 1.42."""
    UpdatedAt: str
    """When the volume last changed. Since API 1.42."""
    Spec: ClusterVolumeSpec
    """What was asked for. Since API 1.42."""
    Info: ClusterVolumeInfo
    """What the CSI plugin tells about the volume; absent until the plugin has created it. Since API 1.42."""
    PublishStatus: list[ClusterVolumePublishStatus]
    """On which nodes the volume is available, or about to be. Since API 1.42."""


class ImageManifestSummary(TypedDict):
    """One manifest of an image, as for one platform. Since API 1.47."""

    ID: str
    """Digest of the manifest. Since API 1.47."""
    Descriptor: OCIDescriptor
    """Where the manifest is stored, by digest, with its platform. Since API 1.47."""
    Available: bool
    """Whether the engine has all that belongs to the manifest. Since API 1.47."""
    Size: ImageManifestSummarySize
    """How much of it is on disk. Since API 1.47."""
    Kind: Literal["image", "attestation", "unknown"] | str
    """What the manifest describes. `unknown` is for what the engine cannot place. Since API 1.47."""
    ImageData: ImageManifestSummaryImageData | None
    """More on an image. Only if `Kind` is `image`. Since API 1.47."""
    AttestationData: ImageManifestSummaryAttestationData | None
    """More on an attestation. Only if `Kind` is `attestation`. Since API 1.47."""


class ImageSummary(TypedDict):
    """An image in a list."""

    Id: str
    """Id of the image, as `sha256:` and 64 hexadecimal digits. It is the digest of the manifest or index if images are
    stored in containerd, otherwise of the configuration."""
    ParentId: str
    """Id of the image that a classic build made this one from; empty for others."""
    RepoTags: list[str]
    """Names of the image, with their tags."""
    RepoDigests: list[str]
    """Names of the image with its digest in place of a tag. Unless images are stored in containerd, only for
    repositories that it was pulled from or pushed to."""
    Created: int
    """When the image was built, in seconds since 1970."""
    Size: int
    """Size in bytes of all its layers, those shared with other images included; packed and unpacked ones together if
    images are stored in containerd."""
    SharedSize: int
    """Size in bytes of layers that other images have too; -1 unless `shared-size` was asked for."""
    Labels: dict[str, str]
    """Labels of the image; may be null."""
    Containers: int
    """Number of containers made from the image, running or not; -1 if the engine did not count them."""
    Manifests: list[ImageManifestSummary]
    """The manifests in the image's index, if `manifests` was asked for and images are stored in containerd. Since API
    1.47."""
    Descriptor: OCIDescriptor | None
    """The manifest or index that the image is. Present if images are stored in containerd. Since API 1.48."""
    VirtualSize: int
    """The same as `Size`. Until API 1.43."""


class Volume(TypedDict):
    """A place for data that outlives containers."""

    Name: str
    """Name of the volume; 64 hexadecimal digits for an anonymous one."""
    Driver: str
    """Driver that keeps the volume, such as `local`."""
    Mountpoint: str
    """Path of the data on the host; empty if the driver has none at the moment."""
    CreatedAt: str
    """When the volume was created; absent if the driver does not tell. Since API 1.31."""
    Status: dict[str, Any]
    """What the driver tells about the state of the volume, if anything."""
    Labels: dict[str, str]
    """Labels of the volume. An anonymous one has `com.docker.volume.anonymous`."""
    Scope: Literal["local", "global"] | str
    """Where the volume exists: on this host only (`local`) or on all hosts of the cluster (`global`)."""
    ClusterVolume: ClusterVolume
    """What the swarm knows about the volume; absent unless it is a cluster volume. Since API 1.42."""
    Options: dict[str, str]
    """Options of the driver that it was created with."""
    UsageData: VolumeUsageData | None
    """Size and use; only in the disk usage of the engine."""


class UlimitParam(TypedDict, total=False):
    """A limit that the kernel sets each process, as `ulimit` does in a shell."""

    Name: str
    """Which limit, such as `nofile` or `core`."""
    Soft: int
    """Limit that counts, up to `Hard`; -1 for none."""
    Hard: int
    """Limit up to which a process may raise its own; -1 for none."""


class ConfigReferenceParam(TypedDict, total=False):
    """Where a network takes its settings from. Since API 1.30."""

    Network: str
    """Name of the configuration-only network; empty for none. Since API 1.30."""


class AuthConfig(TypedDict, total=False):
    """Credentials for a registry, either `username` and `password` or a token."""

    username: str
    """Name of the account."""
    password: str
    """Password of the account, or an access token in its place."""
    serveraddress: str
    """Registry that the credentials are for, as a host name with or without a port, or as a URL. That of Docker Hub is
    `https://index.docker.io/v1/`, the default when they are checked."""
    email: str
    """E-mail address of the account. The engine does not use it. Until API 1.51."""
    auth: str
    """User name and password as `name:password` in base64, the form of Docker's configuration file. The engine reads
    `username` and `password` instead."""
    identitytoken: str
    """Token from an earlier login, which the engine trades for short-lived ones. It takes the place of the password."""
    registrytoken: str
    """Token that is sent to the registry as it is, as a bearer token."""


class MountBindOptionsParam(TypedDict, total=False):
    """Options for mounting a path of the host."""

    Propagation: Literal["private", "rprivate", "shared", "rshared", "slave", "rslave"] | str
    """How later mounts below the path reach the other side: not at all (`private`), from host to container (`slave`),
    both ways (`shared`), with `r` in front for nested mounts too. The default is `rprivate`; Linux only."""
    NonRecursive: bool
    """Leave out what is mounted below the source path. Since API 1.40."""
    CreateMountpoint: bool
    """Create the source path as a directory if it is missing, which is an error otherwise. Linux only. Since API
    1.42."""
    ReadOnlyNonRecursive: bool
    """With `ReadOnly`, let nested mounts stay writable. By default they become read-only too, if kernel and runtime can
    do it. Since API 1.44."""
    ReadOnlyForceRecursive: bool
    """With `ReadOnly`, fail if nested mounts cannot be made read-only too, as on kernels before 5.12. Since API
    1.44."""


class MountVolumeOptionsDriverConfigParam(TypedDict, total=False):
    """Driver that creates a volume for a mount."""

    Name: str
    """The volume driver, `local` by default."""
    Options: dict[str, str]
    """Options of the driver for the new volume."""


class MountImageOptionsParam(TypedDict, total=False):
    """Options for mounting the files of an image. Since API 1.48."""

    Subpath: str
    """Mount only this path of the image, relative to its root. It must not lead out of the image. Since API 1.48."""


class MountTmpfsOptionsParam(TypedDict, total=False):
    """Options for mounting memory as a file system."""

    SizeBytes: int
    """Greatest size in bytes; 0 for the default of Linux, half of the host's memory."""
    Mode: int
    """Permission bits of the directory as an integer, such as `0o1777`; 0 for the default of Linux."""
    Options: list[list[str]]
    """Further mount options, each as a list of its name and, if it has one, its value. Only `exec` and `noexec` are
    accepted. Since API 1.46."""


class LimitParam(TypedDict, total=False):
    """How much a task of a service may use at most."""

    NanoCPUs: int
    """CPU time in billionths of a CPU, 0 for no limit. At least 1000000, a thousandth of a CPU."""
    MemoryBytes: int
    """Memory in bytes, 0 for no limit. At least 4 MiB."""
    Pids: int
    """How many processes and threads the container may have; 0 for no limit. Since API 1.41."""


class NamedGenericResourceParam(TypedDict, total=False):
    """One piece of a resource, by name. Since API 1.32."""

    Kind: str
    """Kind of the resource, such as `GPU`. Since API 1.32."""
    Value: str
    """Name of the piece, such as `UUID1`. Since API 1.32."""


class DiscreteGenericResourceParam(TypedDict, total=False):
    """A number of pieces of a resource. Since API 1.32."""

    Kind: str
    """Kind of the resource, such as `SSD`. Since API 1.32."""
    Value: int
    """How many pieces. Since API 1.32."""


class HealthConfigParam(TypedDict, total=False):
    """How the engine finds out whether a container is healthy. What is empty or 0 comes from the image."""

    Test: list[str]
    """The check: `CMD` with a program and its arguments, `CMD-SHELL` with a line for the shell of the container, or
    `NONE` for no check even if the image has one. The container is healthy if it exits with 0."""
    Interval: int
    """Time from the end of one check to the next, in nanoseconds and at least a millisecond; 30 seconds by default."""
    Timeout: int
    """How long a check may take before it counts as failed, in nanoseconds and at least a millisecond; 30 seconds by
    default."""
    Retries: int
    """How many checks in a row must fail for the container to be unhealthy; 3 by default."""
    StartPeriod: int
    """Time after the start in which failures do not count, until a check succeeds, in nanoseconds and at least a
    millisecond; none by default. Since API 1.29."""
    StartInterval: int
    """Time between checks during `StartPeriod`, in nanoseconds and at least a millisecond; 5 seconds by default. Since
    API 1.44."""


class ContainerConfigParam(TypedDict, total=False):
    """What a container runs, and what an image made from it takes over. What is left out mostly comes from the
    image."""

    Hostname: str
    """Host name in the container; by default the first 12 digits of its id, or the name of the host on the network of
    the host. Not for containers on the network of another container."""
    Domainname: str
    """Domain name in the container."""
    User: str
    """User and group that the process runs as, by name or number, as `user[:group]`; that of the image by default, or
    root."""
    AttachStdin: bool
    """Whether the creator of the container wants standard input. To connect, the container must still be attached
    to."""
    AttachStdout: bool
    """Whether the creator of the container wants standard output. To connect, the container must still be attached
    to."""
    AttachStderr: bool
    """Whether the creator of the container wants standard error. To connect, the container must still be attached
    to."""
    ExposedPorts: dict[str, dict[str, Any]] | None
    """Ports that the container serves, as keys such as `80/tcp` with empty objects as values. This does not publish
    them, unless `PublishAllPorts` is set."""
    Tty: bool
    """Give the process a terminal. Its output then comes raw, with standard error mixed in."""
    OpenStdin: bool
    """Keep standard input open, even while nobody is connected. Without it the process reads the end of input."""
    StdinOnce: bool
    """Close standard input once the first client that was connected to it is gone."""
    Env: list[str]
    """Variables for the process, as `NAME=value`. A name without `=` removes the variable."""
    Cmd: list[str]
    """Program and arguments, or the arguments of `Entrypoint` if there is one. That of the image counts only while
    `Entrypoint` is left out as well."""
    Healthcheck: HealthConfigParam
    """How the engine finds out whether the container is healthy."""
    ArgsEscaped: bool | None
    """Whether the command is one line with its arguments already escaped. Windows only."""
    Image: str
    """Name or id of the image."""
    Volumes: dict[str, dict[str, Any]]
    """Absolute paths in the container, as keys with empty objects as values. Each gets an anonymous volume unless
    something else is mounted there."""
    WorkingDir: str
    """Directory that the process starts in, an absolute path; that of the image by default, or `/`. It is created if it
    is missing."""
    Entrypoint: list[str]
    """Program that always runs, with its first arguments, followed by `Cmd`. A list of one empty string removes that of
    the image."""
    NetworkDisabled: bool | None
    """Set up no networking for the container."""
    OnBuild: list[str] | None
    """Dockerfile instructions for builds that begin with an image made from this container."""
    Labels: dict[str, str]
    """Labels of the container, beside those of the image."""
    StopSignal: str | None
    """Signal that asks the process to end, by name or number; that of the image by default, or `SIGTERM`."""
    StopTimeout: int | None
    """Seconds that the process has to end before it is killed, -1 for no limit. The default is 10, on Windows 30."""
    Shell: list[str] | None
    """Shell for commands given as one line, in a Dockerfile and in a check with `CMD-SHELL`, such as `["/bin/sh",
    "-c"]`."""
    MacAddress: str | None
    """MAC address of the interface on the network that `NetworkMode` names. Newer engines want it in the `MacAddress`
    of `EndpointSettings`. Until API 1.51."""


class EndpointIPAMConfigParam(TypedDict, total=False):
    """Addresses that a container should have on a network. The network must have been created with a subnet, and they
    must lie in it."""

    IPv4Address: str
    """The IPv4 address."""
    IPv6Address: str
    """The IPv6 address."""
    LinkLocalIPs: list[str]
    """Link-local addresses for the interface, beside the others."""


class PluginPrivilegeParam(TypedDict, total=False):
    """Something that a plugin wants from the host, and that is granted when it is installed."""

    Name: str
    """What kind of privilege it is, such as `network`, `mount`, `device` or `capabilities`."""
    Description: str
    """What the privilege allows."""
    Value: list[str]
    """What exactly is wanted, such as `host` for a network or the paths of mounts."""


class PlatformParam(TypedDict, total=False):
    """Processor and operating system of a node, or that a task needs. Since API 1.30."""

    Architecture: str
    """Processor architecture, such as `x86_64` or `aarch64`. Since API 1.30."""
    OS: str
    """Operating system, such as `linux` or `windows`. Since API 1.30."""


class SwarmSpecOrchestrationParam(TypedDict, total=False):
    """How a swarm keeps tasks."""

    TaskHistoryRetentionLimit: int
    """How many tasks to keep on record for each replica, or for each node of a global service, old ones included; 5 by
    default. A negative number keeps all."""


class SwarmSpecRaftParam(TypedDict, total=False):
    """How managers keep the state of a swarm. A tick is a second."""

    SnapshotInterval: int
    """After how many log entries a snapshot is taken; 10000 by default."""
    KeepOldSnapshots: int
    """How many snapshots to keep beside the newest; 0 by default."""
    LogEntriesForSlowFollowers: int
    """How many log entries to keep after a snapshot for managers that lag behind; 500 by default."""
    ElectionTick: int
    """After how many ticks without word from the leader a manager stands for election; 10 by default. It must be
    greater than `HeartbeatTick`."""
    HeartbeatTick: int
    """Number of ticks between two heartbeats of the leader; 1 by default."""


class SwarmSpecDispatcherParam(TypedDict, total=False):
    """How nodes report to managers."""

    HeartbeatPeriod: int
    """How often a node sends a heartbeat, in nanoseconds; 5 seconds by default. A negative one is an error."""


class ExternalCAParam(TypedDict, total=False):
    """A certificate authority outside of the swarm."""

    Protocol: Literal["cfssl"] | str
    """How it is spoken to; `cfssl` is the only way."""
    URL: str
    """Where requests for signing go."""
    Options: dict[str, str]
    """Further options, as the protocol has them."""
    CACert: str
    """Root certificate of the authority, in PEM. Since API 1.30."""


class SwarmSpecEncryptionConfigParam(TypedDict, total=False):
    """How managers keep their data on disk."""

    AutoLockManagers: bool
    """Lock the keys of managers with an unlock key, which each then needs after a restart."""


class SwarmSpecTaskDefaultsLogDriverParam(TypedDict, total=False):
    """Log driver for tasks whose service names none."""

    Name: str
    """Name of the log driver, such as `json-file`."""
    Options: dict[str, str]
    """Options of the log driver."""


class PluginSpecParam(TypedDict, total=False):
    """A plugin that a service installs on every node. Since API 1.31."""

    Name: str
    """Name that the plugin gets on the node. Since API 1.31."""
    Remote: str
    """Name of the plugin in its registry. Since API 1.31."""
    Disabled: bool
    """Install the plugin without enabling it. Since API 1.31."""
    PluginPrivilege: list[PluginPrivilegeParam]
    """What the plugin is granted. The engine reads it under the name `privileges`. Since API 1.31."""


class CredentialSpecParam(TypedDict, total=False):
    """Where a node finds the credential spec of a managed service account. Exactly one must be set; Windows only. Since
    API 1.30."""

    Config: str
    """Id of a config of the swarm that holds it. The config must be among `Configs` as well, with `Runtime` set. Since
    API 1.40."""
    File: str
    """Name of a file in the directory `CredentialSpecs` below the data directory of the engine. Since API 1.30."""
    Registry: str
    """Name of a value in the registry of the node. Since API 1.30."""


class SELinuxContextParam(TypedDict, total=False):
    """SELinux labels of a container. An empty one leaves the default. Since API 1.30."""

    Disable: bool
    """Run the container without SELinux confinement. Since API 1.30."""
    User: str
    """User label. Since API 1.30."""
    Role: str
    """Role label. Since API 1.30."""
    Type: str
    """Type label. Since API 1.30."""
    Level: str
    """Level label. Since API 1.30."""


class SeccompOptionsParam(TypedDict, total=False):
    """Which system calls a container may make. Since API 1.44."""

    Mode: Literal["default", "unconfined", "custom"] | str
    """Take the profile of the engine (`default`), none at all (`unconfined`) or the one in `Profile` (`custom`). Since
    API 1.44."""
    Profile: str
    """Seccomp profile for the mode `custom`, its JSON in base64. Since API 1.44."""


class AppArmorOptionsParam(TypedDict, total=False):
    """Whether an AppArmor profile restricts a container. Since API 1.44."""

    Mode: Literal["default", "disabled"] | str
    """Take the profile of the engine (`default`) or none at all (`disabled`). Since API 1.44."""


class ContainerSpecDNSConfigParam(TypedDict, total=False):
    """Name resolution in the containers of a service."""

    Nameservers: list[str]
    """Addresses of name servers."""
    Search: list[str]
    """Domains to try for short host names."""
    Options: list[str]
    """Options of the resolver, such as `timeout:3`, as in `resolv.conf`."""


class ContainerSpecSecretFileParam(TypedDict, total=False):
    """The file that shows a secret in a container."""

    Name: str
    """Path of the file, on Linux below `/run/secrets` unless it is absolute."""
    UID: str
    """Number of the user who owns it, as a string."""
    GID: str
    """Number of the group that owns it, as a string."""
    Mode: int
    """Permission bits as an integer, such as `0o444`."""


class ContainerSpecConfigFileParam(TypedDict, total=False):
    """The file that shows a config in a container. Since API 1.30."""

    Name: str
    """Path of the file in the container; a relative one begins at the root. Since API 1.30."""
    UID: str
    """Number of the user who owns it, as a string. Since API 1.30."""
    GID: str
    """Number of the group that owns it, as a string. Since API 1.30."""
    Mode: int
    """Permission bits as an integer, such as `0o444`. Since API 1.30."""


class ContainerSpecUlimitParam(TypedDict, total=False):
    """A resource limit of the process. Since API 1.41."""

    Name: str
    """What is limited, such as `nofile`. Since API 1.41."""
    Soft: int
    """Limit that holds at first; the process may raise it up to `Hard`. Since API 1.41."""
    Hard: int
    """Upper bound for `Soft`. Since API 1.41."""


class NetworkAttachmentSpecParam(TypedDict, total=False):
    """A container that was connected to an attachable network of the swarm by hand. Since API 1.38."""

    ContainerID: str
    """Id of the container. Since API 1.38."""


class TaskSpecRestartPolicyParam(TypedDict, total=False):
    """When a task of a service that has ended is replaced."""

    Condition: Literal["none", "on-failure", "any"] | str
    """Which ends count: any (`any`, the default), only failures (`on-failure`), or none (`none`)."""
    Delay: int
    """How long to wait before the next attempt, in nanoseconds; 5 seconds by default."""
    MaxAttempts: int
    """How often to try within `Window`; 0 for no limit."""
    Window: int
    """How far back attempts count towards `MaxAttempts`, in nanoseconds; 0 for all of them."""


class PlacementPreferenceSpreadParam(TypedDict, total=False):
    """The label over whose values tasks are spread. Since API 1.28."""

    SpreadDescriptor: str
    """The label, such as `node.labels.zone` or `engine.labels.rack`. Nodes without it count as one more value. Since
    API 1.28."""


class TaskSpecLogDriverParam(TypedDict, total=False):
    """Log driver of the containers of a service."""

    Name: str
    """Name of the log driver, such as `json-file` or `none`."""
    Options: dict[str, str]
    """Options of the log driver."""


class EndpointPortConfigParam(TypedDict, total=False):
    """A port of a service that is reachable from outside."""

    Name: str
    """A name for the port."""
    Protocol: Literal["tcp", "udp", "sctp"] | str
    """Protocol of the port, `tcp` by default. `sctp` since API 1.37."""
    TargetPort: int
    """Port in the containers."""
    PublishedPort: int
    """Port on the nodes. By default the swarm chooses one from 30000 to 32767 for the mode `ingress`, and each node one
    of its own for `host`."""
    PublishMode: Literal["ingress", "host"] | str
    """Whether every node passes the port on to some task (`ingress`, the default), or only nodes with a task do, and
    only to that task (`host`)."""


class DriverParam(TypedDict, total=False):
    """A driver with its options. Since API 1.31."""

    Name: str
    """Name of the driver. Since API 1.31."""
    Options: dict[str, str]
    """Options of the driver. Since API 1.31."""


class NetworkAttachmentConfigParam(TypedDict, total=False):
    """A network that the tasks of a service are connected to."""

    Target: str
    """Id or name of the network. It must belong to the swarm, or be one that every node has, such as `host`."""
    Aliases: list[str]
    """Further names under which the service is found on the network."""
    DriverOpts: dict[str, str]
    """Options of the driver for the connections. Since API 1.39."""


OCIPlatformParam = TypedDict(
    "OCIPlatformParam",
    {
        "architecture": str,
        "os": str,
        "os.version": str,
        "os.features": list[str],
        "variant": str,
    },
    total=False,
)


class ClusterVolumeSecretParam(TypedDict, total=False):
    """A secret that the CSI plugin gets for its calls. Since API 1.42."""

    Key: str
    """Key under which the plugin gets the data. Since API 1.42."""
    Secret: str
    """Id of the secret in the swarm; it must exist. Since API 1.42."""


class CapacityRangeParam(TypedDict, total=False):
    """Limits for the size of a new volume. Since API 1.42."""

    RequiredBytes: int
    """Least size in bytes; 0 for no such limit. Since API 1.42."""
    LimitBytes: int
    """Greatest size in bytes; 0 for no such limit. Since API 1.42."""


class TopologyParam(TypedDict, total=False):
    """A part of a cluster, by the places it lies in. Since API 1.42."""

    Segments: dict[str, str]
    """Places by kind, such as `{"region":"R1","zone":"Z2"}`; the CSI plugin decides which kinds there are. Since API
    1.42."""


class ClusterVolumeMountParam(TypedDict, total=False):
    """How a cluster volume is mounted as a file system."""

    FsType: str
    """File system of the volume, such as `ext4`; that of the driver by default."""
    MountFlags: list[str]
    """Flags for mounting it."""


class MountVolumeOptionsParam(TypedDict, total=False):
    """Options for mounting a volume."""

    NoCopy: bool
    """Leave an empty volume empty. By default it is filled with what the image has at the target path; on Windows it is
    not."""
    Labels: dict[str, str]
    """Labels for a volume that the mount creates."""
    DriverConfig: MountVolumeOptionsDriverConfigParam
    """Driver for a volume that the mount creates."""
    Subpath: str
    """Mount only this path of the volume, relative to its root. It must exist, must not lead out of the volume, and the
    volume needs a name. Since API 1.45."""


class GenericResourceParam(TypedDict, total=False):
    """A resource of some kind, by name or by number. One of the two is set. Since API 1.32."""

    NamedResourceSpec: NamedGenericResourceParam
    """One particular piece. Since API 1.32."""
    DiscreteResourceSpec: DiscreteGenericResourceParam
    """A number of pieces. Since API 1.32."""


class EndpointSettingsParam(TypedDict, total=False):
    """The connection of a container to a network, as requested and as it is."""

    IPAMConfig: EndpointIPAMConfigParam
    """Addresses that the container should have; the engine chooses by default."""
    Links: list[str]
    """Other containers on the network and a further name for each under which this container reaches it, as
    `container:name`."""
    MacAddress: str
    """MAC address of the interface, as requested and, while the container runs, as it is. The engine chooses by
    default. Since API 1.44."""
    Aliases: list[str]
    """Further names under which other containers on the network find this one. On Linux only for networks that users
    have created."""
    DriverOpts: dict[str, str] | None
    """Options of the driver for this connection, such as `com.docker.network.endpoint.sysctls`. Since API 1.32."""
    GwPriority: int
    """Rank of the network for the default gateway, which comes from the network with the greatest number; 0 by default,
    and negative numbers are valid. Among equals the first by name wins. Since API 1.48."""
    NetworkID: str
    """Id of the network."""
    EndpointID: str
    """Id of the connection; empty while the container does not run."""
    Gateway: str
    """IPv4 gateway of the network for this container."""
    IPAddress: str
    """IPv4 address of the container; empty while it does not run."""
    IPPrefixLen: int
    """Prefix length of the IPv4 address."""
    IPv6Gateway: str
    """IPv6 gateway of the network for this container."""
    GlobalIPv6Address: str
    """IPv6 address of the container; empty without one."""
    GlobalIPv6PrefixLen: int
    """Prefix length of the IPv6 address."""
    DNSNames: list[str]
    """All names under which containers on a network that users have created find this one: its name, aliases, short id
    and host name. The engine sets them. Since API 1.44."""


class SwarmSpecCAConfigParam(TypedDict, total=False):
    """How nodes of a swarm get certificates."""

    NodeCertExpiry: int
    """How long the certificate of a node is valid, in nanoseconds; 90 days by default, an hour at least."""
    ExternalCAs: list[ExternalCAParam]
    """Certificate authorities outside of the swarm to which managers forward signing."""
    SigningCACert: str
    """Root certificate to change over to, in PEM. The engine never gives it back. Since API 1.30."""
    SigningCAKey: str
    """Key for `SigningCACert`, in PEM. The engine never gives it back. Since API 1.30."""
    ForceRotate: int
    """A number other than the present one makes the swarm change over to a new root certificate, one of its own making
    if `SigningCACert` is left out. Since API 1.30."""


class SwarmSpecTaskDefaultsParam(TypedDict, total=False):
    """What applies to tasks where their service says nothing."""

    LogDriver: SwarmSpecTaskDefaultsLogDriverParam
    """Log driver for tasks without one. Many engines accept it but do not keep it; the default of each node then
    applies."""


class ContainerSpecPrivilegesParam(TypedDict, total=False):
    """Security settings of the containers of a service. Since API 1.30."""

    CredentialSpec: CredentialSpecParam
    """Managed service account that the container runs under. Windows only. Since API 1.30."""
    SELinuxContext: SELinuxContextParam
    """SELinux labels that the container runs under. Since API 1.30."""
    Seccomp: SeccompOptionsParam
    """Which system calls the container may make. Since API 1.44."""
    AppArmor: AppArmorOptionsParam
    """Whether an AppArmor profile restricts the container. Since API 1.44."""
    NoNewPrivileges: bool
    """Let the process gain no privileges by programs that it runs, such as setuid ones. Since API 1.44."""


class ContainerSpecSecretParam(TypedDict, total=False):
    """A secret of the swarm that a container can read."""

    File: ContainerSpecSecretFileParam
    """File in the container that holds it; required."""
    SecretID: str
    """Id of the secret; required."""
    SecretName: str
    """Name of the secret; required beside its id."""


class ContainerSpecConfigParam(TypedDict, total=False):
    """A config of the swarm that a container gets. Exactly one of `File` and `Runtime` must be set. Since API 1.30."""

    File: ContainerSpecConfigFileParam
    """File in the container that holds it. Since API 1.30."""
    Runtime: dict[str, Any]
    """Mount nothing; the node itself reads the config, as for a credential spec. The value is an empty object. Since
    API 1.40."""
    ConfigID: str
    """Id of the config; required. Since API 1.30."""
    ConfigName: str
    """Name of the config; required beside its id. Since API 1.30."""


class PlacementPreferenceParam(TypedDict, total=False):
    """A wish for where tasks go. Since API 1.28."""

    Spread: PlacementPreferenceSpreadParam
    """Spread tasks evenly over the values of a label. Since API 1.28."""


class ClusterVolumeAccessModeParam(TypedDict, total=False):
    """How many nodes and tasks may use a cluster volume, and in which way. Since API 1.42."""

    Scope: Literal["single", "multi"] | str
    """Whether one node at a time can use the volume (`single`, the default) or several (`multi`). Since API 1.42."""
    Sharing: Literal["none", "readonly", "onewriter", "all"] | str
    """How tasks share the volume: one task at a time (`none`, the default), any number that only read (`readonly`), any
    number of which one writes (`onewriter`), or any number (`all`). Since API 1.42."""
    MountVolume: ClusterVolumeMountParam
    """Use the volume as a mounted file system, with its type in `FsType` and flags in `MountFlags`, both optional; an
    empty object is enough. A volume needs this or `BlockVolume`. Since API 1.42."""
    BlockVolume: dict[str, Any]
    """Use the volume as a block device; an empty object. A volume needs this or `MountVolume`. Since API 1.42."""


class TopologyRequirementParam(TypedDict, total=False):
    """From where in the cluster a volume must be reachable. Since API 1.42."""

    Requisite: list[TopologyParam]
    """Parts of the cluster of which the volume must be reachable from at least one. Since API 1.42."""
    Preferred: list[TopologyParam]
    """Parts of the cluster to try first, the best one first. With `Requisite` they must be among those. Since API
    1.42."""


class MountParam(TypedDict, total=False):
    """Something from outside that a container has in its file system."""

    Target: str
    """Absolute path in the container, or the path of a pipe for `npipe`. It must not be the root."""
    Source: str
    """What to mount: for `bind` an absolute path of the host, for `volume` the name of a volume, for `image` the name
    of an image, for `npipe` the path of a pipe, for `cluster` the name of a volume or `group:` with that of a group.
    Must be empty for `tmpfs`; an empty volume name makes an anonymous volume."""
    Type: Literal["bind", "cluster", "image", "npipe", "tmpfs", "volume"] | str
    """What the source is. Options for another type are an error."""
    ReadOnly: bool
    """Mount it read-only."""
    Consistency: str
    """How closely host and container must agree on the content, `default`, `consistent`, `cached` or `delegated`. Meant
    for Docker Desktop; the engine itself does nothing with it. Since API 1.28."""
    BindOptions: MountBindOptionsParam
    """Options for `bind`."""
    VolumeOptions: MountVolumeOptionsParam
    """Options for `volume`."""
    ImageOptions: MountImageOptionsParam
    """Options for `image`. Since API 1.48."""
    TmpfsOptions: MountTmpfsOptionsParam
    """Options for `tmpfs`."""


class ResourceObjectParam(TypedDict, total=False):
    """What a node has, or what a task of a service wants to have for itself."""

    NanoCPUs: int
    """CPU time in billionths of a CPU."""
    MemoryBytes: int
    """Memory in bytes."""
    GenericResources: list[GenericResourceParam]
    """Resources of other kinds, such as GPUs. Since API 1.32."""


class SwarmSpecParam(TypedDict, total=False):
    """Settings of a swarm. An update replaces all of them; what is left out is not kept."""

    Name: str
    """Name of the swarm, which is always `default`. Another one is an error."""
    Labels: dict[str, str]
    """Labels of the swarm."""
    Orchestration: SwarmSpecOrchestrationParam | None
    """How the swarm keeps tasks."""
    Raft: SwarmSpecRaftParam
    """How managers keep the state of the swarm."""
    Dispatcher: SwarmSpecDispatcherParam | None
    """How nodes report to managers."""
    CAConfig: SwarmSpecCAConfigParam | None
    """How nodes get certificates."""
    EncryptionConfig: SwarmSpecEncryptionConfigParam
    """How managers keep their data on disk."""
    TaskDefaults: SwarmSpecTaskDefaultsParam
    """What applies to tasks where their service says nothing."""


class ContainerSpecParam(TypedDict, total=False):
    """The container that each task of a service runs."""

    Image: str
    """Name of the image, with or without a tag or digest; required. Nodes pull it themselves."""
    Labels: dict[str, str]
    """Labels of the container, beside those that the swarm sets."""
    Command: list[str]
    """Program to run in place of the entrypoint of the image, with its first arguments; `Args` follows."""
    Args: list[str]
    """Arguments of the program, in place of the command of the image."""
    Hostname: str
    """Host name in the container. Placeholders such as `{{.Node.Hostname}}` are filled in for each task."""
    Env: list[str]
    """Variables for the process, as `NAME=value`. Placeholders in the values are filled in for each task."""
    Dir: str
    """Directory that the process starts in, an absolute path; that of the image by default."""
    User: str
    """User that the process runs as, by name or number, as `user[:group]`; that of the image by default."""
    Groups: list[str]
    """Further groups of the process, by name or number."""
    Privileges: ContainerSpecPrivilegesParam
    """Security settings of the container. Since API 1.30."""
    TTY: bool
    """Give the process a terminal. Its output then comes raw, with standard error mixed in."""
    OpenStdin: bool
    """Keep standard input open. Since API 1.27."""
    ReadOnly: bool
    """Mount the root file system read-only. Since API 1.28."""
    Mounts: list[MountParam]
    """What is mounted into the container; no two mounts may have the same target. Placeholders in sources and targets
    are filled in for each task."""
    StopSignal: str
    """Signal that asks the process to end, by name or number; that of the image by default, or `SIGTERM`. Since API
    1.28."""
    StopGracePeriod: int
    """How long the process has to end before it is killed, in nanoseconds; 10 seconds by default."""
    Hosts: list[str]
    """Lines for `/etc/hosts`, as an address, a space and a host name. Anything further on a line is left out."""
    DNSConfig: ContainerSpecDNSConfigParam
    """Name resolution in the container."""
    Secrets: list[ContainerSpecSecretParam]
    """Secrets of the swarm that the container can read."""
    OomScoreAdj: int
    """How likely the kernel is to kill the container when memory runs out, from -1000 (never) to 1000. Linux only.
    Since API 1.46."""
    Configs: list[ContainerSpecConfigParam]
    """Configs of the swarm that the container gets. Since API 1.30."""
    Isolation: Literal["default", "process", "hyperv"] | str
    """How the container is separated from the host; the default of the node unless set. Windows only. Since API
    1.35."""
    Init: bool | None
    """Run a small init process first in the container, which passes signals on and reaps zombies; null for the default
    of the node. Linux only. Since API 1.37."""
    Sysctls: dict[str, str]
    """Kernel parameters in the namespaces of the container, such as `net.core.somaxconn`. Linux only. Since API
    1.40."""
    CapabilityAdd: list[str]
    """Capabilities to add to the usual ones, such as `CAP_NET_ADMIN`, or `ALL`. Since API 1.41."""
    CapabilityDrop: list[str]
    """Capabilities to take away, such as `CAP_NET_RAW`, or `ALL`. Since API 1.41."""
    Ulimits: list[ContainerSpecUlimitParam]
    """Resource limits of the process, as `ulimit` knows them. Since API 1.41."""
    Healthcheck: HealthConfigParam
    """How the engine finds out whether the container is healthy. A task that is unhealthy is replaced."""


class ResourceRequirementsParam(TypedDict, total=False):
    """What each task of a service may use, and what it wants for itself."""

    Limits: LimitParam
    """What a task may use at most."""
    Reservations: ResourceObjectParam
    """What a node must have free for a task to be put there."""
    SwapBytes: int | None
    """Swap in bytes that a task may use beside its memory, -1 for no limit; counts only with a limit for memory. Null
    leaves it to the node. Since API 1.52."""
    MemorySwappiness: int | None
    """How readily the kernel swaps out memory of the container, from 0 to 100. Null leaves it to the node; Linux with
    cgroup v1 only. Since API 1.52."""


class PlacementParam(TypedDict, total=False):
    """On which nodes the tasks of a service may run."""

    Constraints: list[str]
    """Conditions that a node must meet, all of them, such as `node.role==manager`, `node.hostname!=web1` or
    `node.labels.disk==ssd`."""
    Preferences: list[PlacementPreferenceParam]
    """How to spread tasks over nodes, the most important first. Since API 1.28."""
    MaxReplicas: int
    """How many tasks of the service one node may run; 0 for no limit. Since API 1.40."""
    Platforms: list[PlatformParam]
    """Platforms that the image is available for; a node must have one of them. Empty for any. Since API 1.30."""


class ClusterVolumeSpecParam(TypedDict, total=False):
    """What is asked of a cluster volume. Since API 1.42."""

    Group: str
    """Group of volumes that can stand in for one another. A mount takes one of them with the source `group:` and this
    name. Since API 1.42."""
    AccessMode: ClusterVolumeAccessModeParam
    """How tasks may use the volume; required. Since API 1.42."""
    Secrets: list[ClusterVolumeSecretParam]
    """Secrets of the swarm that the CSI plugin gets for its calls. Since API 1.42."""
    AccessibilityRequirements: TopologyRequirementParam
    """Parts of the cluster from which the volume must be reachable; by default any, and only for plugins with topology.
    Since API 1.42."""
    CapacityRange: CapacityRangeParam
    """How big the volume should be; by default the plugin decides. Since API 1.42."""
    Availability: Literal["active", "pause", "drain"] | str
    """Whether tasks may use the volume (`active`, the default), only those that do already (`pause`), or none, which
    moves them away (`drain`). Since API 1.42."""


class TaskSpecParam(TypedDict, total=False):
    """What the tasks of a service run, and where. `Runtime` tells which one of the three specs counts."""

    PluginSpec: PluginSpecParam
    """Plugin to install, for the runtime `plugin`. Since API 1.31."""
    ContainerSpec: ContainerSpecParam
    """Container to run, for the runtime `container`."""
    NetworkAttachmentSpec: NetworkAttachmentSpecParam
    """Container that the swarm has connected to a network, for the runtime `attachment`. No service can be created with
    it. Since API 1.38."""
    Resources: ResourceRequirementsParam
    """What each task may use, and what it wants for itself."""
    RestartPolicy: TaskSpecRestartPolicyParam
    """When a task that has ended is replaced."""
    Placement: PlacementParam
    """On which nodes tasks may run."""
    ForceUpdate: int
    """A number other than the present one replaces all tasks, even if nothing else has changed."""
    Runtime: str
    """What a task is: `container` (the default) or `plugin`; `attachment` only in tasks that the swarm made itself.
    Since API 1.30."""
    Networks: list[NetworkAttachmentConfigParam]
    """Networks of the swarm that tasks are connected to."""
    LogDriver: TaskSpecLogDriverParam
    """Log driver of the containers; by default that of the node."""
