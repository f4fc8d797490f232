# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ExecInspectResponse``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .process_config import ProcessConfig


class ExecInspectResponse(Model):
    """What the engine knows about an exec."""

    can_remove: Annotated[bool, Field(alias="CanRemove")]
    """Whether the engine is about to forget the exec."""
    detach_keys: Annotated[str | None, Field(alias="DetachKeys")] = None
    """Keys that end a connection, as base64 of the bytes that a terminal sends for them; empty for the default."""
    id: Annotated[str, Field(alias="ID")]
    """Id of the exec, 64 hexadecimal digits."""
    running: Annotated[bool, Field(alias="Running")]
    """Whether the process runs."""
    exit_code: Annotated[int | None, Field(alias="ExitCode")] = None
    """Exit code of the process; null until it has ended."""
    process_config: Annotated[ProcessConfig, Field(alias="ProcessConfig")]
    """What the process is."""
    open_stdin: Annotated[bool, Field(alias="OpenStdin")]
    """Whether standard input is connected."""
    open_stderr: Annotated[bool, Field(alias="OpenStderr")]
    """Whether standard error is connected."""
    open_stdout: Annotated[bool, Field(alias="OpenStdout")]
    """Whether standard output is connected."""
    container_id: Annotated[str, Field(alias="ContainerID")]
    """Id of the container that the exec belongs to."""
    pid: Annotated[int, Field(alias="Pid")]
    """Id of the process on the host; 0 before the start."""
