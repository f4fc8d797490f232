# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ContainerConfig``."""

from typing import Annotated, Any

from pydantic import Field

from ..base import Model
from .health_config import HealthConfig


class ContainerConfig(Model):
    """What a container runs, and what an image made from it takes over. What is left out mostly comes from the
    image."""

    hostname: Annotated[str | None, Field(alias="Hostname")] = None
    """Host name in the container; by default the first 12 digits of its id, or the name of the host on the network of
    the host. Not for containers on the network of another container."""
    domainname: Annotated[str | None, Field(alias="Domainname")] = None
    """Domain name in the container."""
    user: Annotated[str | None, Field(alias="User")] = None
    """User and group that the process runs as, by name or number, as `user[:group]`; that of the image by default, or
    root."""
    attach_stdin: Annotated[bool | None, Field(alias="AttachStdin")] = None
    """Whether the creator of the container wants standard input. To connect, the container must still be attached
    to."""
    attach_stdout: Annotated[bool | None, Field(alias="AttachStdout")] = None
    """Whether the creator of the container wants standard output. To connect, the container must still be attached
    to."""
    attach_stderr: Annotated[bool | None, Field(alias="AttachStderr")] = None
    """Whether the creator of the container wants standard error. To connect, the container must still be attached
    to."""
    exposed_ports: Annotated[dict[str, dict[str, Any]] | None, Field(alias="ExposedPorts")] = None
    """Ports that the container serves, as keys such as `80/tcp` with empty objects as values. This does not publish
    them, unless `PublishAllPorts` is set."""
    tty: Annotated[bool | None, Field(alias="Tty")] = None
    """Give the process a terminal. Its output then comes raw, with standard error mixed in."""
    open_stdin: Annotated[bool | None, Field(alias="OpenStdin")] = None
    """Keep standard input open, even while nobody is connected. Without it the process reads the end of input."""
    stdin_once: Annotated[bool | None, Field(alias="StdinOnce")] = None
    """Close standard input once the first client that was connected to it is gone."""
    env: Annotated[list[str] | None, Field(alias="Env")] = None
    """Variables for the process, as `NAME=value`. A name without `=` removes the variable."""
    cmd: Annotated[list[str] | None, Field(alias="Cmd")] = None
    """Program and arguments, or the arguments of `Entrypoint` if there is one. That of the image counts only while
    `Entrypoint` is left out as well."""
    healthcheck: Annotated[HealthConfig | None, Field(alias="Healthcheck")] = None
    """How the engine finds out whether the container is healthy."""
    args_escaped: Annotated[bool | None, Field(alias="ArgsEscaped")] = None
    """Whether the command is one line with its arguments already escaped. Windows only."""
    image: Annotated[str | None, Field(alias="Image")] = None
    """Name or id of the image."""
    volumes: Annotated[dict[str, dict[str, Any]] | None, Field(alias="Volumes")] = None
    """Absolute paths in the container, as keys with empty objects as values. Each gets an anonymous volume unless
    something else is mounted there."""
    working_dir: Annotated[str | None, Field(alias="WorkingDir")] = None
    """Directory that the process starts in, an absolute path; that of the image by default, or `/`. It is created if it
    is missing."""
    entrypoint: Annotated[list[str] | None, Field(alias="Entrypoint")] = None
    """Program that always runs, with its first arguments, followed by `Cmd`. A list of one empty string removes that of
    the image."""
    network_disabled: Annotated[bool | None, Field(alias="NetworkDisabled")] = None
    """Set up no networking for the container."""
    on_build: Annotated[list[str] | None, Field(alias="OnBuild")] = None
    """Dockerfile instructions for builds that begin with an image made from this container."""
    labels: Annotated[dict[str, str] | None, Field(alias="Labels")] = None
    """Labels of the container, beside those of the image."""
    stop_signal: Annotated[str | None, Field(alias="StopSignal")] = None
    """Signal that asks the process to end, by name or number; that of the image by default, or `SIGTERM`."""
    stop_timeout: Annotated[int | None, Field(alias="StopTimeout")] = None
    """Seconds that the process has to end before it is killed, -1 for no limit. The default is 10, on Windows 30."""
    shell: Annotated[list[str] | None, Field(alias="Shell")] = None
    """Shell for commands given as one line, in a Dockerfile and in a check with `CMD-SHELL`, such as `["/bin/sh",
    "-c"]`."""
    mac_address: Annotated[str | None, Field(alias="MacAddress")] = None
    """MAC address of the interface on the network that `NetworkMode` names. Newer engines want it in the `MacAddress`
    of `EndpointSettings`. Until API 1.51."""
