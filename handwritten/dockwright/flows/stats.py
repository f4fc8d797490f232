"""What the numbers of ``/containers/{id}/stats`` amount to, computed as ``docker stats`` does."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from dockwright_api import models, shapes

    Stats = models.ContainerStatsResponse | shapes.ContainerStatsResponse | Mapping[str, Any]

_TICK = 100e-9
"""Seconds in which Windows counts the use of a CPU."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What a container uses: shares in percent, everything else in bytes.

    ``cpu_percent`` is 100 for each CPU that is busy all the time. ``memory`` leaves out files that are only cached;
    ``memory_limit`` and ``memory_percent`` are 0 where the engine tells no limit. ``received`` and ``sent`` are the
    sums over its networks, ``read`` and ``written`` those over its disks. ``processes`` counts threads too.
    """

    cpu_percent: float
    memory: int
    memory_limit: int
    memory_percent: float
    received: int
    sent: int
    read: int
    written: int
    processes: int


def usage(stats: "Stats") -> Usage:
    """Work out what a container uses, from one document of its statistics, as a model or as JSON.

    The share of CPU needs the document's previous values: the first of a stream has none, nor has ``one_shot``.
    """
    values = stats if isinstance(stats, Mapping) else stats.model_dump(by_alias=True)
    document = cast("Mapping[str, Any]", values)
    windows = bool(document.get("num_procs"))
    memory = _windows_memory(document) if windows else _memory(document)
    limit = 0 if windows else _number(document, "memory_stats", "limit")
    read, written = _windows_disks(document) if windows else _disks(document)
    networks = cast("Mapping[str, Mapping[str, Any]]", document.get("networks") or {}).values()
    return Usage(
        cpu_percent=_windows_cpu(document) if windows else _cpu(document),
        memory=memory,
        memory_limit=limit,
        memory_percent=memory / limit * 100 if limit else 0.0,
        received=sum(_number(network, "rx_bytes") for network in networks),
        sent=sum(_number(network, "tx_bytes") for network in networks),
        read=read,
        written=written,
        processes=_number(document, "num_procs") if windows else _number(document, "pids_stats", "current"),
    )


def _cpu(document: "Mapping[str, Any]") -> float:
    used = _number(document, "cpu_stats", "cpu_usage", "total_usage") - _number(
        document, "precpu_stats", "cpu_usage", "total_usage"
    )
    previous = _number(document, "precpu_stats", "system_cpu_usage")
    passed = _number(document, "cpu_stats", "system_cpu_usage") - previous
    count = _number(document, "cpu_stats", "online_cpus")
    if not count:  # an engine before API 1.27
        count = len(_value(document, "cpu_stats", "cpu_usage", "percpu_usage") or ())
    return used / passed * count * 100 if used > 0 and passed > 0 and previous else 0.0


def _windows_cpu(document: "Mapping[str, Any]") -> float:
    used = _number(document, "cpu_stats", "cpu_usage", "total_usage") - _number(
        document, "precpu_stats", "cpu_usage", "total_usage"
    )
    seconds = (_time(document["read"]) - _time(document["preread"])).total_seconds()
    possible = seconds / _TICK * _number(document, "num_procs")
    return used / possible * 100 if possible > 0 else 0.0


def _memory(document: "Mapping[str, Any]") -> int:
    used = _number(document, "memory_stats", "usage")
    # The first is of cgroup v1, the second of v2.
    for key in ("total_inactive_file", "inactive_file"):
        cached = _value(document, "memory_stats", "stats", key)
        if cached is not None:
            return used - cached if cached < used else used
    return used


def _windows_memory(document: "Mapping[str, Any]") -> int:
    return _number(document, "memory_stats", "privateworkingset")


def _disks(document: "Mapping[str, Any]") -> tuple[int, int]:
    entries: Any = _value(document, "blkio_stats", "io_service_bytes_recursive") or ()
    read, written = (
        sum(entry.get("value") or 0 for entry in entries if str(entry.get("op")).lower() == op)
        for op in ("read", "write")
    )
    return read, written


def _windows_disks(document: "Mapping[str, Any]") -> tuple[int, int]:
    return _number(document, "storage_stats", "read_size_bytes"), _number(document, "storage_stats", "write_size_bytes")


def _value(document: "Mapping[str, Any]", *keys: str) -> Any:
    value: Any = document
    for key in keys:
        value = value.get(key) if value else None
    return value


def _number(document: "Mapping[str, Any]", *keys: str) -> int:
    return _value(document, *keys) or 0


def _time(value: "str | datetime") -> datetime:
    return value if isinstance(value, datetime) else datetime.fromisoformat(value)
