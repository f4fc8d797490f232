# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""JSON as it goes over the wire: containers."""

from typing import Any, Literal, TypedDict

from . import shared


class DeviceMapping(TypedDict):
    """A device of the host given to a container."""

    PathOnHost: str
    """Path of the device on the host. On Windows a device class, as `class/<guid>`."""
    PathInContainer: str
    """Path under which the container sees it."""
    CgroupPermissions: str
    """What the container may do, of the letters `r` (read), `w` (write) and `m` (make nodes)."""


class DeviceRequest(TypedDict):
    """A request to a device driver for devices, such as GPUs. Since API 1.40."""

    Driver: str
    """Name of the driver, such as `nvidia` or `cdi`; if empty, the engine looks for one with the capabilities. Since
    API 1.40."""
    Count: int
    """How many devices to give, -1 for all. Not together with `DeviceIDs`. Since API 1.40."""
    DeviceIDs: list[str]
    """Which devices to give, by the ids that the driver knows. Not together with `Count`. Since API 1.40."""
    Capabilities: list[list[str]]
    """Alternatives, each a list of capabilities such as `gpu`, all of which the driver must have. Since API 1.40."""
    Options: dict[str, str]
    """Further values for the driver. Since API 1.40."""


class ThrottleDevice(TypedDict):
    """A limit for reading from or writing to one block device."""

    Path: str
    """Path of the device on the host, such as `/dev/sda`."""
    Rate: int
    """Highest rate per second, in bytes or in operations, depending on the list that it is in."""


class RestartPolicy(TypedDict):
    """When the engine starts a container again by itself. The pause before each try is longer than the one before."""

    Name: Literal["no", "always", "unless-stopped", "on-failure"] | str
    """Which exits count: all (`always` and `unless-stopped`), those with a code other than 0 (`on-failure`), or none
    (`no` or an empty string). When the engine itself starts, `unless-stopped` leaves alone what a caller had
    stopped."""
    MaximumRetryCount: int
    """How often `on-failure` tries; 0 for no limit. An error with the other policies."""


class BlkioWeightDevice(TypedDict):
    """The weight of a container on one block device."""

    Path: str
    """Path of the device on the host, such as `/dev/sda`."""
    Weight: int
    """Weight against other containers, from 10 to 1000."""


class HealthcheckResult(TypedDict):
    """One run of a health check."""

    Start: str
    """When the check began."""
    End: str
    """When the check ended."""
    ExitCode: int
    """Exit code of the check; 0 is healthy, anything else is not, -1 a check that did not run to its end."""
    Output: str
    """What the check wrote, up to 4096 bytes of it."""


class LogConfig(TypedDict):
    """The log driver of a container and its options."""

    Type: (
        Literal["local", "json-file", "syslog", "journald", "gelf", "fluentd", "awslogs", "splunk", "etwlogs", "none"]
        | str
    )
    """Name of the log driver; empty for the engine's default. Plugins may add others, `none` keeps nothing. `local`
    since API 1.39."""
    Config: dict[str, str]
    """Options for the driver, such as `max-size` and `max-file` of `json-file`."""


class Address(TypedDict):
    """An IP address with its prefix."""

    Addr: str
    """The address."""
    PrefixLen: int
    """Length of the prefix in bits."""


class PortBinding(TypedDict):
    """An address and a port of the host that lead to a port of a container."""

    HostIp: str
    """Address of the host; empty for all of them, or for the default of the network."""
    HostPort: str
    """Port of the host as a decimal string, or a range such as `8000-8010` to take a free one from. Empty for any free
    one."""


class RootFSStorageSnapshot(TypedDict):
    """The snapshot that is the root file system of a container. Since API 1.52."""

    Name: str
    """Name of the snapshotter, such as `overlayfs`. Since API 1.52."""


class FilesystemChange(TypedDict):
    """A file or directory in a container that differs from its image."""

    Path: str
    """Absolute path in the container."""
    Kind: Literal[0, 1, 2] | int
    """What happened to it."""


class ContainerCreateResponse(TypedDict):
    """The id of a new container."""

    Id: str
    """Id of the container, 64 hexadecimal digits."""
    Warnings: list[str]
    """Settings that the engine dropped or advises against; may be null."""


class ContainerUpdateResponse(TypedDict):
    """What came of an update."""

    Warnings: list[str]
    """Settings that the engine dropped or advises against; null if there are none."""


class ContainerBlkioStatEntry(TypedDict):
    """One number for one block device."""

    major: int
    """Major number of the device."""
    minor: int
    """Minor number of the device."""
    op: str
    """Kind of operation: `read` or `write` with cgroup v2; with cgroup v1 in capitalised form, such as `Read`, and also
    `Sync`, `Async` and `Total`."""
    value: int
    """The number itself, in the unit of the list that it is in."""


class ContainerCPUUsage(TypedDict):
    """CPU time used by a container, in nanoseconds on Linux, in units of 100 nanoseconds on Windows."""

    total_usage: int
    """CPU time over all CPUs."""
    percpu_usage: list[int] | None
    """CPU time for each CPU. Linux with cgroup v1 only."""
    usage_in_kernelmode: int
    """CPU time spent in the kernel."""
    usage_in_usermode: int
    """CPU time spent outside the kernel."""


class ContainerPidsStats(TypedDict):
    """Processes and threads of a container. Linux only."""

    current: int | None
    """How many there are."""
    limit: int | None
    """How many there may be. Without a limit 0, absent or the largest unsigned 64-bit number."""


