# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ServiceSpec``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .endpoint_spec import EndpointSpec
from .network_attachment_config import NetworkAttachmentConfig
from .service_mode import ServiceMode
from .service_spec_rollback_config import ServiceSpecRollbackConfig
from .service_spec_update_config import ServiceSpecUpdateConfig
from .task_spec import TaskSpec


class ServiceSpec(Model):
    """The settings of a service, what its tasks run and how the swarm manages them."""

    name: Annotated[str | None, Field(alias="Name")] = None
    """Name of the service: up to 63 letters, digits, `-` and `_`, with a letter or digit at either end. The engine
    makes one up if it is empty; an update must repeat it, for it cannot change."""
    labels: Annotated[dict[str, str] | None, Field(alias="Labels")] = None
    """Labels of the service itself. Its containers get those of their `ContainerSpec`."""
    task_template: Annotated[TaskSpec | None, Field(alias="TaskTemplate")] = None
    """What each task runs, within which limits, and which nodes may run it."""
    mode: Annotated[ServiceMode | None, Field(alias="Mode")] = None
    """How many tasks there are, and whether they are kept running or run to an end; one replica by default."""
    update_config: Annotated[ServiceSpecUpdateConfig | None, Field(alias="UpdateConfig")] = None
    """How tasks are replaced in an update. Without it, one by one, with a pause when one fails; a job must not have
    it."""
    rollback_config: Annotated[ServiceSpecRollbackConfig | None, Field(alias="RollbackConfig")] = None
    """How tasks are replaced in a rollback. Without it, one by one, with a pause when one fails. Since API 1.28."""
    networks: Annotated[list[NetworkAttachmentConfig] | None, Field(alias="Networks")] = None
    """Networks that tasks are connected to, for older clients; counts only if `TaskTemplate` has none."""
    endpoint_spec: Annotated[EndpointSpec | None, Field(alias="EndpointSpec")] = None
    """How the service is found in its networks, and which ports it publishes."""
