# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``SwarmSpecTaskDefaults``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .swarm_spec_task_defaults_log_driver import SwarmSpecTaskDefaultsLogDriver


class SwarmSpecTaskDefaults(Model):
    """What applies to tasks where their service says nothing."""

    log_driver: Annotated[SwarmSpecTaskDefaultsLogDriver | None, Field(alias="LogDriver")] = None
    """Log driver for tasks without one. Many engines accept it but do not keep it; the default of each node then
    applies."""
