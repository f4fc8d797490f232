# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ServiceSpecRollbackConfig``."""

from typing import Annotated, Literal

from pydantic import Field

from ..base import Model


class ServiceSpecRollbackConfig(Model):
    """How the swarm replaces the tasks of a service in a rollback. Since API 1.28."""

    parallelism: Annotated[int | None, Field(alias="Parallelism")] = None
    """How many tasks are replaced at the same time; 0 or absent for all of them. Since API 1.28."""
    delay: Annotated[int | None, Field(alias="Delay")] = None
    """Time to wait from one replacement to the next, in nanoseconds; 0 by default. Since API 1.28."""
    failure_action: Annotated[Literal["continue", "pause"] | str | None, Field(alias="FailureAction")] = None
    """What to do when more tasks fail than `MaxFailureRatio` allows: `pause` (the default) or `continue`. Since API
    1.28."""
    monitor: Annotated[int | None, Field(alias="Monitor")] = None
    """Time after its start in which the end of a task counts as a failure, in nanoseconds; 0 or absent for 5 seconds.
    Since API 1.28."""
    max_failure_ratio: Annotated[float | None, Field(alias="MaxFailureRatio")] = None
    """Share of the tasks, from 0 to 1, that may fail without consequence. Since API 1.28."""
    order: Annotated[Literal["stop-first", "start-first"] | str | None, Field(alias="Order")] = None
    """Whether a task is stopped before its replacement starts (`stop-first`, the default) or once that one runs
    (`start-first`). Since API 1.29."""
