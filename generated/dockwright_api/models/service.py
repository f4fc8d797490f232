# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``Service``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .object_version import ObjectVersion
from .service_endpoint import ServiceEndpoint
from .service_job_status import ServiceJobStatus
from .service_spec import ServiceSpec
from .service_status import ServiceStatus
from .service_update_status import ServiceUpdateStatus


class Service(Model):
    """A service of the swarm."""

    id: Annotated[str, Field(alias="ID")]
    """Id of the service, 25 lower-case letters and digits."""
    version: Annotated[ObjectVersion, Field(alias="Version")]
    """Version of the service; an update has to give its `Index`."""
    created_at: Annotated[str, Field(alias="CreatedAt")]
    """When the service was created."""
    updated_at: Annotated[str, Field(alias="UpdatedAt")]
    """When the settings or the state of the service last changed."""
    spec: Annotated[ServiceSpec, Field(alias="Spec")]
    """Settings of the service."""
    endpoint: Annotated[ServiceEndpoint, Field(alias="Endpoint")]
    """How the service is reached, with ports and addresses that the swarm has chosen."""
    update_status: Annotated[ServiceUpdateStatus | None, Field(alias="UpdateStatus")] = None
    """How the last update or rollback is going; absent if there was none, or none with tasks to replace."""
    service_status: Annotated[ServiceStatus | None, Field(alias="ServiceStatus")] = None
    """How many tasks there are; only in lists, and only if asked for with `status`. Since API 1.41."""
    job_status: Annotated[ServiceJobStatus | None, Field(alias="JobStatus")] = None
    """The last run of a job; absent for other services. Since API 1.41."""
    previous_spec: Annotated[ServiceSpec | None, Field(alias="PreviousSpec")] = None
    """Settings before the last update, which a rollback goes back to. Absent without an update."""
