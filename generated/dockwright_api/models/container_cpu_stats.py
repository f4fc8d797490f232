# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ContainerCPUStats``."""

from ..base import Model
from .container_cpu_usage import ContainerCPUUsage
from .container_throttling_data import ContainerThrottlingData


class ContainerCPUStats(Model):
    """CPU time used by a container and by its host."""

    cpu_usage: ContainerCPUUsage
    """CPU time used by the container."""
    system_cpu_usage: int | None = None
    """CPU time of the whole host, over all CPUs, idle time included, in nanoseconds. Linux only."""
    online_cpus: int | None = None
    """Number of CPUs of the host in use. Linux only."""
    throttling_data: ContainerThrottlingData
    """How often the container was held back by its limit. Linux only."""
