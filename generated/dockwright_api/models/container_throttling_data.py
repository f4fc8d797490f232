# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ContainerThrottlingData``."""

from ..base import Model


class ContainerThrottlingData(Model):
    """How often a container was held back by its CPU limit. Linux only."""

    periods: int
    """Number of periods in which the limit was watched."""
    throttled_periods: int
    """Number of periods in which the container was held back."""
    throttled_time: int
    """How long the container was held back, in nanoseconds."""
