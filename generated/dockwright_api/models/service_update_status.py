# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ServiceUpdateStatus``."""

from typing import Annotated, Literal

from pydantic import Field

from ..base import Model


class ServiceUpdateStatus(Model):
    """How an update or a rollback of a service is going."""

    state: Annotated[Literal["updating", "paused", "completed"] | str | None, Field(alias="State")] = None
    """How far it is: `updating`, `paused` or `completed`; for a rollback `rollback_started`, `rollback_paused` or
    `rollback_completed`."""
    started_at: Annotated[str | None, Field(alias="StartedAt")] = None
    """When it began."""
    completed_at: Annotated[str | None, Field(alias="CompletedAt")] = None
    """When it ended; absent while it goes on or is paused."""
    message: Annotated[str | None, Field(alias="Message")] = None
    """The state in words; where a failed task was the reason, it is named."""