class ContainerThrottlingData(TypedDict):
    """How often a container was held back by its CPU limit. Linux only."""

    periods: int
    """Number of periods in which the limit was watched."""
    throttled_periods: int
    """Number of periods in which the container was held back."""
    throttled_time: int
    """How long the container was held back, in nanoseconds."""


class ContainerMemoryStats(TypedDict):
    """Memory used by a container, in bytes."""

    usage: int | None
    """Memory in use, file cache included. Linux only."""
    max_usage: int | None
    """Most memory ever in use. Linux with cgroup v1 only."""
    stats: dict[str, int | None]
    """The numbers of the kernel's `memory.stat`, whose names differ between cgroup v1 and v2. Linux only."""
    failcnt: int | None
    """How often the limit was hit. Linux with cgroup v1 only."""
    limit: int | None
    """Most memory that may be in use; all memory of the host if the container has no limit. Linux only."""
    commitbytes: int | None
    """Memory committed. Windows only."""
    commitpeakbytes: int | None
    """Most memory ever committed. Windows only."""
    privateworkingset: int | None
    """Memory held that no other process shares. Windows only."""


class ContainerNetworkStats(TypedDict):
    """Traffic of one network interface of a container."""

    rx_bytes: int
    """Bytes received."""
    rx_packets: int
    """Packets received."""
    rx_errors: int
    """Errors while receiving. 0 on Windows."""
    rx_dropped: int
    """Incoming packets dropped."""
    tx_bytes: int
    """Bytes sent."""
    tx_packets: int
    """Packets sent."""
    tx_errors: int
    """Errors while sending. 0 on Windows."""
    tx_dropped: int
    """Outgoing packets dropped."""
    endpoint_id: str | None
    """Id of the endpoint. Windows only."""
    instance_id: str | None
    """Id of the instance. Windows only."""


class ContainerStorageStats(TypedDict):
    """What a container reads from and writes to disks. Windows only."""

    read_count_normalized: int | None
    """Number of reads, as Windows normalises it."""
    read_size_bytes: int | None
    """Bytes read."""
    write_count_normalized: int | None
    """Number of writes, as Windows normalises it."""
    write_size_bytes: int | None
    """Bytes written."""


class ContainerTopResponse(TypedDict):
    """A table of the processes in a container."""

    Titles: list[str]
    """Names of the columns."""
    Processes: list[list[str]]
    """One list of strings for each process, as long as `Titles`."""


class ContainerWaitExitError(TypedDict):
    """What went wrong while waiting for a container. Since API 1.34."""

    Message: str
    """The error in words. Since API 1.34."""


class ContainerPruneResponse(TypedDict):
    """What was removed."""

    ContainersDeleted: list[str]
    """Ids of the containers; null if there were none."""
    SpaceReclaimed: int
    """Space freed on disk, in bytes."""


class PathStat(TypedDict):
    """A file or directory in a container."""

    name: str
    """Name of the file, without its directory."""
    size: int
    """Size in bytes."""
    mode: int
    """Permission bits and kind of file, with the kind in the bits that Go gives it in `os.FileMode`, such as `1 << 31`
    for a directory."""
    mtime: str
    """When the content last changed."""
    linkTarget: str
    """Absolute path in the container that a symbolic link leads to in the end; empty for anything else."""


