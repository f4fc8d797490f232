# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ContainerState``."""

from typing import Annotated, Literal

from pydantic import Field

from ..base import Model
from .health import Health


class ContainerState(Model):
    """Whether a container runs, since when, and how it ended."""

    status: Annotated[
        Literal["created", "running", "paused", "restarting", "removing", "exited", "dead"] | str, Field(alias="Status")
    ]
    """What the container is doing, in one word."""
    running: Annotated[bool, Field(alias="Running")]
    """Whether the container counts as running, which it also does while it is paused or waits to be restarted."""
    paused: Annotated[bool, Field(alias="Paused")]
    """Whether the processes are frozen."""
    restarting: Annotated[bool, Field(alias="Restarting")]
    """Whether the restart policy is about to start the container again."""
    oom_killed: Annotated[bool, Field(alias="OOMKilled")]
    """Whether the kernel killed a process of the container because it was out of memory."""
    dead: Annotated[bool, Field(alias="Dead")]
    """Whether the removal of the container was begun but failed."""
    pid: Annotated[int, Field(alias="Pid")]
    """Id of the main process on the host; 0 if there is none."""
    exit_code: Annotated[int, Field(alias="ExitCode")]
    """Exit code of the last run; 0 for one that runs or never did."""
    error: Annotated[str, Field(alias="Error")]
    """Why the container could not be started; empty if it could."""
    started_at: Annotated[str, Field(alias="StartedAt")]
    """When the last run began, in RFC 3339; `0001-01-01T00:00:00Z` if there was none."""
    finished_at: Annotated[str, Field(alias="FinishedAt")]
    """When the last finished run ended, in RFC 3339; `0001-01-01T00:00:00Z` if there was none."""
    health: Annotated[Health | None, Field(alias="Health")] = None
    """How the health check has gone lately. Absent without a health check."""
