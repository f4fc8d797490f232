# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ServiceMode``."""

from typing import Annotated, Any

from pydantic import Field

from ..base import Model
from .service_mode_replicated import ServiceModeReplicated
from .service_mode_replicated_job import ServiceModeReplicatedJob


class ServiceMode(Model):
    """The kind of a service, which is the one property that is set. More than one is an error, none means one replica,
    and an update cannot change the kind."""

    replicated: Annotated[ServiceModeReplicated | None, Field(alias="Replicated")] = None
    """A number of tasks that are kept running."""
    global_: Annotated[dict[str, Any] | None, Field(alias="Global")] = None
    """One task on every fitting node, kept running; an empty object."""
    replicated_job: Annotated[ServiceModeReplicatedJob | None, Field(alias="ReplicatedJob")] = None
    """A number of tasks that run to an end, some of them at the same time. Since API 1.41."""
    global_job: Annotated[dict[str, Any] | None, Field(alias="GlobalJob")] = None
    """One task on every fitting node, which runs to an end; an empty object. Since API 1.41."""
