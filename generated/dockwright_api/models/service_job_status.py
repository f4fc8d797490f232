# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ServiceJobStatus``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .object_version import ObjectVersion


class ServiceJobStatus(Model):
    """The last run of a job. Since API 1.41."""

    job_iteration: Annotated[ObjectVersion | None, Field(alias="JobIteration")] = None
    """Number of the run, in `Index`. The first has 0, and every update of the job starts another. Since API 1.41."""
    last_execution: Annotated[str | None, Field(alias="LastExecution")] = None
    """When the last run began. Since API 1.41."""
