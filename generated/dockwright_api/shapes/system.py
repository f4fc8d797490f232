# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""JSON as it goes over the wire: system."""

from typing import Literal, TypedDict

from . import shared


class AuthResponse(TypedDict):
    """Result of a check of credentials."""

    Status: str
    """Text about the result, `Login Succeeded`."""
    IdentityToken: str
    """Token to use as `identitytoken` from now on, in place of the password. Empty if the registry gives none."""


class BuildCache(TypedDict):
    """An entry of the build cache of BuildKit. Since API 1.39."""

    ID: str
    """Id of the entry. Since API 1.39."""
    Parents: list[str] | None
    """Ids of the entries that it builds on; null or absent if there are none. Since API 1.42."""
    Type: Literal["internal", "frontend", "source.local", "source.git.checkout", "exec.cachemount", "regular"] | str
    """What the entry holds, such as `regular` for the result of a step, `source.local` for files from the client and
    `exec.cachemount` for a cache mount of `RUN`. Since API 1.39."""
    Description: str
    """How the entry came to be, such as the step that made it. Since API 1.39."""
    InUse: bool
    """Whether a build uses the entry right now. Since API 1.39."""
    Shared: bool
    """Whether an image of the engine holds the same data. Since API 1.39."""
    Size: int
    """Size in bytes. Since API 1.39."""
    CreatedAt: str
    """When the entry was made. Since API 1.39."""
    LastUsedAt: str | None
    """When a build last used the entry; null if none has. Since API 1.39."""
    UsageCount: int
    """How often builds have used the entry. Since API 1.39."""
    Parent: str
    """Id of the entry that it builds on; empty or absent if there is none. Engines with `Parents` leave it out. Since
    API 1.39, until API 1.41."""


class BuildCacheDiskUsage(TypedDict):
    """Disk space that the build cache of BuildKit takes. Since API 1.52."""

    ActiveCount: int
    """How many entries are in use by builds right now. Since API 1.52."""
    TotalCount: int
    """How many entries there are. Since API 1.52."""
    Reclaimable: int
    """Bytes in entries that are neither in use nor shared. Since API 1.52."""
    TotalSize: int
    """Bytes in all entries. Since API 1.52."""
    Items: list[BuildCache]
    """The entries; only with `verbose`. Since API 1.52."""


class DeviceInfo(TypedDict):
    """A device of the host that a driver of the engine found. Since API 1.50."""

    Source: str
    """Driver that found the device, such as `cdi`. Since API 1.50."""
    ID: str
    """Id of the device for its driver, such as `vendor.com/gpu=0` for CDI. Since API 1.50."""


class NRIInfo(TypedDict):
    """How the engine works with plugins of NRI, the Node Resource Interface. Since API 1.53."""

    Info: list[list[str]]
    """Settings, as pairs of name and value, such as `plugin-path`, `plugin-config-path` and `socket-path`. Since API
    1.53."""


class SystemVersionPlatform(TypedDict):
    """Product that an engine is part of. Since API 1.35."""

    Name: str
    """Name of the product, such as `Docker Engine - Community`. Empty for builds that have none. Since API 1.35."""


class SystemVersionComponent(TypedDict):
    """Version of the engine or of a program that it works with. Since API 1.35."""

    Name: str
    """Name of the program, such as `Engine`, `containerd`, `runc` or `docker-init`. Since API 1.35."""
    Version: str
    """Version of the program. Since API 1.35."""
    Details: dict[str, str] | None
    """Further facts by name, such as `GitCommit`. Since API 1.35."""


class DefaultAddressPool(TypedDict):
    """A range that subnets of new networks are cut from. Since API 1.41."""

    Base: str
    """The range in CIDR notation. Since API 1.41."""
    Size: int
    """Length of the prefix of each subnet, such as 24. Since API 1.41."""


class ContainerdInfoNamespaces(TypedDict):
    """Namespaces of containerd that an engine uses. Since API 1.46."""

    Containers: str
    """Namespace for containers. Since API 1.46."""
    Plugins: str
    """Namespace for plugins that the engine runs. Since API 1.46."""


