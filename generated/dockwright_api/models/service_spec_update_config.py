# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ServiceSpecUpdateConfig``."""

from typing import Annotated, Literal

from pydantic import Field

from ..base import Model


class ServiceSpecUpdateConfig(Model):
    """How the swarm replaces the tasks of a service in an update."""

    parallelism: Annotated[int | None, Field(alias="Parallelism")] = None
    """How many tasks are replaced at the same time; 0 or absent for all of them."""
    delay: Annotated[int | None, Field(alias="Delay")] = None
    """Time to wait from one replacement to the next, in nanoseconds; 0 by default. A negative value is an error."""
    failure_action: Annotated[Literal["continue", "pause", "rollback"] | str | None, Field(alias="FailureAction")] = (
        None
    )
    """What to do when more new tasks fail than `MaxFailureRatio` allows: `pause` (the default), `continue`, or
    `rollback` to the settings before. `rollback` since API 1.28."""
    monitor: Annotated[int | None, Field(alias="Monitor")] = None
    """Time after its start in which the end of a new task counts as a failure, in nanoseconds; 0 or absent for 5
    seconds."""
    max_failure_ratio: Annotated[float | None, Field(alias="MaxFailureRatio")] = None
    """Share of the tasks, from 0 to 1, that may fail without consequence."""
    order: Annotated[Literal["stop-first", "start-first"] | str | None, Field(alias="Order")] = None
    """Whether an old task is stopped before the new one starts (`stop-first`, the default) or once the new one runs
    (`start-first`). Since API 1.29."""
