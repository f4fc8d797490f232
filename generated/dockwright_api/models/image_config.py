# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ImageConfig``."""

from typing import Annotated, Any

from pydantic import Field

from ..base import Model
from .health_config import HealthConfig


class ImageConfig(Model):
    """What containers of an image run, unless told otherwise."""

    user: Annotated[str | None, Field(alias="User")] = None
    """User and group that the main process runs as, as `user[:group]`, by name or number; empty for the default, root
    on Linux."""
    exposed_ports: Annotated[dict[str, dict[str, Any]] | None, Field(alias="ExposedPorts")] = None
    """Ports that containers listen on, as `80/tcp`. The values are empty objects."""
    env: Annotated[list[str] | None, Field(alias="Env")] = None
    """Variables of the main process, as `NAME=value`."""
    cmd: Annotated[list[str] | None, Field(alias="Cmd")] = None
    """Program and arguments that are run, or arguments for `Entrypoint`."""
    healthcheck: Annotated[HealthConfig | None, Field(alias="Healthcheck")] = None
    """How the engine finds out whether a container is healthy."""
    args_escaped: Annotated[bool | None, Field(alias="ArgsEscaped")] = None
    """Whether the command is one line with its arguments already escaped. Windows only."""
    volumes: Annotated[dict[str, dict[str, Any]] | None, Field(alias="Volumes")] = None
    """Paths in the container that become anonymous volumes. The values are empty objects."""
    working_dir: Annotated[str | None, Field(alias="WorkingDir")] = None
    """Directory that the main process runs in; empty for the root."""
    entrypoint: Annotated[list[str] | None, Field(alias="Entrypoint")] = None
    """Program and first arguments that are run, followed by `Cmd`."""
    on_build: Annotated[list[str] | None, Field(alias="OnBuild")] = None
    """Dockerfile instructions for builds that begin with the image."""
    labels: Annotated[dict[str, str] | None, Field(alias="Labels")] = None
    """Labels of the image."""
    stop_signal: Annotated[str | None, Field(alias="StopSignal")] = None
    """Signal that asks the main process to end; `SIGTERM` if absent."""
    shell: Annotated[list[str] | None, Field(alias="Shell")] = None
    """Shell for commands that a Dockerfile gives as one line, such as `["/bin/sh", "-c"]`."""
    hostname: Annotated[str | None, Field(alias="Hostname")] = None
    """Host name of the container that the image was made from; mostly empty, and without effect. Until API 1.49."""
    domainname: Annotated[str | None, Field(alias="Domainname")] = None
    """Domain name of the container that the image was made from; mostly empty, and without effect. Until API 1.49."""
    attach_stdin: Annotated[bool | None, Field(alias="AttachStdin")] = None
    """A setting of containers, without effect for images. Until API 1.49."""
    attach_stdout: Annotated[bool | None, Field(alias="AttachStdout")] = None
    """A setting of containers, without effect for images. Until API 1.49."""
    attach_stderr: Annotated[bool | None, Field(alias="AttachStderr")] = None
    """A setting of containers, without effect for images. Until API 1.49."""
    tty: Annotated[bool | None, Field(alias="Tty")] = None
    """A setting of containers, without effect for images. Until API 1.49."""
    open_stdin: Annotated[bool | None, Field(alias="OpenStdin")] = None
    """A setting of containers, without effect for images. Until API 1.49."""
    stdin_once: Annotated[bool | None, Field(alias="StdinOnce")] = None
    """A setting of containers, without effect for images. Until API 1.49."""
    image: Annotated[str | None, Field(alias="Image")] = None
    """Id of the image that the last step of a classic build started from; mostly empty, and without effect. Until API
    1.49."""
    network_disabled: Annotated[bool | None, Field(alias="NetworkDisabled")] = None
    """A setting of containers, without effect for images. Until API 1.49."""
    mac_address: Annotated[str | None, Field(alias="MacAddress")] = None
    """A setting of containers, without effect for images. Until API 1.49."""
    stop_timeout: Annotated[int | None, Field(alias="StopTimeout")] = None
    """Seconds that the main process has to stop before it is killed. A setting of containers, mostly absent. Until API
    1.49."""
