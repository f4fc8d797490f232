# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``HostConfig``."""

from typing import Annotated, Literal

from pydantic import Field

from .log_config import LogConfig
from .mount import Mount
from .port_binding import PortBinding
from .resources import Resources
from .restart_policy import RestartPolicy


class HostConfig(Resources):
    """How a container is tied to its host: limits, mounts, ports, namespaces and rights."""

    binds: Annotated[list[str] | None, Field(alias="Binds")] = None
    """Directories of the host and volumes to mount, as `source:target[:options]`, where a source that is no absolute
    path is the name of a volume. Options are joined by commas, such as `ro`, `z`, `nocopy` or `rshared`."""
    container_id_file: Annotated[str | None, Field(alias="ContainerIDFile")] = None
    """Path of a file that the client wrote the id of the container to. The engine only keeps the path and writes no
    file."""
    log_config: Annotated[LogConfig | None, Field(alias="LogConfig")] = None
    """Where output of the container is logged."""
    network_mode: Annotated[str | None, Field(alias="NetworkMode")] = None
    """Network that the container begins with, by name or id, or `bridge`, `host`, `none` or `container:<name or id>` to
    share that of another container. Empty or `default` is `bridge` on Linux, `nat` on Windows."""
    port_bindings: Annotated[dict[str, list[PortBinding]] | None, Field(alias="PortBindings")] = None
    """Ports of the container to publish, and the addresses and ports of the host for them."""
    restart_policy: Annotated[RestartPolicy | None, Field(alias="RestartPolicy")] = None
    """When the engine starts the container again by itself; never by default."""
    auto_remove: Annotated[bool | None, Field(alias="AutoRemove")] = None
    """Remove the container with its anonymous volumes as soon as it stops. Not together with a restart policy."""
    volume_driver: Annotated[str | None, Field(alias="VolumeDriver")] = None
    """Driver for volumes made for `Binds` and for the image's volumes; `local` by default. Not for `Mounts`."""
    volumes_from: Annotated[list[str] | None, Field(alias="VolumesFrom")] = None
    """Containers whose mounts this one gets too, as `container[:options]`, such as `db:ro`."""
    mounts: Annotated[list[Mount] | None, Field(alias="Mounts")] = None
    """What to mount, in more detail than `Binds` can tell."""
    console_size: Annotated[list[int] | None, Field(alias="ConsoleSize")] = None
    """Height and width of the terminal at the start, in characters. Null or two zeroes for the default."""
    annotations: Annotated[dict[str, str] | None, Field(alias="Annotations")] = None
    """Names and values that are handed to the runtime with the container. Since API 1.43."""
    cap_add: Annotated[list[str] | None, Field(alias="CapAdd")] = None
    """Kernel capabilities beyond the default ones, with or without `CAP_`, such as `NET_ADMIN`, or `ALL`. Linux
    only."""
    cap_drop: Annotated[list[str] | None, Field(alias="CapDrop")] = None
    """Kernel capabilities to take from the default ones, with or without `CAP_`, or `ALL`. Linux only."""
    cgroupns_mode: Annotated[Literal["private", "host"] | str | None, Field(alias="CgroupnsMode")] = None
    """Whether the container has a cgroup namespace of its own. The engine's setting by default, which is `private` with
    cgroup v2 and `host` with cgroup v1 unless it was changed. Linux only. Since API 1.41."""
    dns: Annotated[list[str] | None, Field(alias="Dns")] = None
    """Name servers for the container, by address; those of the engine or the host by default."""
    dns_options: Annotated[list[str] | None, Field(alias="DnsOptions")] = None
    """Options for the resolver, as in `resolv.conf`, such as `ndots:2`."""
    dns_search: Annotated[list[str] | None, Field(alias="DnsSearch")] = None
    """Domains in which to look for short names; a lone `.` for none."""
    extra_hosts: Annotated[list[str] | None, Field(alias="ExtraHosts")] = None
    """Lines for `/etc/hosts`, as `name:address`. The address `host-gateway` stands for the host."""
    group_add: Annotated[list[str] | None, Field(alias="GroupAdd")] = None
    """Further groups for the main process, by name or number. Linux only."""
    ipc_mode: Annotated[str | None, Field(alias="IpcMode")] = None
    """IPC namespace of the container: its own (`private`), its own that others may join (`shareable`), that of such
    another (`container:<name or id>`), that of the host (`host`), or its own without `/dev/shm` (`none`). Empty for the
    engine's setting."""
    cgroup: Annotated[str | None, Field(alias="Cgroup")] = None
    """Meant for the cgroup of another container, as `container:<name or id>`; empty for one of its own. The engine
    keeps the value."""
    links: Annotated[list[str] | None, Field(alias="Links")] = None
    """Other containers to reach by a name, as `container:alias`. Made for the default network; on others containers
    find each other by name without it."""
    oom_score_adj: Annotated[int | None, Field(alias="OomScoreAdj")] = None
    """How much sooner (up to 1000) or later (down to -1000) than others the kernel kills the container when the host is
    short of memory. Linux only."""
    pid_mode: Annotated[str | None, Field(alias="PidMode")] = None
    """PID namespace of the container: that of the host (`host`), that of another container (`container:<name or id>`),
    or, if empty, its own."""
    privileged: Annotated[bool | None, Field(alias="Privileged")] = None
    """Give the container all capabilities and all devices of the host, and lift most other confinement. Linux only."""
    publish_all_ports: Annotated[bool | None, Field(alias="PublishAllPorts")] = None
    """Publish all exposed ports, those without a binding on free ports of the host."""
    readonly_rootfs: Annotated[bool | None, Field(alias="ReadonlyRootfs")] = None
    """Mount the file system of the container read-only. Volumes and other mounts keep their own settings."""
    security_opt: Annotated[list[str] | None, Field(alias="SecurityOpt")] = None
    """Security settings, such as `no-new-privileges`, `seccomp=<profile as JSON>`, `apparmor=<name>` or `label=disable`
    on Linux, `credentialspec=<source>` on Windows."""
    storage_opt: Annotated[dict[str, str] | None, Field(alias="StorageOpt")] = None
    """Options for the storage driver, such as `size` for the most that the container may write, if the driver can."""
    tmpfs: Annotated[dict[str, str] | None, Field(alias="Tmpfs")] = None
    """Paths in the container to mount memory at, with options such as `rw,size=64m`. Linux only."""
    uts_mode: Annotated[str | None, Field(alias="UTSMode")] = None
    """Use the host's name and domain if `host`; empty for the container's own. Linux only."""
    userns_mode: Annotated[str | None, Field(alias="UsernsMode")] = None
    """Use the host's user namespace if `host`, where the engine maps users; empty for the engine's setting. Linux
    only."""
    shm_size: Annotated[int | None, Field(alias="ShmSize")] = None
    """Size of `/dev/shm` in bytes; 0 for the engine's setting, which is 64 MiB unless it was changed. Linux only."""
    sysctls: Annotated[dict[str, str] | None, Field(alias="Sysctls")] = None
    """Kernel parameters to set in the container's namespaces, such as `net.ipv4.ip_forward`. Linux only."""
    runtime: Annotated[str | None, Field(alias="Runtime")] = None
    """Runtime that runs the container, such as `runc`; empty or null for the engine's default."""
    isolation: Annotated[Literal["default", "process", "hyperv"] | str | None, Field(alias="Isolation")] = None
    """How the container is kept apart. `process` and `hyperv` are for Windows; Linux only knows `default`."""
    masked_paths: Annotated[list[str] | None, Field(alias="MaskedPaths")] = None
    """Paths that are hidden in the container. An empty list hides none, absent or null means the default ones. Linux
    only. Since API 1.38."""
    readonly_paths: Annotated[list[str] | None, Field(alias="ReadonlyPaths")] = None
    """Paths that are read-only in the container. An empty list means none, absent or null the default ones. Linux only.
    Since API 1.38."""
    capabilities: Annotated[list[str] | None, Field(alias="Capabilities")] = None
    """Kernel capabilities of the container, in place of the default ones. Linux only. Since API 1.40, until API
    1.40."""
