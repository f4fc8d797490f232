# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ExecCreateRequest``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class ExecCreateRequest(Model):
    """A process to run in a container, and which of its streams to connect."""

    attach_stdin: Annotated[bool | None, Field(alias="AttachStdin")] = None
    """Connect standard input."""
    attach_stdout: Annotated[bool | None, Field(alias="AttachStdout")] = None
    """Connect standard output."""
    attach_stderr: Annotated[bool | None, Field(alias="AttachStderr")] = None
    """Connect standard error."""
    console_size: Annotated[list[int] | None, Field(alias="ConsoleSize")] = None
    """Height and width of the terminal at the start, in characters; counts only with `Tty`. Since API 1.42."""
    detach_keys: Annotated[str | None, Field(alias="DetachKeys")] = None
    """Keys that end the connection and leave a process with a terminal running, joined by commas, such as the default
    `ctrl-p,ctrl-q`. Each is a single character, or `ctrl-` with a letter or one of `@`, `[`, `\\`, `]`, `^` and `_`."""
    tty: Annotated[bool | None, Field(alias="Tty")] = None
    """Give the process a terminal. Its output then comes raw, with standard error mixed in."""
    env: Annotated[list[str] | None, Field(alias="Env")] = None
    """Variables for the process, as `NAME=value`, over those of the container."""
    cmd: Annotated[list[str] | None, Field(alias="Cmd")] = None
    """Program and arguments; no shell is involved. An empty list is an error."""
    privileged: Annotated[bool | None, Field(alias="Privileged")] = None
    """Give the process all capabilities. Linux only."""
    user: Annotated[str | None, Field(alias="User")] = None
    """User and group to run as, by name or number, as `user[:group]`; those of the container by default."""
    working_dir: Annotated[str | None, Field(alias="WorkingDir")] = None
    """Directory to run in, an absolute path in the container; that of the container by default. Since API 1.35."""
