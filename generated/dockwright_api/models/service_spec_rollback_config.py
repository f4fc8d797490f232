# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ServiceSpecRollbackConfig``."""

from typing import Annotated, Literal

from pydantic import Field

from ..base import Model


class ServiceSpecRollbackConfig(Model):
    """How the swarm replaces the tasks of a service in a rollback. Since API 1.28."""

    parallelism: Annotated[int | None, Field(alias="Parallelism")] = None
    """How many tasks are replaced at the same time; 0, also if absent, for all of them. Since API 1.28."""
    delay: Annotated[int | None, Field(alias="Delay")] = None
    """Nanoseconds to wait from one replacement to the next; 0 by default. Since API 1.28."""
    failure_action: Annotated[Literal["continue", "pause"] | str | None, Field(alias="FailureAction")] = None
    """What to do when more tasks fail than `MaxFailureRatio` allows - `pause`, the default, or `continue`. Since API
    1.28."""
    monitor: Annotated[int | None, Field(alias="Monitor")] = None
    """Nanoseconds from its start in which the end of a task counts as a failure; 0, also if absent, for 5 seconds.
    Since API 1.28."""
    max_failure_ratio: Annotated[float | None, Field(alias="MaxFailureRatio")] = None
    """Share of the tasks, from 0 to 1, that may fail without consequence. Since API 1.28."""
    order: Annotated[Literal["stop-first", "start-first"] | str | None, Field(alias="Order")] = None
    """Whether a task is stopped before the one that takes its place starts, `stop-first`, the default, or when that one
    runs, `start-first`. Since API 1.29."""
