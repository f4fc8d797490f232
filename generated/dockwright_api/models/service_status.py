# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ServiceStatus``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class ServiceStatus(Model):
    """How many tasks of a service run and should run. Since API 1.41."""

    running_tasks: Annotated[int, Field(alias="RunningTasks")]
    """Number of tasks that run. Since API 1.41."""
    desired_tasks: Annotated[int, Field(alias="DesiredTasks")]
    """Number of tasks that should run; for a replicated job its `MaxConcurrent`. Since API 1.41."""
    completed_tasks: Annotated[int, Field(alias="CompletedTasks")]
    """Number of tasks that have succeeded in the last run of a job; 0 for other services. Since API 1.41."""
