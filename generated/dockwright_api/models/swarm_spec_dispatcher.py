# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``SwarmSpecDispatcher``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class SwarmSpecDispatcher(Model):
    """How nodes report to managers."""

    heartbeat_period: Annotated[int | None, Field(alias="HeartbeatPeriod")] = None
    """How often a node sends a heartbeat, in nanoseconds; 5 seconds by default. A negative one is an error."""
