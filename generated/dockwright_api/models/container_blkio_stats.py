# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ContainerBlkioStats``."""

from ..base import Model
from .container_blkio_stat_entry import ContainerBlkioStatEntry


class ContainerBlkioStats(Model):
    """What a container reads from and writes to block devices, by device and kind of operation. Linux only; with cgroup
    v2 just `io_service_bytes_recursive` is filled."""

    io_service_bytes_recursive: list[ContainerBlkioStatEntry]
    """Bytes read and written."""
    io_serviced_recursive: list[ContainerBlkioStatEntry]
    """Number of operations. Linux with cgroup v1 only."""
    io_queue_recursive: list[ContainerBlkioStatEntry]
    """Number of operations waiting at the moment. Linux with cgroup v1 only."""
    io_service_time_recursive: list[ContainerBlkioStatEntry]
    """Time that the devices worked on operations, in nanoseconds. Linux with cgroup v1 only."""
    io_wait_time_recursive: list[ContainerBlkioStatEntry]
    """Time that operations waited in queues, in nanoseconds. Linux with cgroup v1 only."""
    io_merged_recursive: list[ContainerBlkioStatEntry]
    """Number of operations that were merged into others. Linux with cgroup v1 only."""
    io_time_recursive: list[ContainerBlkioStatEntry]
    """Time that the devices were at the container's disposal, in milliseconds. Linux with cgroup v1 only."""
    sectors_recursive: list[ContainerBlkioStatEntry]
    """Number of sectors read and written. Linux with cgroup v1 only."""
