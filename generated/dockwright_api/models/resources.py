# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``Resources``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .blkio_weight_device import BlkioWeightDevice
from .device_mapping import DeviceMapping
from .device_request import DeviceRequest
from .throttle_device import ThrottleDevice
from .ulimit import Ulimit


class Resources(Model):
    """Limits and shares of CPU, memory, devices and other things for a container."""

    cpu_shares: Annotated[int | None, Field(alias="CpuShares")] = None
    """Weight against other containers when CPU time is short; 0 for the default. The usual value on Linux is 1024;
    Windows takes up to 10000."""
    memory: Annotated[int | None, Field(alias="Memory")] = None
    """Most memory that the container may use, in bytes, at least 6 MiB on Linux; 0 for no limit."""
    cgroup_parent: Annotated[str | None, Field(alias="CgroupParent")] = None
    """Cgroup under which that of the container is made; with the systemd driver a slice, as `name.slice`. Empty for the
    engine's default; Linux only."""
    blkio_weight: Annotated[int | None, Field(alias="BlkioWeight")] = None
    """Weight against other containers when block devices are busy, from 10 to 1000; 0 for the default. Linux only."""
    blkio_weight_device: Annotated[list[BlkioWeightDevice] | None, Field(alias="BlkioWeightDevice")] = None
    """Weights for single block devices. Linux only."""
    blkio_device_read_bps: Annotated[list[ThrottleDevice] | None, Field(alias="BlkioDeviceReadBps")] = None
    """Limits in bytes a second for reading from block devices. Linux only."""
    blkio_device_write_bps: Annotated[list[ThrottleDevice] | None, Field(alias="BlkioDeviceWriteBps")] = None
    """Limits in bytes a second for writing to block devices. Linux only."""
    blkio_device_read_iops: Annotated[list[ThrottleDevice] | None, Field(alias="BlkioDeviceReadIOps")] = None
    """Limits in operations a second for reading from block devices. Linux only."""
    blkio_device_write_iops: Annotated[list[ThrottleDevice] | None, Field(alias="BlkioDeviceWriteIOps")] = None
    """Limits in operations a second for writing to block devices. Linux only."""
    cpu_period: Annotated[int | None, Field(alias="CpuPeriod")] = None
    """Length of the period that `CpuQuota` refers to, in microseconds, from 1000 to 1000000; 0 for the default of
    100000. Linux only."""
    cpu_quota: Annotated[int | None, Field(alias="CpuQuota")] = None
    """CPU time that the container gets in each `CpuPeriod`, in microseconds, at least 1000; 0 for no limit. Linux
    only."""
    cpu_realtime_period: Annotated[int | None, Field(alias="CpuRealtimePeriod")] = None
    """Length of the period for real-time tasks, in microseconds; 0 for none. Linux with cgroup v1 only."""
    cpu_realtime_runtime: Annotated[int | None, Field(alias="CpuRealtimeRuntime")] = None
    """CPU time that real-time tasks get in each `CpuRealtimePeriod`, in microseconds; 0 for none. Linux with cgroup v1
    only."""
    cpuset_cpus: Annotated[str | None, Field(alias="CpusetCpus")] = None
    """CPUs that the container may run on, such as `0-3` or `0,2`; empty for all. Linux only."""
    cpuset_mems: Annotated[str | None, Field(alias="CpusetMems")] = None
    """Memory nodes that the container may use, such as `0-1`, on NUMA systems; empty for all. Linux only."""
    devices: Annotated[list[DeviceMapping] | None, Field(alias="Devices")] = None
    """Devices of the host for the container."""
    device_cgroup_rules: Annotated[list[str] | None, Field(alias="DeviceCgroupRules")] = None
    """Rules for access to devices, such as `c 13:* rwm`. Linux only. Since API 1.28."""
    device_requests: Annotated[list[DeviceRequest] | None, Field(alias="DeviceRequests")] = None
    """Requests to device drivers, as for GPUs. Since API 1.40."""
    memory_reservation: Annotated[int | None, Field(alias="MemoryReservation")] = None
    """Memory in bytes that the kernel tries to push the container back to when the host is short of it, no more than
    `Memory`; 0 for none. Linux only."""
    memory_swap: Annotated[int | None, Field(alias="MemorySwap")] = None
    """Most memory and swap together, in bytes; the same as `Memory` for no swap, -1 for no limit of swap, 0 for twice
    `Memory`. Needs `Memory`; Linux only."""
    memory_swappiness: Annotated[int | None, Field(alias="MemorySwappiness")] = None
    """How readily the kernel swaps out memory of the container, from 0 to 100; absent or -1 for the system's setting.
    Linux with cgroup v1 only."""
    nano_cpus: Annotated[int | None, Field(alias="NanoCpus")] = None
    """CPU time in billionths of a CPU, such as 1500000000 for one and a half CPUs; 0 for no limit. On Linux not
    together with `CpuPeriod` or `CpuQuota`."""
    oom_kill_disable: Annotated[bool | None, Field(alias="OomKillDisable")] = None
    """Keep the kernel from killing processes of the container when its memory runs out. Linux with cgroup v1 only."""
    init: Annotated[bool | None, Field(alias="Init")] = None
    """Run a small init process first in the container, which passes signals on and reaps zombies; null for the engine's
    setting. Linux only."""
    pids_limit: Annotated[int | None, Field(alias="PidsLimit")] = None
    """Most processes and threads at once; 0 or -1 for no limit. Null means no limit for a new container, and no change
    for an update. Linux only."""
    ulimits: Annotated[list[Ulimit] | None, Field(alias="Ulimits")] = None
    """Limits for each process of the container; those of the engine's settings for names not given here. Linux only."""
    cpu_count: Annotated[int | None, Field(alias="CpuCount")] = None
    """Number of CPUs. Windows only. With process isolation `CpuCount` goes before `CpuShares`, and `CpuShares` before
    `CpuPercent`."""
    cpu_percent: Annotated[int | None, Field(alias="CpuPercent")] = None
    """Share of all CPU time, in percent. Windows only; elsewhere it is dropped with a warning."""
    io_maximum_iops: Annotated[int | None, Field(alias="IOMaximumIOps")] = None
    """Most operations a second on the system drive of the container; 0 for no limit. Windows only, an error
    elsewhere."""
    io_maximum_bandwidth: Annotated[int | None, Field(alias="IOMaximumBandwidth")] = None
    """Most bytes a second on the system drive of the container; 0 for no limit. Windows only, an error elsewhere."""
    kernel_memory_tcp: Annotated[int | None, Field(alias="KernelMemoryTCP")] = None
    """Most memory that the kernel may use for TCP buffers of the container, in bytes; 0 for no limit. Linux with cgroup
    v1 only. Since API 1.40, until API 1.51."""
    kernel_memory: Annotated[int | None, Field(alias="KernelMemory")] = None
    """Most memory that the kernel may use for the container, in bytes; 0 for no limit. Linux with cgroup v1 only. Until
    API 1.41."""
    disk_quota: Annotated[int | None, Field(alias="DiskQuota")] = None
    """Most disk space that the container may use, in bytes. Until API 1.39."""
