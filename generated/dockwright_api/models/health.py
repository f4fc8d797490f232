# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``Health``."""

from typing import Annotated, Literal

from pydantic import Field

from ..base import Model
from .healthcheck_result import HealthcheckResult


class Health(Model):
    """How the health check of a container has gone lately."""

    status: Annotated[Literal["none", "starting", "healthy", "unhealthy"] | str, Field(alias="Status")]
    """Where the container stands: `starting` until the first check passes or too many have failed, `none` without a
    health check."""
    failing_streak: Annotated[int, Field(alias="FailingStreak")]
    """How many checks in a row have failed."""
    log: Annotated[list[HealthcheckResult], Field(alias="Log")]
    """The last checks, up to five, the oldest first."""
