# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ContainerCPUUsage``."""

from ..base import Model


class ContainerCPUUsage(Model):
    """CPU time used by a container, in nanoseconds on Linux, in units of 100 nanoseconds on Windows."""

    total_usage: int
    """CPU time over all CPUs."""
    percpu_usage: list[int] | None = None
    """CPU time for each CPU. Linux with cgroup v1 only."""
    usage_in_kernelmode: int
    """CPU time spent in the kernel."""
    usage_in_usermode: int
    """CPU time spent outside the kernel."""
