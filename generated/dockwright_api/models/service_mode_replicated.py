# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ServiceModeReplicated``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class ServiceModeReplicated(Model):
    """A service of a number of tasks that are kept running."""

    replicas: Annotated[int | None, Field(alias="Replicas")] = None
    """How many tasks to keep running; 1 if absent, in an update too."""
