"""Limits and shares of CPU, memory, block devices and others: what new containers get, and what updates change."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias, TypedDict, cast

from ..errors import InvalidArgument
from . import devices, values
from .devices import Device, DeviceRequests, Gpus
from .records import Row, Rows, read_options, record
from .sizes import size_in_bytes

if TYPE_CHECKING:
    from dockwright_api import models, shapes

Size = int | float | str
"""Bytes, or text such as ``"128m"``."""
Rates: TypeAlias = "Mapping[str, Size] | Sequence[shapes.ThrottleDeviceParam | Mapping[str, Any]]"
Weights: TypeAlias = "Mapping[str, int] | Sequence[shapes.BlkioWeightDeviceParam | Mapping[str, Any]]"
Ulimits: TypeAlias = (
    "Sequence[str | shapes.UlimitParam | models.Ulimit | Mapping[str, Any]] | Mapping[str, int | tuple[int, int]]"
)
RestartPolicy: TypeAlias = "str | shapes.RestartPolicyParam | models.RestartPolicy | Mapping[str, Any]"


class UlimitFields(TypedDict, total=False):
    """One limit of processes, with the names of Python or of the Engine."""

    name: str
    soft: int | None
    hard: int | None
    Name: str
    Soft: int | None
    Hard: int | None


class ResourceOptions(TypedDict, total=False):
    """Limits and shares of a container."""

    mem_limit: Size | None
    """Most memory, in bytes or as text such as ``"128m"``; so are all sizes."""
    mem_reservation: Size | None
    """Memory that the container is pushed back to when the host is short of it."""
    memswap_limit: Size | None
    """Most memory and swap together; -1 for no limit."""
    mem_swappiness: int | None
    """0 to 100."""
    kernel_memory: Size | None
    """Most memory of the kernel's own; only engines up to API 1.41 heed it."""
    kernel_memory_tcp: Size | None
    """Most memory for TCP buffers; up to API 1.51."""
    oom_kill_disable: bool | None
    pids_limit: int | None
    """Most processes and threads; 0 or -1 for no limit."""

    cpus: float | str | None
    """Processors, such as ``1.5``; the same as ``nano_cpus``, in whole ones."""
    nano_cpus: int | None
    """Processors in units of 10⁻⁹."""
    cpu_shares: int | None
    cpu_period: int | None
    """Microseconds."""
    cpu_quota: int | None
    """Microseconds in each period."""
    cpu_rt_period: int | None
    """Microseconds."""
    cpu_rt_runtime: int | None
    """Microseconds in each real-time period."""
    cpuset_cpus: str | None
    """Such as ``"0-3"`` or ``"0,2"``."""
    cpuset_mems: str | None
    cpu_count: int | None
    """Windows only."""
    cpu_percent: int | None
    """Windows only."""

    blkio_weight: int | None
    """10 to 1000, or 0 for the default."""
    blkio_weight_device: Weights | None
    """``[{"Path": "/dev/sda", "Weight": 200}]``, or ``{"/dev/sda": 200}``."""
    device_read_bps: Rates | None
    """``[{"Path": "/dev/sda", "Rate": 1048576}]``, or ``{"/dev/sda": "1m"}``; so are the next three."""
    device_write_bps: Rates | None
    device_read_iops: Rates | None
    device_write_iops: Rates | None
    io_max_bandwidth: Size | None
    """Bytes a second on the system drive; Windows only."""
    io_max_iops: int | None
    """Operations a second on the system drive; Windows only."""

    devices: Sequence[Device] | None
    """``["/dev/fuse:/dev/fuse:rwm"]``, or mappings with ``PathOnHost``."""
    device_cgroup_rules: Sequence[str] | None
    """Such as ``["c 13:* rwm"]``."""
    device_requests: DeviceRequests | None
    gpus: Gpus | None
    """``"all"``, how many, or their ids; shorter than ``device_requests``."""
    ulimits: Ulimits | None
    """``[{"Name": "nofile", "Soft": 1024, "Hard": 2048}]``, ``["nofile=1024:2048"]``, ``{"nofile": (1024, 2048)}``."""
    cgroup_parent: str | None
    init: bool | None
    """Run a small init process first, which passes signals on and reaps zombies."""


def restart_policy(name: str, value: object) -> dict[str, Any]:
    """Take ``{"Name": "on-failure", "MaximumRetryCount": 3}``, or the same as text: ``"on-failure:3"``."""
    if isinstance(value, str):
        policy, colon, count = value.partition(":")
        if colon and not re.fullmatch("[0-9]+", count):
            raise InvalidArgument(f"{name} must be a policy such as 'always' or 'on-failure:3', not {value!r}")
        found: dict[str, Any] = {"Name": policy} | ({"MaximumRetryCount": int(count)} if colon else {})
    else:
        found = record(name, value, _RESTART, "{'Name': 'on-failure', 'MaximumRetryCount': 3}")
    if found.get("MaximumRetryCount") and found.get("Name") != "on-failure":
        raise InvalidArgument(f"{name} has a count of retries, which only 'on-failure' heeds: {value!r}")
    return found


def ulimits(name: str, value: object) -> list[dict[str, Any]]:
    """Take limits of processes: mappings, text as ``ulimit`` of the docker command, or a mapping by their names."""
    if isinstance(value, Mapping):
        entries = cast("Mapping[Any, object]", value).items()
        return [_ulimit_of(f"{name}[{key!r}]", values.text(f"the keys of {name}", key), item) for key, item in entries]
    items = values.several(name, "a sequence such as [{'Name': 'nofile', 'Soft': 1024, 'Hard': 2048}]", value)
    return [ulimit(f"{name}[{index}]", item) for index, item in enumerate(items)]


