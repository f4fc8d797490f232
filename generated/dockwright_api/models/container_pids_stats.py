# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ContainerPidsStats``."""

from ..base import Model


class ContainerPidsStats(Model):
    """Processes and threads of a container. Linux only."""

    current: int | None = None
    """How many there are."""
    limit: int | None = None
    """How many there may be. Without a limit 0, absent or the largest unsigned 64-bit number."""