class FirewallInfo(TypedDict):
    """How an engine filters packets of networks. Since API 1.49."""

    Driver: str
    """What the rules are made with, such as `iptables`, `iptables+firewalld` or `nftables`. Since API 1.49."""
    Info: list[list[str]]
    """Further facts as pairs of name and value, such as `ReloadedAt` for when firewalld was last reloaded. May be
    absent. Since API 1.49."""


class PluginsInfo(TypedDict):
    """Drivers that an engine has loaded, its own and those of plugins."""

    Volume: list[str]
    """Volume drivers. One of a plugin may be missing until it is first used."""
    Network: list[str]
    """Network drivers. One of a plugin that the engine does not run itself is missing until a network uses it."""
    Authorization: list[str]
    """Plugins that every request must pass, in their order. Null if there are none."""
    Log: list[str]
    """Log drivers. One of a plugin may be missing. Since API 1.30."""


class IndexInfo(TypedDict):
    """How an engine reaches one registry."""

    Name: str
    """Name of the registry, `docker.io` or a host with or without a port."""
    Mirrors: list[str]
    """URLs of mirrors, which only Docker Hub has."""
    Secure: bool
    """Whether the registry must use TLS with a certificate that is trusted."""
    Official: bool
    """Whether the registry is Docker Hub."""


class Runtime(TypedDict):
    """A runtime that can run containers."""

    path: str
    """Program of the runtime, as a path or as a name to look up in `PATH`. Absent for one that is a shim of
    containerd."""
    runtimeArgs: list[str] | None
    """Arguments that the program always gets; null or absent for none."""
    status: dict[str, str] | None
    """What the runtime tells about itself, by name. `org.opencontainers.runtime-spec.features` is its list of features
    in JSON. Since API 1.44."""


class Commit(TypedDict):
    """Build of a program that the engine works with."""

    ID: str
    """Commit that the program was built from, as it reports it. `N/A` if that cannot be found out, and empty if the
    program does not tell."""
    Expected: str
    """Commit that the engine was made to work with. Newer engines repeat `ID`. Until API 1.48."""


class PeerNode(TypedDict):
    """A manager of a swarm as another node knows it."""

    NodeID: str
    """Id of the node."""
    Addr: str
    """Address of the manager, as `host:port`."""


class EventActor(TypedDict):
    """What an event is about."""

    ID: str
    """Id of the thing, or its name where it has no id, such as for a volume."""
    Attributes: dict[str, str]
    """Labels of the thing and facts about it and the event, such as `name`, `image` and `exitCode` for a container."""


EventMessage = TypedDict(
    "EventMessage",
    {
        "Type": Literal[
            "builder",
            "config",
            "container",
            "daemon",
            "image",
            "network",
            "node",
            "plugin",
            "secret",
            "service",
            "volume",
        ]
        | str,
        "Action": str,
        "Actor": EventActor,
        "scope": Literal["local", "swarm"] | str,
        "time": int,
        "timeNano": int,
        "id": str,
        "status": str,
        "from": str,
    },
)


class SystemVersion(TypedDict):
    """Versions of the engine and of what it works with."""

    Platform: SystemVersionPlatform
    """Product that the engine is part of. Since API 1.35."""
    Components: list[SystemVersionComponent]
    """Versions of the engine and of the programs that it works with, the engine first. Since API 1.35."""
    Version: str
    """Version of the engine."""
    ApiVersion: str
    """Newest API version that the engine speaks."""
    MinAPIVersion: str
    """Oldest API version that the engine accepts."""
    GitCommit: str
    """Commit that the engine was built from."""
    GoVersion: str
    """Version of Go that the engine was built with."""
    Os: str
    """Operating system of the engine as Go calls it, `linux` or `windows`."""
    Arch: str
    """Architecture of the engine as Go calls it, such as `amd64` or `arm64`."""
    KernelVersion: str
    """Kernel that the host runs, by version; empty if unknown."""
    Experimental: bool
    """Whether experimental features are switched on; absent if not."""
    BuildTime: str
    """When the engine was built."""


class ContainerdInfo(TypedDict):
    """How an engine reaches containerd. Since API 1.46."""

    Address: str
    """Path of the socket of containerd. Since API 1.46."""
    Namespaces: ContainerdInfoNamespaces
    """Where in containerd the engine keeps its things. Since API 1.46."""


