"""The settings of a new container as people write them.

Every option stands in one table: where it goes in the Engine's JSON, and how its value is read. What does not fit into
a row (ports, volumes and networks set several fields) has a function below the table. An option that is None counts as
not given. What cannot be sent raises an error that names the option and shows the value.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypedDict, cast

from ..errors import InvalidArgument
from . import values
from .ports import Ports, published_ports
from .processes import command_line, environment_list
from .sizes import size_in_bytes
from .volumes import Volumes, mounted_volumes

if TYPE_CHECKING:
    from dockwright_api import shapes

Size = int | float | str


class RunOptions(TypedDict, total=False):
    """What a container is made with, beside its image and command."""

    name: str | None
    platform: str | None
    """Such as ``linux/arm64``."""

    environment: Mapping[str, str | None] | Sequence[str] | None
    """A mapping (None unsets a variable), or a sequence of ``NAME=value``."""
    entrypoint: str | Sequence[str] | None
    working_dir: str | None
    user: str | int | None
    tty: bool | None
    stdin_open: bool | None
    stop_signal: str | None
    labels: Mapping[str, str] | Sequence[str] | None
    """A mapping, or a sequence of names."""
    hostname: str | None
    domainname: str | None
    network_disabled: bool | None

    network: str | None
    """The name of one network to be in."""
    network_mode: str | None
    """``bridge``, ``none``, ``host``, or ``container:<name or id>``; instead of ``network``."""
    ports: Ports | None
    publish_all_ports: bool | None
    extra_hosts: Mapping[str, str] | Sequence[str] | None
    dns: Sequence[str] | None
    dns_opt: Sequence[str] | None
    dns_search: Sequence[str] | None

    volumes: Volumes | None
    volumes_from: Sequence[str] | str | None
    volume_driver: str | None
    tmpfs: Mapping[str, str] | Sequence[str] | None
    read_only: bool | None
    storage_opt: Mapping[str, str] | None
    devices: "Sequence[str | shapes.DeviceMappingParam | Mapping[str, str]] | None"
    device_cgroup_rules: Sequence[str] | None

    mem_limit: Size | None
    """Bytes, or text such as ``"128m"``; so are all sizes."""
    mem_reservation: Size | None
    memswap_limit: Size | None
    mem_swappiness: int | None
    shm_size: Size | None
    oom_kill_disable: bool | None
    oom_score_adj: int | None
    nano_cpus: int | None
    """Processors in units of 10⁻⁹."""
    cpu_count: int | None
    cpu_percent: int | None
    cpu_period: int | None
    cpu_quota: int | None
    cpu_rt_period: int | None
    cpu_rt_runtime: int | None
    cpu_shares: int | None
    cpuset_cpus: str | None
    cpuset_mems: str | None
    blkio_weight: int | None
    pids_limit: int | None

    auto_remove: bool | None
    """Let the engine remove the container when it ends."""
    restart_policy: "shapes.RestartPolicyParam | Mapping[str, Any] | None"
    """Such as ``{"Name": "on-failure", "MaximumRetryCount": 3}``."""
    init: bool | None
    privileged: bool | None
    cap_add: Sequence[str] | None
    cap_drop: Sequence[str] | None
    group_add: Sequence[str | int] | None
    security_opt: Sequence[str] | None
    sysctls: Mapping[str, str | int] | None
    cgroup_parent: str | None
    cgroupns: str | None
    ipc_mode: str | None
    pid_mode: str | None
    userns_mode: str | None
    uts_mode: str | None
    isolation: str | None
    runtime: str | None


class NewContainer(NamedTuple):
    """What the operation that creates a container takes."""

    body: "shapes.ContainerCreateRequest"
    name: str | None
    platform: str | None


class _Row(NamedTuple):
    key: str
    read: Callable[[str, Any], Any]


def _command(name: str, value: Any) -> list[str]:
    return command_line(value, name)


def _environment(_: str, value: Any) -> list[str] | None:
    return environment_list(value)


_CONFIG: dict[str, _Row] = {
    "environment": _Row("Env", _environment),
    "entrypoint": _Row("Entrypoint", _command),
    "working_dir": _Row("WorkingDir", values.text),
    "user": _Row("User", values.text_or_number),
    "tty": _Row("Tty", values.flag),
    "stdin_open": _Row("OpenStdin", values.flag),
    "stop_signal": _Row("StopSignal", values.text),
    "labels": _Row("Labels", values.labels),
    "hostname": _Row("Hostname", values.text),
    "domainname": _Row("Domainname", values.text),
    "network_disabled": _Row("NetworkDisabled", values.flag),
}
_HOST: dict[str, _Row] = {
    "network_mode": _Row("NetworkMode", values.text),
    "publish_all_ports": _Row("PublishAllPorts", values.flag),
    "extra_hosts": _Row("ExtraHosts", values.extra_hosts),
    "dns": _Row("Dns", values.texts),
    "dns_opt": _Row("DnsOptions", values.texts),
    "dns_search": _Row("DnsSearch", values.texts),
    "volumes_from": _Row("VolumesFrom", values.volumes_from),
    "volume_driver": _Row("VolumeDriver", values.text),
    "tmpfs": _Row("Tmpfs", values.tmpfs),
    "read_only": _Row("ReadonlyRootfs", values.flag),
    "storage_opt": _Row("StorageOpt", values.text_map),
    "devices": _Row("Devices", values.devices),
    "device_cgroup_rules": _Row("DeviceCgroupRules", values.texts),
    "mem_limit": _Row("Memory", size_in_bytes),
    "mem_reservation": _Row("MemoryReservation", size_in_bytes),
    "memswap_limit": _Row("MemorySwap", size_in_bytes),
    "mem_swappiness": _Row("MemorySwappiness", values.whole),
    "shm_size": _Row("ShmSize", size_in_bytes),
    "oom_kill_disable": _Row("OomKillDisable", values.flag),
    "oom_score_adj": _Row("OomScoreAdj", values.whole),
    "nano_cpus": _Row("NanoCpus", values.whole),
    "cpu_count": _Row("CpuCount", values.whole),
    "cpu_percent": _Row("CpuPercent", values.whole),
    "cpu_period": _Row("CpuPeriod", values.whole),
    "cpu_quota": _Row("CpuQuota", values.whole),
    "cpu_rt_period": _Row("CpuRealtimePeriod", values.whole),
    "cpu_rt_runtime": _Row("CpuRealtimeRuntime", values.whole),
    "cpu_shares": _Row("CpuShares", values.whole),
    "cpuset_cpus": _Row("CpusetCpus", values.text),
    "cpuset_mems": _Row("CpusetMems", values.text),
    "blkio_weight": _Row("BlkioWeight", values.whole),
    "pids_limit": _Row("PidsLimit", values.whole),
    "auto_remove": _Row("AutoRemove", values.flag),
    "restart_policy": _Row("RestartPolicy", values.restart_policy),
    "init": _Row("Init", values.flag),
    "privileged": _Row("Privileged", values.flag),
    "cap_add": _Row("CapAdd", values.texts),
    "cap_drop": _Row("CapDrop", values.texts),
    "group_add": _Row("GroupAdd", values.texts_or_numbers),
    "security_opt": _Row("SecurityOpt", values.texts),
    "sysctls": _Row("Sysctls", values.text_map),
    "cgroup_parent": _Row("CgroupParent", values.text),
    "cgroupns": _Row("CgroupnsMode", values.text),
    "ipc_mode": _Row("IpcMode", values.text),
    "pid_mode": _Row("PidMode", values.text),
    "userns_mode": _Row("UsernsMode", values.text),
    "uts_mode": _Row("UTSMode", values.text),
    "isolation": _Row("Isolation", values.text),
    "runtime": _Row("Runtime", values.text),
}
_QUERY = ("name", "platform")
# Names of networks that are modes too; these have no settings of an endpoint.
_MODES = ("default", "bridge", "host", "none")


def new_container(
    image: str,
    command: str | Sequence[str] | None = None,
    options: RunOptions | None = None,
    *,
    detach: bool = False,
    caller: str = "create",
) -> NewContainer:
    """Translate options into what the operation takes.

    ``detach`` leaves the standard streams unattached. ``caller`` is named in the error for an unknown option, a
    ``TypeError``; what is wrong in itself raises ``InvalidArgument``.
    """
    given: dict[str, Any] = {name: value for name, value in (options or {}).items() if value is not None}
    body: dict[str, Any] = {"Image": values.text("image", image)}
    if command is not None:
        body["Cmd"] = _command("command", command)
    host: dict[str, Any] = {}
    for name, value in given.items():
        if row := _CONFIG.get(name):
            body[row.key] = row.read(name, value)
        elif row := _HOST.get(name):
            host[row.key] = row.read(name, value)
        elif name in _QUERY:
            values.text(name, value)
        elif name not in _SEVERAL:
            raise TypeError(_unknown(caller, name))
    for name, spread in _SEVERAL.items():
        if name in given:
            spread(given, body, host)
    body["AttachStdout"] = body["AttachStderr"] = not detach
    body["AttachStdin"] = body["StdinOnce"] = not detach and bool(body.get("OpenStdin"))
    body["HostConfig"] = host
    return NewContainer(cast("shapes.ContainerCreateRequest", body), given.get("name"), given.get("platform"))


def _spread_ports(given: Mapping[str, Any], body: dict[str, Any], host: dict[str, Any]) -> None:
    if given.get("network_mode") == "host":
        raise InvalidArgument("ports cannot be published with network_mode='host'; leave one of the two out")
    body["ExposedPorts"], host["PortBindings"] = published_ports(given["ports"])


def _spread_volumes(given: Mapping[str, Any], body: dict[str, Any], host: dict[str, Any]) -> None:
    host["Binds"], body["Volumes"] = mounted_volumes(given["volumes"])


def _spread_network(given: Mapping[str, Any], body: dict[str, Any], host: dict[str, Any]) -> None:
    if "network_mode" in given:
        raise InvalidArgument("network and network_mode cannot be combined; give one of them")
    network = host["NetworkMode"] = values.text("network", given["network"])
    if network not in _MODES:
        body["NetworkingConfig"] = {"EndpointsConfig": {network: {}}}


_SEVERAL: dict[str, Callable[[Mapping[str, Any], dict[str, Any], dict[str, Any]], None]] = {
    "ports": _spread_ports,
    "volumes": _spread_volumes,
    "network": _spread_network,
}


def _unknown(caller: str, name: str) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name, RunOptions.__annotations__, n=1)
    hint = f"; did you mean {close[0]!r}?" if close else ""
    return f"{caller}() got an unexpected keyword argument {name!r}{hint}"
