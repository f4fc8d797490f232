# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ContainerBlkioStatEntry``."""

from ..base import Model


class ContainerBlkioStatEntry(Model):
    """One number for one block device."""

    major: int | None = None
    """Major number of the device."""
    minor: int | None = None
    """Minor number of the device."""
    op: str | None = None
    """Kind of operation: `read` or `write` with cgroup v2; with cgroup v1 in capitalised form, such as `Read`, and also
    `Sync`, `Async` and `Total`."""
    value: int | None = None
    """The number itself, in the unit of the list that it is in."""
