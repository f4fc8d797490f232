# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""JSON as it goes over the wire: execs."""

from typing import TypedDict


class ProcessConfig(TypedDict):
    """The process that an exec runs."""

    privileged: bool
    """Whether it has all capabilities."""
    user: str
    """User that it runs as, as given at creation; empty for that of the container."""
    tty: bool
    """Whether it has a terminal."""
    entrypoint: str
    """Program that it runs."""
    arguments: list[str]
    """Arguments of the program."""


class ExecInspectResponse(TypedDict):
    """What the engine knows about an exec."""

    CanRemove: bool
    """Whether the engine is about to forget the exec."""
    DetachKeys: str
    """Keys that end a connection, as base64 of the bytes that a terminal sends for them; empty for the default."""
    ID: str
    """Id of the exec, 64 hexadecimal digits."""
    Running: bool
    """Whether the process runs."""
    ExitCode: int
    """Exit code of the process; null until it has ended."""
    ProcessConfig: ProcessConfig
    """What the process is."""
    OpenStdin: bool
    """Whether standard input is connected."""
    OpenStderr: bool
    """Whether standard error is connected."""
    OpenStdout: bool
    """Whether standard output is connected."""
    ContainerID: str
    """Id of the container that the exec belongs to."""
    Pid: int
    """Id of the process on the host; 0 before the start."""


class ExecCreateRequest(TypedDict, total=False):
    """A process to run in a container, and which of its streams to connect."""

    AttachStdin: bool
    """Connect standard input."""
    AttachStdout: bool
    """Connect standard output."""
    AttachStderr: bool
    """Connect standard error."""
    ConsoleSize: list[int] | None
    """Height and width of the terminal at the start, in characters; counts only with `Tty`. Since API 1.42."""
    DetachKeys: str
    """Keys that end the connection and leave a process with a terminal running, joined by commas, such as the default
    `ctrl-p,ctrl-q`. Each is a single character, or `ctrl-` with a letter or one of `@`, `[`, `\\`, `]`, `^` and `_`."""
    Tty: bool
    """Give the process a terminal. Its output then comes raw, with standard error mixed in."""
    Env: list[str]
    """Variables for the process, as `NAME=value`, over those of the container."""
    Cmd: list[str]
    """Program and arguments; no shell is involved. An empty list is an error."""
    Privileged: bool
    """Give the process all capabilities. Linux only."""
    User: str
    """User and group to run as, by name or number, as `user[:group]`; those of the container by default."""
    WorkingDir: str
    """Directory to run in, an absolute path in the container; that of the container by default. Since API 1.35."""


class ExecStartRequest(TypedDict, total=False):
    """How to start an exec."""

    Detach: bool
    """Answer as soon as the process runs, without its streams."""
    Tty: bool
    """Whether the process has a terminal. It must be the same as at creation, for it decides how output comes."""
    ConsoleSize: list[int] | None
    """Height and width of the terminal at the start, in characters; counts only with `Tty`. Since API 1.42."""