class RegistryServiceConfig(TypedDict):
    """How an engine reaches registries."""

    InsecureRegistryCIDRs: list[str]
    """Subnets whose registries are reached without TLS or with certificates that are not checked. Those of `localhost`
    are always among them."""
    IndexConfigs: dict[str, IndexInfo]
    """Settings by registry, for `docker.io` and for those configured as insecure by name."""
    Mirrors: list[str]
    """URLs of mirrors of Docker Hub; null if there are none."""
    AllowNondistributableArtifactsCIDRs: list[str]
    """Subnets whose registries get layers too that are not meant to be distributed. Since API 1.32, until API 1.48."""
    AllowNondistributableArtifactsHostnames: list[str]
    """Registries, as hosts with or without a port, that get layers too that are not meant to be distributed. Since API
    1.32, until API 1.48."""


class ContainersDiskUsage(TypedDict):
    """Disk space that the writable layers of containers take. Since API 1.52."""

    ActiveCount: int
    """How many containers are running, paused or restarting. Since API 1.52."""
    TotalCount: int
    """How many containers there are. Since API 1.52."""
    Reclaimable: int
    """Bytes in writable layers of containers that are not active. Since API 1.52."""
    TotalSize: int
    """Bytes in the writable layers of all containers. Since API 1.52."""
    Items: list[shared.ContainerSummary]
    """The containers, with `SizeRw` and `SizeRootFs`; only with `verbose`. Since API 1.52."""


class SwarmInfo(TypedDict):
    """The state of an engine in a swarm."""

    NodeID: str
    """Id of the engine as a node; empty outside a swarm."""
    NodeAddr: str
    """Address by which other nodes reach this one; empty outside a swarm."""
    LocalNodeState: Literal["inactive", "pending", "active", "error", "locked"] | str
    """Whether the engine takes part in a swarm."""
    ControlAvailable: bool
    """Whether the engine is a manager that can be asked about the swarm."""
    Error: str
    """What is wrong with the node, in words; empty if nothing is."""
    RemoteManagers: list[PeerNode] | None
    """Managers that the node knows of; null outside a swarm."""
    Nodes: int | None
    """How many nodes the swarm has. Only managers tell it."""
    Managers: int | None
    """How many managers the swarm has. Only managers tell it."""
    Cluster: shared.ClusterInfo
    """The swarm itself. Only managers tell it."""


