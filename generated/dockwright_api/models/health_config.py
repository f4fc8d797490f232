# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``HealthConfig``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class HealthConfig(Model):
    """How the engine finds out whether a container is healthy. What is empty or 0 comes from the image."""

    test: Annotated[list[str] | None, Field(alias="Test")] = None
    """The check: `CMD` with a program and its arguments, `CMD-SHELL` with a line for the shell of the container, or
    `NONE` for no check even if the image has one. The container is healthy if it exits with 0."""
    interval: Annotated[int | None, Field(alias="Interval")] = None
    """Time from the end of one check to the next, in nanoseconds and at least a millisecond; 30 seconds by default."""
    timeout: Annotated[int | None, Field(alias="Timeout")] = None
    """How long a check may take before it counts as failed, in nanoseconds and at least a millisecond; 30 seconds by
    default."""
    retries: Annotated[int | None, Field(alias="Retries")] = None
    """How many checks in a row must fail for the container to be unhealthy; 3 by default."""
    start_period: Annotated[int | None, Field(alias="StartPeriod")] = None
    """Time after the start in which failures do not count, until a check succeeds, in nanoseconds and at least a
    millisecond; none by default. Since API 1.29."""
    start_interval: Annotated[int | None, Field(alias="StartInterval")] = None
    """Time between checks during `StartPeriod`, in nanoseconds and at least a millisecond; 5 seconds by default. Since
    API 1.44."""