class Resources(TypedDict):
    """Limits and shares of CPU, memory, devices and other things for a container."""

    CpuShares: int
    """Weight against other containers when CPU time is short; 0 for the default. The usual value on Linux is 1024;
    Windows takes up to 10000."""
    Memory: int
    """Most memory that the container may use, in bytes, at least 6 MiB on Linux; 0 for no limit."""
    CgroupParent: str
    """Cgroup under which that of the container is made; with the systemd driver a slice, as `name.slice`. Empty for the
    engine's default; Linux only."""
    BlkioWeight: int
    """Weight against other containers when block devices are busy, from 10 to 1000; 0 for the default. Linux only."""
    BlkioWeightDevice: list[BlkioWeightDevice]
    """Weights for single block devices. Linux only."""
    BlkioDeviceReadBps: list[ThrottleDevice]
    """Limits in bytes a second for reading from block devices. Linux only."""
    BlkioDeviceWriteBps: list[ThrottleDevice]
    """Limits in bytes a second for writing to block devices. Linux only."""
    BlkioDeviceReadIOps: list[ThrottleDevice]
    """Limits in operations a second for reading from block devices. Linux only."""
    BlkioDeviceWriteIOps: list[ThrottleDevice]
    """Limits in operations a second for writing to block devices. Linux only."""
    CpuPeriod: int
    """Length of the period that `CpuQuota` refers to, in microseconds, from 1000 to 1000000; 0 for the default of
    100000. Linux only."""
    CpuQuota: int
    """CPU time that the container gets in each `CpuPeriod`, in microseconds, at least 1000; 0 for no limit. Linux
    only."""
    CpuRealtimePeriod: int
    """Length of the period for real-time tasks, in microseconds; 0 for none. Linux with cgroup v1 only."""
    CpuRealtimeRuntime: int
    """CPU time that real-time tasks get in each `CpuRealtimePeriod`, in microseconds; 0 for none. Linux with cgroup v1
    only."""
    CpusetCpus: str
    """CPUs that the container may run on, such as `0-3` or `0,2`; empty for all. Linux only."""
    CpusetMems: str
    """Memory nodes that the container may use, such as `0-1`, on NUMA systems; empty for all. Linux only."""
    Devices: list[DeviceMapping]
    """Devices of the host for the container."""
    DeviceCgroupRules: list[str]
    """Rules for access to devices, such as `c 13:* rwm`. Linux only. Since API 1.28."""
    DeviceRequests: list[DeviceRequest]
    """Requests to device drivers, as for GPUs. Since API 1.40."""
    MemoryReservation: int
    """Memory in bytes that the kernel tries to push the container back to when the host is short of it, no more than
    `Memory`; 0 for none. Linux only."""
    MemorySwap: int
    """Most memory and swap together, in bytes; the same as `Memory` for no swap, -1 for no limit of swap, 0 for twice
    `Memory`. Needs `Memory`; Linux only."""
    MemorySwappiness: int
    """How readily the kernel swaps out memory of the container, from 0 to 100; absent or -1 for the system's setting.
    Linux with cgroup v1 only."""
    NanoCpus: int
    """CPU time in billionths of a CPU, such as 1500000000 for one and a half CPUs; 0 for no limit. On Linux not
    together with `CpuPeriod` or `CpuQuota`."""
    OomKillDisable: bool
    """Keep the kernel from killing processes of the container when its memory runs out. Linux with cgroup v1 only."""
    Init: bool | None
    """Run a small init process first in the container, which passes signals on and reaps zombies; null for the engine's
    setting. Linux only."""
    PidsLimit: int | None
    """Most processes and threads at once; 0 or -1 for no limit. Null means no limit for a new container, and no change
    for an update. Linux only."""
    Ulimits: list[shared.Ulimit]
    """Limits for each process of the container; those of the engine's settings for names not given here. Linux only."""
    CpuCount: int
    """Number of CPUs. Windows only. With process isolation `CpuCount` goes before `CpuShares`, and `CpuShares` before
    `CpuPercent`."""
    CpuPercent: int
    """Share of all CPU time, in percent. Windows only; elsewhere it is dropped with a warning."""
    IOMaximumIOps: int
    """Most operations a second on the system drive of the container; 0 for no limit. Windows only, an error
    elsewhere."""
    IOMaximumBandwidth: int
    """Most bytes a second on the system drive of the container; 0 for no limit. Windows only, an error elsewhere."""
    KernelMemoryTCP: int
    """Most memory that the kernel may use for TCP buffers of the container, in bytes; 0 for no limit. Linux with cgroup
    v1 only. Since API 1.40, until API 1.51."""
    KernelMemory: int
    """Most memory that the kernel may use for the container, in bytes; 0 for no limit. Linux with cgroup v1 only. Until
    API 1.41."""
    DiskQuota: int
    """Most disk space that the container may use, in bytes. Until API 1.39."""


class Health(TypedDict):
    """How the health check of a container has gone lately."""

    Status: Literal["none", "starting", "healthy", "unhealthy"] | str
    """Where the container stands: `starting` until the first check passes or too many have failed, `none` without a
    health check."""
    FailingStreak: int
    """How many checks in a row have failed."""
    Log: list[HealthcheckResult]
    """The last checks, up to five, the oldest first."""


class RootFSStorage(TypedDict):
    """Where the root file system of a container is kept. Since API 1.52."""

    Snapshot: RootFSStorageSnapshot | None
    """Facts of the snapshot, if the engine stores images in containerd. Since API 1.52."""


class ContainerState(TypedDict):
    """Whether a container runs, since when, and how it ended."""

    Status: Literal["created", "running", "paused", "restarting", "removing", "exited", "dead"] | str
    """What the container is doing, in one word."""
    Running: bool
    """Whether the container counts as running, which it also does while it is paused or waits to be restarted."""
    Paused: bool
    """Whether the processes are frozen."""
    Restarting: bool
    """Whether the restart policy is about to start the container again."""
    OOMKilled: bool
    """Whether the kernel killed a process of the container because it was out of memory."""
    Dead: bool
    """Whether the removal of the container was begun but failed."""
    Pid: int
    """Id of the main process on the host; 0 if there is none."""
    ExitCode: int
    """Exit code of the last run; 0 for one that runs or never did."""
    Error: str
    """Why the container could not be started; empty if it could."""
    StartedAt: str
    """When the last run began, in RFC 3339; `0001-01-01T00:00:00Z` if there was none."""
    FinishedAt: str
    """When the last finished run ended, in RFC 3339; `0001-01-01T00:00:00Z` if there was none."""
    Health: Health
    """How the health check has gone lately. Absent without a health check."""


class ContainerBlkioStats(TypedDict):
    """What a container reads from and writes to block devices, by device and kind of operation. Linux only; with cgroup
    v2 just `io_service_bytes_recursive` is filled."""

    io_service_bytes_recursive: list[ContainerBlkioStatEntry]
    """Bytes read and written."""
    io_serviced_recursive: list[ContainerBlkioStatEntry] | None
    """Number of operations. Linux with cgroup v1 only."""
    io_queue_recursive: list[ContainerBlkioStatEntry] | None
    """Number of operations waiting at the moment. Linux with cgroup v1 only."""
    io_service_time_recursive: list[ContainerBlkioStatEntry] | None
    """Time that the devices worked on operations, in nanoseconds. Linux with cgroup v1 only."""
    io_wait_time_recursive: list[ContainerBlkioStatEntry] | None
    """Time that operations waited in queues, in nanoseconds. Linux with cgroup v1 only."""
    io_merged_recursive: list[ContainerBlkioStatEntry] | None
    """Number of operations that were merged into others. Linux with cgroup v1 only."""
    io_time_recursive: list[ContainerBlkioStatEntry] | None
    """Time that the devices were at the container's disposal, in milliseconds. Linux with cgroup v1 only."""
    sectors_recursive: list[ContainerBlkioStatEntry] | None
    """Number of sectors read and written. Linux with cgroup v1 only."""