class SystemInfo(TypedDict):
    """Give facts about the engine and its host, and warnings about both."""

    ID: str
    """Id of the engine, which stays the same when it is restarted."""
    Containers: int
    """How many containers there are."""
    ContainersRunning: int
    """How many containers are running and not paused."""
    ContainersPaused: int
    """How many containers are paused."""
    ContainersStopped: int
    """How many containers are not running."""
    Images: int
    """How many images there are."""
    Driver: str
    """Storage driver for images and containers, such as `overlay2`. With images in containerd it is the snapshotter,
    such as `overlayfs`."""
    DriverStatus: list[list[str]]
    """Facts about the storage driver, as pairs of name and value. Which ones depends on the driver."""
    DockerRootDir: str
    """Directory with the data of the engine, `/var/lib/docker` by default on Linux."""
    Plugins: PluginsInfo
    """The drivers of the engine, by kind."""
    MemoryLimit: bool
    """Whether the memory of containers can be limited. Linux only."""
    SwapLimit: bool
    """Whether the swap of containers can be limited. Linux only."""
    CpuCfsPeriod: bool
    """Whether `CpuPeriod` of containers has an effect. Linux only."""
    CpuCfsQuota: bool
    """Whether `CpuQuota` of containers has an effect. Linux only."""
    CPUShares: bool
    """Whether containers can have weights for CPU time. Linux only."""
    CPUSet: bool
    """Whether containers can be tied to CPUs and memory nodes. Linux only."""
    PidsLimit: bool
    """Whether the number of processes in a container can be limited. Linux only. Since API 1.40."""
    OomKillDisable: bool
    """Whether processes of a container can be spared when memory runs out. Linux with cgroup v1 only."""
    IPv4Forwarding: bool
    """Whether the host forwards IPv4 packets, without which most networks of containers do not reach beyond it."""
    Debug: bool
    """Whether the engine runs in debug mode."""
    NFd: int
    """How many files the engine has open; -1 if unknown, as on Windows."""
    NGoroutines: int
    """How many goroutines the engine has, for its developers."""
    SystemTime: str
    """Time on the host, in RFC 3339 with nanoseconds."""
    LoggingDriver: str
    """Log driver of containers that name none."""
    CgroupDriver: Literal["cgroupfs", "systemd", "none"] | str
    """What manages the cgroups of containers. `none` means that there are none, as in rootless mode without systemd.
    Linux only. `none` since API 1.40."""
    CgroupVersion: Literal["1", "2"] | str
    """Version of cgroups on the host. Linux only. Since API 1.41."""
    NEventsListener: int
    """How many clients follow events."""
    KernelVersion: str
    """Version of the kernel of the host, such as `6.1.0-28-amd64`. Empty if unknown."""
    OperatingSystem: str
    """Name of the system on the host, such as `Debian GNU/Linux 12 (bookworm)`. `(containerized)` is added if the
    engine runs in a container."""
    OSVersion: str
    """Version of the system on the host, such as `12`. Empty if it has none. Since API 1.41."""
    OSType: str
    """Operating system of the engine as Go calls it, `linux` or `windows`."""
    Architecture: str
    """Architecture of the host as the system calls it, such as `x86_64` or `aarch64`."""
    NCPU: int
    """How many logical CPUs the engine may use."""
    MemTotal: int
    """Memory of the host in bytes; 0 if unknown."""
    IndexServerAddress: str
    """Key for credentials of Docker Hub in configuration files, always `https://index.docker.io/v1/`."""
    RegistryConfig: RegistryServiceConfig
    """How the engine reaches registries."""
    GenericResources: list[shared.GenericResource]
    """Resources that the engine offers to services of a swarm, from its configuration. Null if there are none. Since
    API 1.32."""
    HttpProxy: str
    """Proxy of the engine for `http` URLs; empty for none. User name and password in it are masked."""
    HttpsProxy: str
    """Proxy of the engine for `https` URLs; empty for none. User name and password in it are masked."""
    NoProxy: str
    """Hosts that the engine reaches without a proxy, separated by commas."""
    Name: str
    """Host name."""
    Labels: list[str]
    """Labels of the engine from its configuration, as `key=value`."""
    ExperimentalBuild: bool
    """Whether experimental features are switched on."""
    ServerVersion: str
    """Version of the engine."""
    Runtimes: dict[str, Runtime]
    """Runtimes for containers by name, those of the engine and those in its configuration. Linux only."""
    DefaultRuntime: str
    """Runtime of containers that name none. Linux only."""
    Swarm: SwarmInfo
    """The engine's state in a swarm."""
    LiveRestoreEnabled: bool
    """Whether containers keep running while the engine is down."""
    Isolation: Literal["default", "hyperv", "process"] | str
    """How containers that name no isolation are kept apart on Windows. Empty elsewhere."""
    InitBinary: str
    """Program that runs as the first process of containers with `Init`. Linux only."""
    ContainerdCommit: Commit
    """Build of containerd. Linux only."""
    RuncCommit: Commit
    """Build of the default runtime. Linux only."""
    InitCommit: Commit
    """Build of `InitBinary`. Linux only."""
    SecurityOptions: list[str]
    """What protects the host from containers, each as `name=` with further `key=value` pairs after commas, such as
    `name=seccomp,profile=builtin`, `name=apparmor` or `name=rootless`."""
    ProductLicense: str
    """Text about the licence of the product, such as `Community Engine`. Absent for builds without it. Since API
    1.39."""
    DefaultAddressPools: list[DefaultAddressPool]
    """Ranges for subnets of new networks, from the engine's configuration. Absent if its built-in ones apply. Since API
    1.41."""
    FirewallBackend: FirewallInfo
    """How the engine filters packets of networks. Linux only. Since API 1.49."""
    DiscoveredDevices: list[DeviceInfo]
    """Devices of the host that drivers of the engine found. Since API 1.50."""
    NRI: NRIInfo
    """How the engine works with plugins of NRI; absent unless that is switched on. Linux only. Since API 1.53."""
    Warnings: list[str]
    """What is wrong or doubtful on the host or in the configuration, each as text for the administrator. Null if there
    is nothing. Since API 1.39."""
    CDISpecDirs: list[str]
    """Directories that the engine reads specifications of CDI devices from. Empty if CDI is switched off. Since API
    1.44."""
    Containerd: ContainerdInfo
    """How the engine reaches containerd. Absent if it does not use it. Since API 1.46."""
    KernelMemoryTCP: bool
    """Whether the memory that a container's TCP buffers take can be limited. Linux with cgroup v1 only. Since API 1.40,
    until API 1.51."""
    BridgeNfIptables: bool
    """Whether IPv4 packets on bridges go through iptables. Newer engines always say false. Until API 1.49."""
    BridgeNfIp6tables: bool
    """Whether IPv6 packets on bridges go through ip6tables. Newer engines always say false. Until API 1.49."""
    KernelMemory: bool
    """Whether the kernel memory of containers can be limited. Linux with cgroup v1 only. Until API 1.41."""
    ClusterStore: str
    """URL of the key-value store for `overlay` networks outside a swarm. Absent or empty if there is none. Until API
    1.41."""
    ClusterAdvertise: str
    """Address that the engine tells others by way of `ClusterStore`. Absent or empty if there is none. Until API
    1.41."""
    SystemStatus: list[list[str]]
    """Pairs of name and value from the stand-alone Swarm, which answers in place of several engines. Null or absent
    from an engine itself. Until API 1.40."""


