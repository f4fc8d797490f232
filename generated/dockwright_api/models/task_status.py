# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``TaskStatus``."""

from typing import Annotated, Literal

from pydantic import Field

from ..base import Model
from .container_status import ContainerStatus
from .port_status import PortStatus


class TaskStatus(Model):
    """State of a task."""

    timestamp: Annotated[str, Field(alias="Timestamp")]
    """When the task came into the state."""
    state: Annotated[
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
        Field(alias="State"),
    ]
    """How far the task has come."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """What brought the task into its state, such as `started`."""
    err: Annotated[str | None, Field(alias="Err")] = None
    """Why the task failed, was rejected or makes no progress; absent if all is well."""
    container_status: Annotated[ContainerStatus | None, Field(alias="ContainerStatus")] = None
    """The container; absent before there is one."""
    port_status: Annotated[PortStatus | None, Field(alias="PortStatus")] = None
    """Ports of the task on its node. Since API 1.44."""
