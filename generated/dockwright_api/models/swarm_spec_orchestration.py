# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``SwarmSpecOrchestration``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class SwarmSpecOrchestration(Model):
    """How a swarm keeps tasks."""

    task_history_retention_limit: Annotated[int | None, Field(alias="TaskHistoryRetentionLimit")] = None
    """How many tasks to keep on record for each replica, or for each node of a global service, old ones included; 5 by
    default. A negative number keeps all."""
