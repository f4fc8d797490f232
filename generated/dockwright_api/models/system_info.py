# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``SystemInfo``."""

from typing import Annotated, Literal

from pydantic import Field

from ..base import Model
from .commit import Commit
from .containerd_info import ContainerdInfo
from .default_address_pool import DefaultAddressPool
from .device_info import DeviceInfo
from .firewall_info import FirewallInfo
from .generic_resource import GenericResource
from .nri_info import NRIInfo
from .plugins_info import PluginsInfo
from .registry_service_config import RegistryServiceConfig
from .runtime import Runtime
from .swarm_info import SwarmInfo


class SystemInfo(Model):
    """Give facts about the engine and its host, and warnings about both."""

    id: Annotated[str, Field(alias="ID")]
    """Id of the engine, which stays the same when it is restarted."""
    containers: Annotated[int, Field(alias="Containers")]
    """How many containers there are."""
    containers_running: Annotated[int, Field(alias="ContainersRunning")]
    """How many containers are running and not paused."""
    containers_paused: Annotated[int, Field(alias="ContainersPaused")]
    """How many containers are paused."""
    containers_stopped: Annotated[int, Field(alias="ContainersStopped")]
    """How many containers are not running."""
    images: Annotated[int, Field(alias="Images")]
    """How many images there are."""
    driver: Annotated[str, Field(alias="Driver")]
    """Storage driver for images and containers, such as `overlay2`. With images in containerd it is the snapshotter,
    such as `overlayfs`."""
    driver_status: Annotated[list[list[str]], Field(alias="DriverStatus")]
    """Facts about the storage driver, as pairs of name and value. Which ones depends on the driver."""
    docker_root_dir: Annotated[str, Field(alias="DockerRootDir")]
    """Directory with the data of the engine, `/var/lib/docker` by default on Linux."""
    plugins: Annotated[PluginsInfo, Field(alias="Plugins")]
    """The drivers of the engine, by kind."""
    memory_limit: Annotated[bool, Field(alias="MemoryLimit")]
    """Whether the memory of containers can be limited. Linux only."""
    swap_limit: Annotated[bool, Field(alias="SwapLimit")]
    """Whether the swap of containers can be limited. Linux only."""
    cpu_cfs_period: Annotated[bool | None, Field(alias="CpuCfsPeriod")] = None
    """Whether `CpuPeriod` of containers has an effect. Linux only."""
    cpu_cfs_quota: Annotated[bool | None, Field(alias="CpuCfsQuota")] = None
    """Whether `CpuQuota` of containers has an effect. Linux only."""
    cpu_shares: Annotated[bool | None, Field(alias="CPUShares")] = None
    """Whether containers can have weights for CPU time. Linux only."""
    cpu_set: Annotated[bool | None, Field(alias="CPUSet")] = None
    """Whether containers can be tied to CPUs and memory nodes. Linux only."""
    pids_limit: Annotated[bool | None, Field(alias="PidsLimit")] = None
    """Whether the number of processes in a container can be limited. Linux only. Since API 1.40."""
    oom_kill_disable: Annotated[bool | None, Field(alias="OomKillDisable")] = None
    """Whether processes of a container can be spared when memory runs out. Linux with cgroup v1 only."""
    ipv4_forwarding: Annotated[bool | None, Field(alias="IPv4Forwarding")] = None
    """Whether the host forwards IPv4 packets, without which most networks of containers do not reach beyond it."""
    debug: Annotated[bool, Field(alias="Debug")]
    """Whether the engine runs in debug mode."""
    n_fd: Annotated[int, Field(alias="NFd")]
    """How many files the engine has open; -1 if unknown, as on Windows."""
    n_goroutines: Annotated[int, Field(alias="NGoroutines")]
    """How many goroutines the engine has, for its developers."""
    system_time: Annotated[str, Field(alias="SystemTime")]
    """Time on the host, in RFC 3339 with nanoseconds."""
    logging_driver: Annotated[str, Field(alias="LoggingDriver")]
    """Log driver of containers that name none."""
    cgroup_driver: Annotated[Literal["cgroupfs", "systemd", "none"] | str | None, Field(alias="CgroupDriver")] = None
    """What manages the cgroups of containers. `none` means that there are none, as in rootless mode without systemd.
    Linux only. `none` since API 1.40."""
    cgroup_version: Annotated[Literal["1", "2"] | str | None, Field(alias="CgroupVersion")] = None
    """Version of cgroups on the host. Linux only. Since API 1.41."""
    n_events_listener: Annotated[int, Field(alias="NEventsListener")]
    """How many clients follow events."""
    kernel_version: Annotated[str, Field(alias="KernelVersion")]
    """Version of the kernel of the host, such as `6.1.0-28-amd64`. Empty if unknown."""
    operating_system: Annotated[str, Field(alias="OperatingSystem")]
    """Name of the system on the host, such as `Debian GNU/Linux 12 (bookworm)`. `(containerized)` is added if the
    engine runs in a container."""
    os_version: Annotated[str | None, Field(alias="OSVersion")] = None
    """Version of the system on the host, such as `12`. Empty if it has none. Since API 1.41."""
    os_type: Annotated[str, Field(alias="OSType")]
    """Operating system of the engine as Go calls it, `linux` or `windows`."""
    architecture: Annotated[str, Field(alias="Architecture")]
    """Architecture of the host as the system calls it, such as `x86_64` or `aarch64`."""
    ncpu: Annotated[int, Field(alias="NCPU")]
    """How many logical CPUs the engine may use."""
    mem_total: Annotated[int, Field(alias="MemTotal")]
    """Memory of the host in bytes; 0 if unknown."""
    index_server_address: Annotated[str, Field(alias="IndexServerAddress")]
    """Key for credentials of Docker Hub in configuration files, always `https://index.docker.io/v1/`."""
    registry_config: Annotated[RegistryServiceConfig, Field(alias="RegistryConfig")]
    """How the engine reaches registries."""
    generic_resources: Annotated[list[GenericResource] | None, Field(alias="GenericResources")] = None
    """Resources that the engine offers to services of a swarm, from its configuration. Null if there are none. Since
    API 1.32."""
    http_proxy: Annotated[str, Field(alias="HttpProxy")]
    """Proxy of the engine for `http` URLs; empty for none. User name and password in it are masked."""
    https_proxy: Annotated[str, Field(alias="HttpsProxy")]
    """Proxy of the engine for `https` URLs; empty for none. User name and password in it are masked."""
    no_proxy: Annotated[str, Field(alias="NoProxy")]
    """Hosts that the engine reaches without a proxy, separated by commas."""
    name: Annotated[str, Field(alias="Name")]
    """Host name."""
    labels: Annotated[list[str], Field(alias="Labels")]
    """Labels of the engine from its configuration, as `key=value`."""
    experimental_build: Annotated[bool, Field(alias="ExperimentalBuild")]
    """Whether experimental features are switched on."""
    server_version: Annotated[str, Field(alias="ServerVersion")]
    """Version of the engine."""
    runtimes: Annotated[dict[str, Runtime], Field(alias="Runtimes")]
    """Runtimes for containers by name, those of the engine and those in its configuration. Linux only."""
    default_runtime: Annotated[str, Field(alias="DefaultRuntime")]
    """Runtime of containers that name none. Linux only."""
    swarm: Annotated[SwarmInfo, Field(alias="Swarm")]
    """The engine's state in a swarm."""
    live_restore_enabled: Annotated[bool, Field(alias="LiveRestoreEnabled")]
    """Whether containers keep running while the engine is down."""
    isolation: Annotated[Literal["default", "hyperv", "process"] | str | None, Field(alias="Isolation")] = None
    """How containers that name no isolation are kept apart on Windows. Empty elsewhere."""
    init_binary: Annotated[str | None, Field(alias="InitBinary")] = None
    """Program that runs as the first process of containers with `Init`. Linux only."""
    containerd_commit: Annotated[Commit | None, Field(alias="ContainerdCommit")] = None
    """Build of containerd. Linux only."""
    runc_commit: Annotated[Commit | None, Field(alias="RuncCommit")] = None
    """Build of the default runtime. Linux only."""
    init_commit: Annotated[Commit | None, Field(alias="InitCommit")] = None
    """Build of `InitBinary`. Linux only."""
    security_options: Annotated[list[str], Field(alias="SecurityOptions")]
    """What protects the host from containers, each as `name=` with further `key=value` pairs after commas, such as
    `name=seccomp,profile=builtin`, `name=apparmor` or `name=rootless`."""
    product_license: Annotated[str | None, Field(alias="ProductLicense")] = None
    """Text about the licence of the product, such as `Community Engine`. Absent for builds without it. Since API
    1.39."""
    default_address_pools: Annotated[list[DefaultAddressPool] | None, Field(alias="DefaultAddressPools")] = None
    """Ranges for subnets of new networks, from the engine's configuration. Absent if its built-in ones apply. Since API
    1.41."""
    firewall_backend: Annotated[FirewallInfo | None, Field(alias="FirewallBackend")] = None
    """How the engine filters packets of networks. Linux only. Since API 1.49."""
    discovered_devices: Annotated[list[DeviceInfo] | None, Field(alias="DiscoveredDevices")] = None
    """Devices of the host that drivers of the engine found. Since API 1.50."""
    nri: Annotated[NRIInfo | None, Field(alias="NRI")] = None
    """How the engine works with plugins of NRI; absent unless that is switched on. Linux only. Since API 1.53."""
    warnings: Annotated[list[str] | None, Field(alias="Warnings")] = None
    """What is wrong or doubtful on the host or in the configuration, each as text for the administrator. Null if there
    is nothing. Since API 1.39."""
    cdi_spec_dirs: Annotated[list[str] | None, Field(alias="CDISpecDirs")] = None
    """Directories that the engine reads specifications of CDI devices from. Empty if CDI is switched off. Since API
    1.44."""
    containerd: Annotated[ContainerdInfo | None, Field(alias="Containerd")] = None
    """How the engine reaches containerd. Absent if it does not use it. Since API 1.46."""
    kernel_memory_tcp: Annotated[bool | None, Field(alias="KernelMemoryTCP")] = None
    """Whether the memory that a container's TCP buffers take can be limited. Linux with cgroup v1 only. Since API 1.40,
    until API 1.51."""
    bridge_nf_iptables: Annotated[bool | None, Field(alias="BridgeNfIptables")] = None
    """Whether IPv4 packets on bridges go through iptables. Newer engines always say false. Until API 1.49."""
    bridge_nf_ip6tables: Annotated[bool | None, Field(alias="BridgeNfIp6tables")] = None
    """Whether IPv6 packets on bridges go through ip6tables. Newer engines always say false. Until API 1.49."""
    kernel_memory: Annotated[bool | None, Field(alias="KernelMemory")] = None
    """Whether the kernel memory of containers can be limited. Linux with cgroup v1 only. Until API 1.41."""
    cluster_store: Annotated[str | None, Field(alias="ClusterStore")] = None
    """URL of the key-value store for `overlay` networks outside a swarm. Absent or empty if there is none. Until API
    1.41."""
    cluster_advertise: Annotated[str | None, Field(alias="ClusterAdvertise")] = None
    """Address that the engine tells others by way of `ClusterStore`. Absent or empty if there is none. Until API
    1.41."""
    system_status: Annotated[list[list[str]] | None, Field(alias="SystemStatus")] = None
    """Pairs of name and value from the stand-alone Swarm, which answers in place of several engines. Null or absent
    from an engine itself. Until API 1.40."""
