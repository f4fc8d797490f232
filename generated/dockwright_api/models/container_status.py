# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ContainerStatus``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class ContainerStatus(Model):
    """The container that runs a task."""

    container_id: Annotated[str, Field(alias="ContainerID")]
    """Id of the container on the task's node."""
    pid: Annotated[int, Field(alias="PID")]
    """Id of the main process on the task's node; 0 if it does not run."""
    exit_code: Annotated[int, Field(alias="ExitCode")]
    """Exit code of the main process; 0 before its end."""