class ContainerCPUStats(TypedDict):
    """CPU time used by a container and by its host."""

    cpu_usage: ContainerCPUUsage
    """CPU time used by the container."""
    system_cpu_usage: int | None
    """CPU time of the whole host, over all CPUs, idle time included, in nanoseconds. Linux only."""
    online_cpus: int | None
    """Number of CPUs of the host in use. Linux only."""
    throttling_data: ContainerThrottlingData
    """How often the container was held back by its limit. Linux only."""


class ContainerWaitResponse(TypedDict):
    """How a container ended."""

    StatusCode: int
    """Exit code of the main process."""
    Error: ContainerWaitExitError
    """What went wrong while waiting, such as a failed removal; absent or null if nothing did. Since API 1.34."""


class NetworkSettings(TypedDict):
    """How a container is connected at the moment."""

    SandboxID: str
    """Id of the container's network sandbox. Empty if it has none, as when it is stopped."""
    SandboxKey: str
    """Path of the network namespace on the host. Empty if there is none."""
    Ports: dict[str, list[PortBinding] | None]
    """Ports of the container, and where they are published."""
    Networks: dict[str, shared.EndpointSettings]
    """The container's networks, by name."""
    Bridge: str
    """Bridge of the default network, if the engine was given one with `--bridge`; empty otherwise. Until API 1.51."""
    HairpinMode: bool
    """Whether hairpin mode is on for the interface of the container. Until API 1.51."""
    LinkLocalIPv6Address: str
    """Link-local IPv6 address of the container; empty without one. Until API 1.51."""
    LinkLocalIPv6PrefixLen: int
    """Prefix length of `LinkLocalIPv6Address`. Until API 1.51."""
    SecondaryIPAddresses: list[Address] | None
    """Further IPv4 addresses of the container; null if there are none. Until API 1.51."""
    SecondaryIPv6Addresses: list[Address] | None
    """Further IPv6 addresses of the container; null if there are none. Until API 1.51."""
    EndpointID: str
    """Id of the connection to the default network; empty without one. `Networks` has it for every network. Until API
    1.51."""
    Gateway: str
    """IPv4 gateway of the default network; empty without a connection to it. `Networks` has it for every network. Until
    API 1.51."""
    GlobalIPv6Address: str
    """IPv6 address on the default network; empty without one. `Networks` has it for every network. Until API 1.51."""
    GlobalIPv6PrefixLen: int
    """Prefix length of the IPv6 address on the default network. Until API 1.51."""
    IPAddress: str
    """IPv4 address on the default network; empty without one. `Networks` has it for every network. Until API 1.51."""
    IPPrefixLen: int
    """Prefix length of the IPv4 address on the default network. Until API 1.51."""
    IPv6Gateway: str
    """IPv6 gateway of the default network; empty without one. `Networks` has it for every network. Until API 1.51."""
    MacAddress: str
    """MAC address on the default network; empty without one. `Networks` has it for every network. Until API 1.51."""


class Storage(TypedDict):
    """Where the data of a container is kept. Since API 1.52."""

    RootFS: RootFSStorage | None
    """Where its root file system is kept. Since API 1.52."""


class ContainerStatsResponse(TypedDict):
    """What a container uses at one moment. Counters begin with the start of the container."""

    id: str | None
    """Id of the container."""
    name: str | None
    """Name of the container, with a `/` in front."""
    os_type: str | None
    """Operating system of the container, `linux` or `windows`. It tells which of the other values are filled. Since API
    1.52."""
    read: str
    """When the values were read; year 1 for a container that does not run."""
    cpu_stats: ContainerCPUStats
    """CPU time."""
    memory_stats: ContainerMemoryStats
    """Memory."""
    networks: dict[str, ContainerNetworkStats] | None
    """Traffic by network interface, such as `eth0`. Absent if the container has none of its own."""
    pids_stats: ContainerPidsStats
    """Processes and threads. Linux only."""
    blkio_stats: ContainerBlkioStats
    """Reading and writing of block devices. Linux only."""
    num_procs: int
    """Number of processors of the host. Windows only, 0 on Linux."""
    storage_stats: ContainerStorageStats
    """Reading and writing of disks. Windows only."""
    preread: str
    """When `precpu_stats` was read; year 1 if there was no earlier reading."""
    precpu_stats: ContainerCPUStats
    """CPU time at the reading before, to work out the share used between the two."""


