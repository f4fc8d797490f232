# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``TaskSpec``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .container_spec import ContainerSpec
from .network_attachment_config import NetworkAttachmentConfig
from .network_attachment_spec import NetworkAttachmentSpec
from .placement import Placement
from .plugin_spec import PluginSpec
from .resource_requirements import ResourceRequirements
from .task_spec_log_driver import TaskSpecLogDriver
from .task_spec_restart_policy import TaskSpecRestartPolicy


class TaskSpec(Model):
    """What the tasks of a service run, and where. `Runtime` tells which one of the three specs counts."""

    plugin_spec: Annotated[PluginSpec | None, Field(alias="PluginSpec")] = None
    """Plugin to install, for the runtime `plugin`. Since API 1.31."""
    container_spec: Annotated[ContainerSpec | None, Field(alias="ContainerSpec")] = None
    """Container to run, for the runtime `container`."""
    network_attachment_spec: Annotated[NetworkAttachmentSpec | None, Field(alias="NetworkAttachmentSpec")] = None
    """Container that the swarm has connected to a network, for the runtime `attachment`. No service can be created with
    it. Since API 1.38."""
    resources: Annotated[ResourceRequirements | None, Field(alias="Resources")] = None
    """What each task may use, and what it wants for itself."""
    restart_policy: Annotated[TaskSpecRestartPolicy | None, Field(alias="RestartPolicy")] = None
    """When a task that has ended is replaced."""
    placement: Annotated[Placement | None, Field(alias="Placement")] = None
    """On which nodes tasks may run."""
    force_update: Annotated[int | None, Field(alias="ForceUpdate")] = None
    """A number other than the present one replaces all tasks, even if nothing else has changed."""
    runtime: Annotated[str | None, Field(alias="Runtime")] = None
    """What a task is: `container` (the default) or `plugin`; `attachment` only in tasks that the swarm made itself.
    Since API 1.30."""
    networks: Annotated[list[NetworkAttachmentConfig] | None, Field(alias="Networks")] = None
    """Networks of the swarm that tasks are connected to."""
    log_driver: Annotated[TaskSpecLogDriver | None, Field(alias="LogDriver")] = None
    """Log driver of the containers; by default that of the node."""
