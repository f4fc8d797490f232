# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ContainerMemoryStats``."""

from ..base import Model


class ContainerMemoryStats(Model):
    """Memory used by a container, in bytes."""

    usage: int | None = None
    """Memory in use, file cache included. Linux only."""
    max_usage: int | None = None
    """Most memory ever in use. Linux with cgroup v1 only."""
    stats: dict[str, int | None] | None = None
    """The numbers of the kernel's `memory.stat`, whose names differ between cgroup v1 and v2. Linux only."""
    failcnt: int | None = None
    """How often the limit was hit. Linux with cgroup v1 only."""
    limit: int | None = None
    """Most memory that may be in use; all memory of the host if the container has no limit. Linux only."""
    commitbytes: int | None = None
    """Memory committed. Windows only."""
    commitpeakbytes: int | None = None
    """Most memory ever committed. Windows only."""
    privateworkingset: int | None = None
    """Memory held that no other process shares. Windows only."""