class HostConfig(Resources):
    """How a container is tied to its host: limits, mounts, ports, namespaces and rights."""

    Binds: list[str]
    """Directories of the host and volumes to mount, as `source:target[:options]`, where a source that is no absolute
    path is the name of a volume. Options are joined by commas, such as `ro`, `z`, `nocopy` or `rshared`."""
    ContainerIDFile: str
    """Path of a file that the client wrote the id of the container to. The engine only keeps the path and writes no
    file."""
    LogConfig: LogConfig
    """Where output of the container is logged."""
    NetworkMode: str
    """Network that the container begins with, by name or id, or `bridge`, `host`, `none` or `container:<name or id>` to
    share that of another container. Empty or `default` is `bridge` on Linux, `nat` on Windows."""
    PortBindings: dict[str, list[PortBinding] | None]
    """Ports of the container to publish, and the addresses and ports of the host for them."""
    RestartPolicy: RestartPolicy
    """When the engine starts the container again by itself; never by default."""
    AutoRemove: bool
    """Remove the container with its anonymous volumes as soon as it stops. Not together with a restart policy."""
    VolumeDriver: str
    """Driver for volumes made for `Binds` and for the image's volumes; `local` by default. Not for `Mounts`."""
    VolumesFrom: list[str]
    """Containers whose mounts this one gets too, as `container[:options]`, such as `db:ro`."""
    Mounts: list[shared.Mount]
    """What to mount, in more detail than `Binds` can tell."""
    ConsoleSize: list[int] | None
    """Height and width of the terminal at the start, in characters. Null or two zeroes for the default."""
    Annotations: dict[str, str]
    """Names and values that are handed to the runtime with the container. Since API 1.43."""
    CapAdd: list[str]
    """Kernel capabilities beyond the default ones, with or without `CAP_`, such as `NET_ADMIN`, or `ALL`. Linux
    only."""
    CapDrop: list[str]
    """Kernel capabilities to take from the default ones, with or without `CAP_`, or `ALL`. Linux only."""
    CgroupnsMode: Literal["private", "host"] | str
    """Whether the container has a cgroup namespace of its own. The engine's setting by default, which is `private` with
    cgroup v2 and `host` with cgroup v1 unless it was changed. Linux only. Since API 1.41."""
    Dns: list[str]
    """Name servers for the container, by address; those of the engine or the host by default."""
    DnsOptions: list[str]
    """Options for the resolver, as in `resolv.conf`, such as `ndots:2`."""
    DnsSearch: list[str]
    """Domains in which to look for short names; a lone `.` for none."""
    ExtraHosts: list[str]
    """Lines for `/etc/hosts`, as `name:address`. The address `host-gateway` stands for the host."""
    GroupAdd: list[str]
    """Further groups for the main process, by name or number. Linux only."""
    IpcMode: str
    """IPC namespace of the container: its own (`private`), its own that others may join (`shareable`), that of such
    another (`container:<name or id>`), that of the host (`host`), or its own without `/dev/shm` (`none`). Empty for the
    engine's setting."""
    Cgroup: str
    """Meant for the cgroup of another container, as `container:<name or id>`; empty for one of its own. The engine
    keeps the value."""
    Links: list[str]
    """Other containers to reach by a name, as `container:alias`. Made for the default network; on others containers
    find each other by name without it."""
    OomScoreAdj: int
    """How much sooner (up to 1000) or later (down to -1000) than others the kernel kills the container when the host is
    short of memory. Linux only."""
    PidMode: str
    """PID namespace of the container: that of the host (`host`), that of another container (`container:<name or id>`),
    or, if empty, its own."""
    Privileged: bool
    """Give the container all capabilities and all devices of the host, and lift most other confinement. Linux only."""
    PublishAllPorts: bool
    """Publish all exposed ports, those without a binding on free ports of the host."""
    ReadonlyRootfs: bool
    """Mount the file system of the container read-only. Volumes and other mounts keep their own settings."""
    SecurityOpt: list[str]
    """Security settings, such as `no-new-privileges`, `seccomp=<profile as JSON>`, `apparmor=<name>` or `label=disable`
    on Linux, `credentialspec=<source>` on Windows."""
    StorageOpt: dict[str, str]
    """Options for the storage driver, such as `size` for the most that the container may write, if the driver can."""
    Tmpfs: dict[str, str]
    """Paths in the container to mount memory at, with options such as `rw,size=64m`. Linux only."""
    UTSMode: str
    """Use the host's name and domain if `host`; empty for the container's own. Linux only."""
    UsernsMode: str
    """Use the host's user namespace if `host`, where the engine maps users; empty for the engine's setting. Linux
    only."""
    ShmSize: int
    """Size of `/dev/shm` in bytes; 0 for the engine's setting, which is 64 MiB unless it was changed. Linux only."""
    Sysctls: dict[str, str] | None
    """Kernel parameters to set in the container's namespaces, such as `net.ipv4.ip_forward`. Linux only."""
    Runtime: str | None
    """Runtime that runs the container, such as `runc`; empty or null for the engine's default."""
    Isolation: Literal["default", "process", "hyperv"] | str
    """How the container is kept apart. `process` and `hyperv` are for Windows; Linux only knows `default`."""
    MaskedPaths: list[str]
    """Paths that are hidden in the container. An empty list hides none, absent or null means the default ones. Linux
    only. Since API 1.38."""
    ReadonlyPaths: list[str]
    """Paths that are read-only in the container. An empty list means none, absent or null the default ones. Linux only.
    Since API 1.38."""
    Capabilities: list[str]
    """Kernel capabilities of the container, in place of the default ones. Linux only. Since API 1.40, until API
    1.40."""


