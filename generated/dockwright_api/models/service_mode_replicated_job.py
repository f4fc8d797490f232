# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ServiceModeReplicatedJob``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class ServiceModeReplicatedJob(Model):
    """A job of a number of tasks, done when enough of them have succeeded. Since API 1.41."""

    max_concurrent: Annotated[int | None, Field(alias="MaxConcurrent")] = None
    """How many tasks may run at the same time; 1 by default. Since API 1.41."""
    total_completions: Annotated[int | None, Field(alias="TotalCompletions")] = None
    """How many tasks have to succeed; as many as `MaxConcurrent` by default. Since API 1.41."""
