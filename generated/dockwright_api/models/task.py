# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``Task``."""

from typing import Annotated, Literal

from pydantic import Field

from ..base import Model
from .generic_resource import GenericResource
from .network_attachment import NetworkAttachment
from .object_version import ObjectVersion
from .task_spec import TaskSpec
from .task_status import TaskStatus
from .volume_attachment import VolumeAttachment


class Task(Model):
    """A task of a service, one container to run on one node."""

    id: Annotated[str, Field(alias="ID")]
    """Id of the task, 25 lower-case letters and digits."""
    version: Annotated[ObjectVersion, Field(alias="Version")]
    """Version of the task, whose `Index` grows with every change."""
    created_at: Annotated[str, Field(alias="CreatedAt")]
    """When the task was created."""
    updated_at: Annotated[str, Field(alias="UpdatedAt")]
    """When the state of the task last changed."""
    name: Annotated[str | None, Field(alias="Name")] = None
    """A name of its own, which the swarm does not give to tasks."""
    labels: Annotated[dict[str, str], Field(alias="Labels")]
    """Labels of its own, which the swarm does not give to tasks. Those of the service are not repeated here."""
    spec: Annotated[TaskSpec, Field(alias="Spec")]
    """What the task runs; a copy of the service's `TaskTemplate` from when the task was created."""
    service_id: Annotated[str | None, Field(alias="ServiceID")] = None
    """Id of the service."""
    slot: Annotated[int | None, Field(alias="Slot")] = None
    """Number of the place that the task fills, from 1, or from 0 in a job. A task and its successors have the same; 0
    or absent in a global service."""
    node_id: Annotated[str | None, Field(alias="NodeID")] = None
    """Id of the node that the task is for; empty or absent before the swarm has chosen one."""
    assigned_generic_resources: Annotated[list[GenericResource] | None, Field(alias="AssignedGenericResources")] = None
    """Generic resources of the node that were given to the task. Since API 1.32."""
    status: Annotated[TaskStatus, Field(alias="Status")]
    """State of the task, as its node reports it."""
    desired_state: Annotated[
        Literal[
            "new",
            "allocated",
            "pending",
            "assigned",
            "accepted",
            "preparing",
            "ready",
            "starting",
            "running",
            "complete",
            "shutdown",
            "failed",
            "rejected",
            "remove",
            "orphaned",
        ]
        | str,
        Field(alias="DesiredState"),
    ]
    """State that the swarm wants the task to reach."""
    job_iteration: Annotated[ObjectVersion | None, Field(alias="JobIteration")] = None
    """Run of the job that the task belongs to, in `Index`; absent outside of jobs. Since API 1.41."""
    networks_attachments: Annotated[list[NetworkAttachment] | None, Field(alias="NetworksAttachments")] = None
    """Networks that the task is connected to, and its addresses there."""
    volumes: Annotated[list[VolumeAttachment] | None, Field(alias="Volumes")] = None
    """Cluster volumes that the task uses; null or absent if there are none. Since API 1.42."""