class ContainerInspectResponse(TypedDict):
    """Everything that the engine knows about a container."""

    Id: str
    """Id of the container, 64 hexadecimal digits."""
    Created: str | None
    """When the container was created."""
    Path: str
    """Program that the main process runs."""
    Args: list[str]
    """Arguments of the program."""
    State: ContainerState
    """Whether the container runs, since when, and how it ended."""
    Image: str
    """Id of the image that the container is made from."""
    ResolvConfPath: str
    """Path on the host of the file that is `/etc/resolv.conf` in the container. Empty before the first start."""
    HostnamePath: str
    """Path on the host of the file that is `/etc/hostname` in the container. Empty before the first start."""
    HostsPath: str
    """Path on the host of the file that is `/etc/hosts` in the container. Empty before the first start."""
    LogPath: str | None
    """Path on the host of the log file of the driver `json-file`; empty with other drivers and before the first
    start."""
    Name: str
    """Name of the container, with a `/` in front."""
    RestartCount: int
    """How often the restart policy has started the container again."""
    Driver: str
    """Storage driver or snapshotter that holds the container's file system."""
    Platform: str
    """Operating system of the container, `linux` or `windows`. Since API 1.40."""
    ImageManifestDescriptor: shared.OCIDescriptor
    """The manifest that the container is made from, always that of one platform. Present if images are stored in
    containerd. Since API 1.48."""
    MountLabel: str
    """SELinux label of the container's mounts; empty without SELinux."""
    ProcessLabel: str
    """SELinux label of the container's processes; empty without SELinux."""
    AppArmorProfile: str
    """AppArmor profile of the container's processes; empty without AppArmor."""
    ExecIDs: list[str] | None
    """Ids of the execs made in the container that the engine still holds; null if there are none."""
    HostConfig: HostConfig
    """How the container is tied to the host."""
    GraphDriver: shared.DriverData | None
    """What the storage driver tells of the container; only its name, or absent, if images are stored in containerd."""
    Storage: Storage | None
    """Where the data of the container is kept. Present if images are stored in containerd. Since API 1.52."""
    SizeRw: int | None
    """Size in bytes of files that the container made or changed. Only if `size` was asked for."""
    SizeRootFs: int | None
    """Size in bytes of all files in the container, those of the image included. Only if `size` was asked for."""
    Mounts: list[shared.MountPoint]
    """Volumes, directories of the host and other things mounted in the container."""
    Config: shared.ContainerConfig
    """What the container runs, with the values of its image filled in."""
    NetworkSettings: NetworkSettings
    """How the container is connected at the moment."""
    Node: dict[str, Any]
    """Node that the container is on. Only the stand-alone Swarm tells it, which answers in place of several engines.
    Until API 1.38."""


class DeviceMappingParam(TypedDict, total=False):
    """A device of the host given to a container."""

    PathOnHost: str
    """Path of the device on the host. On Windows a device class, as `class/<guid>`."""
    PathInContainer: str
    """Path under which the container sees it."""
    CgroupPermissions: str
    """What the container may do, of the letters `r` (read), `w` (write) and `m` (make nodes)."""


class DeviceRequestParam(TypedDict, total=False):
    """A request to a device driver for devices, such as GPUs. Since API 1.40."""

    Driver: str
    """Name of the driver, such as `nvidia` or `cdi`; if empty, the engine looks for one with the capabilities. Since
    API 1.40."""
    Count: int
    """How many devices to give, -1 for all. Not together with `DeviceIDs`. Since API 1.40."""
    DeviceIDs: list[str]
    """Which devices to give, by the ids that the driver knows. Not together with `Count`. Since API 1.40."""
    Capabilities: list[list[str]]
    """Alternatives, each a list of capabilities such as `gpu`, all of which the driver must have. Since API 1.40."""
    Options: dict[str, str]
    """Further values for the driver. Since API 1.40."""


class ThrottleDeviceParam(TypedDict, total=False):
    """A limit for reading from or writing to one block device."""

    Path: str
    """Path of the device on the host, such as `/dev/sda`."""
    Rate: int
    """Highest rate per second, in bytes or in operations, depending on the list that it is in."""


class RestartPolicyParam(TypedDict, total=False):
    """When the engine starts a container again by itself. The pause before each try is longer than the one before."""

    Name: Literal["no", "always", "unless-stopped", "on-failure"] | str
    """Which exits count: all (`always` and `unless-stopped`), those with a code other than 0 (`on-failure`), or none
    (`no` or an empty string). When the engine itself starts, `unless-stopped` leaves alone what a caller had
    stopped."""
    MaximumRetryCount: int
    """How often `on-failure` tries; 0 for no limit. An error with the other policies."""


class BlkioWeightDeviceParam(TypedDict, total=False):
    """The weight of a container on one block device."""

    Path: str
    """Path of the device on the host, such as `/dev/sda`."""
    Weight: int
    """Weight against other containers, from 10 to 1000."""


class LogConfigParam(TypedDict, total=False):
    """The log driver of a container and its options."""

    Type: (
        Literal["local", "json-file", "syslog", "journald", "gelf", "fluentd", "awslogs", "splunk", "etwlogs", "none"]
        | str
    )
    """Name of the log driver; empty for the engine's default. Plugins may add others, `none` keeps nothing. `local`
    since API 1.39."""
    Config: dict[str, str]
    """Options for the driver, such as `max-size` and `max-file` of `json-file`."""


class PortBindingParam(TypedDict, total=False):
    """An address and a port of the host that lead to a port of a container."""

    HostIp: str
    """Address of the host; empty for all of them, or for the default of the network."""
    HostPort: str
    """Port of the host as a decimal string, or a range such as `8000-8010` to take a free one from. Empty for any free
    one."""


