# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ContainerSummaryHealth``."""

from typing import Annotated, Literal

from pydantic import Field

from ..base import Model


class ContainerSummaryHealth(Model):
    """How the health check of a container has gone lately, in short. Since API 1.52."""

    status: Annotated[Literal["none", "starting", "healthy", "unhealthy"] | str | None, Field(alias="Status")] = None
    """Where the container stands; `none` without a health check. Since API 1.52."""
    failing_streak: Annotated[int | None, Field(alias="FailingStreak")] = None
    """How many checks in a row have failed. Since API 1.52."""
