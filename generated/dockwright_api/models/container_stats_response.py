# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ContainerStatsResponse``."""

from ..base import Model
from .container_blkio_stats import ContainerBlkioStats
from .container_cpu_stats import ContainerCPUStats
from .container_memory_stats import ContainerMemoryStats
from .container_network_stats import ContainerNetworkStats
from .container_pids_stats import ContainerPidsStats
from .container_storage_stats import ContainerStorageStats


class ContainerStatsResponse(Model):
    """What a container uses at one moment. Counters begin with the start of the container."""

    id: str | None = None
    """Id of the container."""
    name: str | None = None
    """Name of the container, with a `/` in front."""
    os_type: str | None = None
    """Operating system of the container, `linux` or `windows`. It tells which of the other values are filled. Since API
    1.52."""
    read: str
    """When the values were read; year 1 for a container that does not run."""
    cpu_stats: ContainerCPUStats
    """CPU time."""
    memory_stats: ContainerMemoryStats
    """Memory."""
    networks: dict[str, ContainerNetworkStats] | None = None
    """Traffic by network interface, such as `eth0`. Absent if the container has none of its own."""
    pids_stats: ContainerPidsStats
    """Processes and threads. Linux only."""
    blkio_stats: ContainerBlkioStats
    """Reading and writing of block devices. Linux only."""
    num_procs: int | None = None
    """Number of processors of the host. Windows only, 0 on Linux."""
    storage_stats: ContainerStorageStats | None = None
    """Reading and writing of disks. Windows only."""
    preread: str
    """When `precpu_stats` was read; year 1 if there was no earlier reading."""
    precpu_stats: ContainerCPUStats
    """CPU time at the reading before, to work out the share used between the two."""