class ResourcesParam(TypedDict, total=False):
    """Limits and shares of CPU, memory, devices and other things for a container."""

    CpuShares: int
    """Weight against other containers when CPU time is short; 0 for the default. The usual value on Linux is 1024;
    Windows takes up to 10000."""
    Memory: int
    """Most memory that the container may use, in bytes, at least 6 MiB on Linux; 0 for no limit."""
    CgroupParent: str
    """Cgroup under which that of the container is made; with the systemd driver a slice, as `name.slice`. Empty for the
    engine's default; Linux only."""
    BlkioWeight: int
    """Weight against other containers when block devices are busy, from 10 to 1000; 0 for the default. Linux only."""
    BlkioWeightDevice: list[BlkioWeightDeviceParam]
    """Weights for single block devices. Linux only."""
    BlkioDeviceReadBps: list[ThrottleDeviceParam]
    """Limits in bytes a second for reading from block devices. Linux only."""
    BlkioDeviceWriteBps: list[ThrottleDeviceParam]
    """Limits in bytes a second for writing to block devices. Linux only."""
    BlkioDeviceReadIOps: list[ThrottleDeviceParam]
    """Limits in operations a second for reading from block devices. Linux only."""
    BlkioDeviceWriteIOps: list[ThrottleDeviceParam]
    """Limits in operations a second for writing to block devices. Linux only."""
    CpuPeriod: int
    """Length of the period that `CpuQuota` refers to, in microseconds, from 1000 to 1000000; 0 for the default of
    100000. Linux only."""
    CpuQuota: int
    """CPU time that the container gets in each `CpuPeriod`, in microseconds, at least 1000; 0 for no limit. Linux
    only."""
    CpuRealtimePeriod: int
    """Length of the period for real-time tasks, in microseconds; 0 for none. Linux with cgroup v1 only."""
    CpuRealtimeRuntime: int
    """CPU time that real-time tasks get in each `CpuRealtimePeriod`, in microseconds; 0 for none. Linux with cgroup v1
    only."""
    CpusetCpus: str
    """CPUs that the container may run on, such as `0-3` or `0,2`; empty for all. Linux only."""
    CpusetMems: str
    """Memory nodes that the container may use, such as `0-1`, on NUMA systems; empty for all. Linux only."""
    Devices: list[DeviceMappingParam]
    """Devices of the host for the container."""
    DeviceCgroupRules: list[str]
    """Rules for access to devices, such as `c 13:* rwm`. Linux only. Since API 1.28."""
    DeviceRequests: list[DeviceRequestParam]
    """Requests to device drivers, as for GPUs. Since API 1.40."""
    MemoryReservation: int
    """Memory in bytes that the kernel tries to push the container back to when the host is short of it, no more than
    `Memory`; 0 for none. Linux only."""
    MemorySwap: int
    """Most memory and swap together, in bytes; the same as `Memory` for no swap, -1 for no limit of swap, 0 for twice
    `Memory`. Needs `Memory`; Linux only."""
    MemorySwappiness: int
    """How readily the kernel swaps out memory of the container, from 0 to 100; absent or -1 for the system's setting.
    Linux with cgroup v1 only."""
    NanoCpus: int
    """CPU time in billionths of a CPU, such as 1500000000 for one and a half CPUs; 0 for no limit. On Linux not
    together with `CpuPeriod` or `CpuQuota`."""
    OomKillDisable: bool
    """Keep the kernel from killing processes of the container when its memory runs out. Linux with cgroup v1 only."""
    Init: bool | None
    """Run a small init process first in the container, which passes signals on and reaps zombies; null for the engine's
    setting. Linux only."""
    PidsLimit: int | None
    """Most processes and threads at once; 0 or -1 for no limit. Null means no limit for a new container, and no change
    for an update. Linux only."""
    Ulimits: list[shared.UlimitParam]
    """Limits for each process of the container; those of the engine's settings for names not given here. Linux only."""
    CpuCount: int
    """Number of CPUs. Windows only. With process isolation `CpuCount` goes before `CpuShares`, and `CpuShares` before
    `CpuPercent`."""
    CpuPercent: int
    """Share of all CPU time, in percent. Windows only; elsewhere it is dropped with a warning."""
    IOMaximumIOps: int
    """Most operations a second on the system drive of the container; 0 for no limit. Windows only, an error
    elsewhere."""
    IOMaximumBandwidth: int
    """Most bytes a second on the system drive of the container; 0 for no limit. Windows only, an error elsewhere."""
    KernelMemoryTCP: int
    """Most memory that the kernel may use for TCP buffers of the container, in bytes; 0 for no limit. Linux with cgroup
    v1 only. Since API 1.40, until API 1.51."""
    KernelMemory: int
    """Most memory that the kernel may use for the container, in bytes; 0 for no limit. Linux with cgroup v1 only. Until
    API 1.41."""
    DiskQuota: int
    """Most disk space that the container may use, in bytes. Until API 1.39."""


class ContainerUpdateRequest(ResourcesParam, total=False):
    """What to change in a container. Values that are zero, empty or absent stay as they are, except `PidsLimit`, where
    0 lifts the limit. Devices, limits for single block devices and `Ulimits` cannot be changed."""

    RestartPolicy: RestartPolicyParam
    """New restart policy. Not for a container that is removed as soon as it stops."""


class NetworkingConfig(TypedDict, total=False):
    """The networks that a new container is connected to."""

    EndpointsConfig: dict[str, shared.EndpointSettingsParam]
    """Settings for each network, by its name or id. Older engines take no more than one."""


