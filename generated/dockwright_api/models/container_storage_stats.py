# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ContainerStorageStats``."""

from ..base import Model


class ContainerStorageStats(Model):
    """What a container reads from and writes to disks. Windows only."""

    read_count_normalized: int | None = None
    """Number of reads, as Windows normalises it."""
    read_size_bytes: int | None = None
    """Bytes read."""
    write_count_normalized: int | None = None
    """Number of writes, as Windows normalises it."""
    write_size_bytes: int | None = None
    """Bytes written."""