def ulimit(name: str, value: object) -> dict[str, Any]:
    """Take one limit of processes; where only one of its two values is given, it counts for both."""
    if isinstance(value, str):
        limit, _, numbers = value.partition("=")
        match = re.fullmatch(r"(-?[0-9]+)(?::(-?[0-9]+))?", numbers)
        if not limit or match is None:
            raise InvalidArgument(f"{name} must be text such as 'nofile=1024:2048', or a mapping, not {value!r}")
        return {"Name": limit, "Soft": int(match[1]), "Hard": int(match[2] or match[1])}
    found = ulimit_fields(name, value)
    if "Soft" not in found and "Hard" not in found:
        raise InvalidArgument(f"{name} needs a soft limit, a hard limit, or both: {value!r}")
    found.setdefault("Soft", found.get("Hard"))
    found.setdefault("Hard", found["Soft"])
    return found


def ulimit_fields(name: str, value: object) -> dict[str, Any]:
    """Take a limit of processes as a mapping or a model, with no more than what stands there."""
    found = record(name, value, _ULIMIT, "{'Name': 'nofile', 'Soft': 1024, 'Hard': 2048}")
    if not found.get("Name"):
        raise InvalidArgument(f"{name} needs a name such as 'nofile': {value!r}")
    return found


def _ulimit_of(where: str, limit: str, value: object) -> dict[str, Any]:
    if isinstance(value, int):
        number = values.whole(where, value)
        return {"Name": limit, "Soft": number, "Hard": number}
    pair = values.several(where, "a number, or (soft, hard)", value)
    if len(pair) != 2:
        raise InvalidArgument(f"{where} must be a number, or (soft, hard), not {value!r}")
    soft, hard = pair
    return {"Name": limit, "Soft": values.whole(where, soft), "Hard": values.whole(where, hard)}


def _billionths(name: str, value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise values.refused(name, "a number of processors such as 1.5", value)
    text = str(value).strip()
    if not re.fullmatch(r"[0-9]+(\.[0-9]+)?", text):
        raise InvalidArgument(f"{name} must be a number of processors such as 1.5, not {value!r}")
    whole, _, fraction = text.partition(".")
    return int(whole + f"{fraction:<09.9}")


_RESTART: Rows = {
    "name": Row("Name", values.text),
    "maximum_retry_count": Row("MaximumRetryCount", values.whole),
}
_ULIMIT: Rows = {
    "name": Row("Name", values.text),
    "soft": Row("Soft", values.whole),
    "hard": Row("Hard", values.whole),
}
RESTART_POLICY = Row("RestartPolicy", restart_policy)
RESOURCES: Rows = {
    "mem_limit": Row("Memory", size_in_bytes),
    "mem_reservation": Row("MemoryReservation", size_in_bytes),
    "memswap_limit": Row("MemorySwap", size_in_bytes),
    "mem_swappiness": Row("MemorySwappiness", values.whole),
    "kernel_memory": Row("KernelMemory", size_in_bytes),
    "kernel_memory_tcp": Row("KernelMemoryTCP", size_in_bytes),
    "oom_kill_disable": Row("OomKillDisable", values.flag),
    "pids_limit": Row("PidsLimit", values.whole),
    "cpus": Row("NanoCpus", _billionths),
    "nano_cpus": Row("NanoCpus", values.whole),
    "cpu_shares": Row("CpuShares", values.whole),
    "cpu_period": Row("CpuPeriod", values.whole),
    "cpu_quota": Row("CpuQuota", values.whole),
    "cpu_rt_period": Row("CpuRealtimePeriod", values.whole),
    "cpu_rt_runtime": Row("CpuRealtimeRuntime", values.whole),
    "cpuset_cpus": Row("CpusetCpus", values.text),
    "cpuset_mems": Row("CpusetMems", values.text),
    "cpu_count": Row("CpuCount", values.whole),
    "cpu_percent": Row("CpuPercent", values.whole),
    "blkio_weight": Row("BlkioWeight", values.whole),
    "blkio_weight_device": Row("BlkioWeightDevice", devices.block_weights),
    "device_read_bps": Row("BlkioDeviceReadBps", devices.byte_rates),
    "device_write_bps": Row("BlkioDeviceWriteBps", devices.byte_rates),
    "device_read_iops": Row("BlkioDeviceReadIOps", devices.operation_rates),
    "device_write_iops": Row("BlkioDeviceWriteIOps", devices.operation_rates),
    "io_max_bandwidth": Row("IOMaximumBandwidth", size_in_bytes),
    "io_max_iops": Row("IOMaximumIOps", values.whole),
    "devices": Row("Devices", devices.devices),
    "device_cgroup_rules": Row("DeviceCgroupRules", values.texts),
    "device_requests": Row("DeviceRequests", devices.device_requests),
    "gpus": Row("DeviceRequests", devices.gpus),
    "ulimits": Row("Ulimits", ulimits),
    "cgroup_parent": Row("CgroupParent", values.text),
    "init": Row("Init", values.flag),
}


def read_resources(given: Mapping[str, Any]) -> dict[str, Any]:
    """Read the options of ``ResourceOptions`` among those given; raises for two that contradict each other."""
    processors = [name for name in ("cpus", "nano_cpus", "cpu_period", "cpu_quota") if given.get(name)]
    if len(processors) > 1 and processors != ["cpu_period", "cpu_quota"]:
        raise InvalidArgument(f"{processors[0]} and {processors[1]} limit the same time; give one of them")
    found = read_options(given, RESOURCES)
    if "gpus" in given and "device_requests" in given:
        found["DeviceRequests"] = [
            *devices.device_requests("device_requests", given["device_requests"]),
            *found["DeviceRequests"],
        ]
    return found
