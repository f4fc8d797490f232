# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ProgressDetail``."""

from ..base import Model


class ProgressDetail(Model):
    """How far a single step is. An empty object means that there is nothing to count."""

    current: int | None = None
    """How much is done, in `units`."""
    total: int | None = None
    """How much there is to do, in `units`; absent or 0 if unknown."""
    start: int | None = None
    """When the step began, in seconds since 1970; mostly absent."""
    hidecounts: bool | None = None
    """Whether the numbers are not meant to be shown."""
    units: str | None = None
    """What is counted; bytes if empty."""
