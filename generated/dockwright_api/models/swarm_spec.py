# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``SwarmSpec``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .swarm_spec_ca_config import SwarmSpecCAConfig
from .swarm_spec_dispatcher import SwarmSpecDispatcher
from .swarm_spec_encryption_config import SwarmSpecEncryptionConfig
from .swarm_spec_orchestration import SwarmSpecOrchestration
from .swarm_spec_raft import SwarmSpecRaft
from .swarm_spec_task_defaults import SwarmSpecTaskDefaults


class SwarmSpec(Model):
    """Settings of a swarm. An update replaces all of them; what is left out is not kept."""

    name: Annotated[str | None, Field(alias="Name")] = None
    """Name of the swarm, which is always `default`. Another one is an error."""
    labels: Annotated[dict[str, str] | None, Field(alias="Labels")] = None
    """Labels of the swarm."""
    orchestration: Annotated[SwarmSpecOrchestration | None, Field(alias="Orchestration")] = None
    """How the swarm keeps tasks."""
    raft: Annotated[SwarmSpecRaft | None, Field(alias="Raft")] = None
    """How managers keep the state of the swarm."""
    dispatcher: Annotated[SwarmSpecDispatcher | None, Field(alias="Dispatcher")] = None
    """How nodes report to managers."""
    ca_config: Annotated[SwarmSpecCAConfig | None, Field(alias="CAConfig")] = None
    """How nodes get certificates."""
    encryption_config: Annotated[SwarmSpecEncryptionConfig | None, Field(alias="EncryptionConfig")] = None
    """How managers keep their data on disk."""
    task_defaults: Annotated[SwarmSpecTaskDefaults | None, Field(alias="TaskDefaults")] = None
    """What applies to tasks where their service says nothing."""