class HostConfigParam(ResourcesParam, total=False):
    """How a container is tied to its host: limits, mounts, ports, namespaces and rights."""

    Binds: list[str]
    """Directories of the host and volumes to mount, as `source:target[:options]`, where a source that is no absolute
    path is the name of a volume. Options are joined by commas, such as `ro`, `z`, `nocopy` or `rshared`."""
    ContainerIDFile: str
    """Path of a file that the client wrote the id of the container to. The engine only keeps the path and writes no
    file."""
    LogConfig: LogConfigParam
    """Where output of the container is logged."""
    NetworkMode: str
    """Network that the container begins with, by name or id, or `bridge`, `host`, `none` or `container:<name or id>` to
    share that of another container. Empty or `default` is `bridge` on Linux, `nat` on Windows."""
    PortBindings: dict[str, list[PortBindingParam] | None]
    """Ports of the container to publish, and the addresses and ports of the host for them."""
    RestartPolicy: RestartPolicyParam
    """When the engine starts the container again by itself; never by default."""
    AutoRemove: bool
    """Remove the container with its anonymous volumes as soon as it stops. Not together with a restart policy."""
    VolumeDriver: str
    """Driver for volumes made for `Binds` and for the image's volumes; `local` by default. Not for `Mounts`."""
    VolumesFrom: list[str]
    """Containers whose mounts this one gets too, as `container[:options]`, such as `db:ro`."""
    Mounts: list[shared.MountParam]
    """What to mount, in more detail than `Binds` can tell."""
    ConsoleSize: list[int] | None
    """Height and width of the terminal at the start, in characters. Null or two zeroes for the default."""
    Annotations: dict[str, str]
    """Names and values that are handed to the runtime with the container. Since API 1.43."""
    CapAdd: list[str]
    """Kernel capabilities beyond the default ones, with or without `CAP_`, such as `NET_ADMIN`, or `ALL`. Linux
    only."""
    CapDrop: list[str]
    """Kernel capabilities to take from the default ones, with or without `CAP_`, or `ALL`. Linux only."""
    CgroupnsMode: Literal["private", "host"] | str
    """Whether the container has a cgroup namespace of its own. The engine's setting by default, which is `private` with
    cgroup v2 and `host` with cgroup v1 unless it was changed. Linux only. Since API 1.41."""
    Dns: list[str]
    """Name servers for the container, by address; those of the engine or the host by default."""
    DnsOptions: list[str]
    """Options for the resolver, as in `resolv.conf`, such as `ndots:2`."""
    DnsSearch: list[str]
    """Domains in which to look for short names; a lone `.` for none."""
    ExtraHosts: list[str]
    """Lines for `/etc/hosts`, as `name:address`. The address `host-gateway` stands for the host."""
    GroupAdd: list[str]
    """Further groups for the main process, by name or number. Linux only."""
    IpcMode: str
    """IPC namespace of the container: its own (`private`), its own that others may join (`shareable`), that of such
    another (`container:<name or id>`), that of the host (`host`), or its own without `/dev/shm` (`none`). Empty for the
    engine's setting."""
    Cgroup: str
    """Meant for the cgroup of another container, as `container:<name or id>`; empty for one of its own. The engine
    keeps the value."""
    Links: list[str]
    """Other containers to reach by a name, as `container:alias`. Made for the default network; on others containers
    find each other by name without it."""
    OomScoreAdj: int
    """How much sooner (up to 1000) or later (down to -1000) than others the kernel kills the container when the host is
    short of memory. Linux only."""
    PidMode: str
    """PID namespace of the container: that of the host (`host`), that of another container (`container:<name or id>`),
    or, if empty, its own."""
    Privileged: bool
    """Give the container all capabilities and all devices of the host, and lift most other confinement. Linux only."""
    PublishAllPorts: bool
    """Publish all exposed ports, those without a binding on free ports of the host."""
    ReadonlyRootfs: bool
    """Mount the file system of the container read-only. Volumes and other mounts keep their own settings."""
    SecurityOpt: list[str]
    """Security settings, such as `no-new-privileges`, `seccomp=<profile as JSON>`, `apparmor=<name>` or `label=disable`
    on Linux, `credentialspec=<source>` on Windows."""
    StorageOpt: dict[str, str]
    """Options for the storage driver, such as `size` for the most that the container may write, if the driver can."""
    Tmpfs: dict[str, str]
    """Paths in the container to mount memory at, with options such as `rw,size=64m`. Linux only."""
    UTSMode: str
    """Use the host's name and domain if `host`; empty for the container's own. Linux only."""
    UsernsMode: str
    """Use the host's user namespace if `host`, where the engine maps users; empty for the engine's setting. Linux
    only."""
    ShmSize: int
    """Size of `/dev/shm` in bytes; 0 for the engine's setting, which is 64 MiB unless it was changed. Linux only."""
    Sysctls: dict[str, str] | None
    """Kernel parameters to set in the container's namespaces, such as `net.ipv4.ip_forward`. Linux only."""
    Runtime: str | None
    """Runtime that runs the container, such as `runc`; empty or null for the engine's default."""
    Isolation: Literal["default", "process", "hyperv"] | str
    """How the container is kept apart. `process` and `hyperv` are for Windows; Linux only knows `default`."""
    MaskedPaths: list[str]
    """Paths that are hidden in the container. An empty list hides none, absent or null means the default ones. Linux
    only. Since API 1.38."""
    ReadonlyPaths: list[str]
    """Paths that are read-only in the container. An empty list means none, absent or null the default ones. Linux only.
    Since API 1.38."""
    Capabilities: list[str]
    """Kernel capabilities of the container, in place of the default ones. Linux only. Since API 1.40, until API
    1.40."""


class ContainerCreateRequest(shared.ContainerConfigParam, total=False):
    """A container to create: what it runs, and how it is tied to the host and to networks."""

    HostConfig: HostConfigParam
    """Limits, mounts, ports, namespaces and rights."""
    NetworkingConfig: NetworkingConfig
    """Networks to connect it to, besides `NetworkMode` of the `HostConfig`."""