class ImagesDiskUsage(TypedDict):
    """Disk space that images take. Since API 1.52."""

    ActiveCount: int
    """How many images have containers, running or not. Since API 1.52."""
    TotalCount: int
    """How many images there are. Since API 1.52."""
    Reclaimable: int
    """Bytes that only images without containers take. Since API 1.52."""
    TotalSize: int
    """Bytes that all images take, with what they share counted once. Since API 1.52."""
    Items: list[shared.ImageSummary]
    """The images; only with `verbose`. Since API 1.52."""


class VolumesDiskUsage(TypedDict):
    """Disk space that volumes of the driver `local` take. Those made with options do not count. Since API 1.52."""

    ActiveCount: int
    """How many volumes are used by containers, running or not. Those of unknown size count too. Since API 1.52."""
    TotalCount: int
    """How many volumes there are. Since API 1.52."""
    Reclaimable: int
    """Bytes in volumes that no container uses. Since API 1.52."""
    TotalSize: int
    """Bytes in all volumes. Since API 1.52."""
    Items: list[shared.Volume]
    """The volumes; only with `verbose`. Since API 1.52."""


class SystemDataUsageResponse(TypedDict):
    """Disk space that images, containers, volumes and the build cache take. Newer engines give sums in the properties
    whose names end in `Usage`, older ones the lists."""

    ImageUsage: ImagesDiskUsage
    """Disk space that images take. Absent if not asked for. Since API 1.52."""
    ContainerUsage: ContainersDiskUsage
    """Disk space that containers take. Absent if not asked for. Since API 1.52."""
    VolumeUsage: VolumesDiskUsage
    """Disk space that volumes take. Absent if not asked for. Since API 1.52."""
    BuildCacheUsage: BuildCacheDiskUsage
    """Disk space that the build cache takes. Absent if not asked for. Since API 1.52."""
    LayersSize: int
    """Bytes that all images take, with what they share counted once. Until API 1.52."""
    Images: list[shared.ImageSummary]
    """The images, with `SharedSize` and `Containers`. Until API 1.52."""
    Containers: list[shared.ContainerSummary]
    """The containers, with `SizeRw` and `SizeRootFs`. Until API 1.52."""
    Volumes: list[shared.Volume]
    """Volumes of the driver `local` without options, with `UsageData`. Until API 1.52."""
    BuildCache: list[BuildCache]
    """Entries of the build cache; null or absent if there are none. Since API 1.39, until API 1.52."""
    BuilderSize: int
    """Bytes that the build cache takes. Since API 1.31, until API 1.41."""
