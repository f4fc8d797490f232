# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``TaskSpecRestartPolicy``."""

from typing import Annotated, Literal

from pydantic import Field

from ..base import Model


class TaskSpecRestartPolicy(Model):
    """When a task of a service that has ended is replaced."""

    condition: Annotated[Literal["none", "on-failure", "any"] | str | None, Field(alias="Condition")] = None
    """Which ends count: any (`any`, the default), only failures (`on-failure`), or none (`none`)."""
    delay: Annotated[int | None, Field(alias="Delay")] = None
    """How long to wait before the next attempt, in nanoseconds; 5 seconds by default."""
    max_attempts: Annotated[int | None, Field(alias="MaxAttempts")] = None
    """How often to try within `Window`; 0 for no limit."""
    window: Annotated[int | None, Field(alias="Window")] = None
    """How far back attempts count towards `MaxAttempts`, in nanoseconds; 0 for all of them."""
