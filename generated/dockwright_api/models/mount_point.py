# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``MountPoint``."""

from typing import Annotated, Literal

from pydantic import Field

from ..base import Model


class MountPoint(Model):
    """Something mounted in a container, as the engine has made it."""

    type: Annotated[
        Literal["bind", "cluster", "image", "npipe", "tmpfs", "volume"] | str | None, Field(alias="Type")
    ] = None
    """What is mounted, a directory of the host, a volume, memory or something else."""
    name: Annotated[str | None, Field(alias="Name")] = None
    """Name of the volume; absent for anything but a volume."""
    source: Annotated[str, Field(alias="Source")]
    """Path on the host; empty if there is none or the engine does not know it at the moment."""
    destination: Annotated[str, Field(alias="Destination")]
    """Path in the container."""
    driver: Annotated[str | None, Field(alias="Driver")] = None
    """Driver of the volume; absent for anything but a volume."""
    mode: Annotated[str, Field(alias="Mode")]
    """Options of an entry of `Binds`, such as `ro` or `z`, joined by commas. Empty for what comes from `Mounts`."""
    rw: Annotated[bool, Field(alias="RW")]
    """Whether the container may write to it."""
    propagation: Annotated[str, Field(alias="Propagation")]
    """How mounts made below it later pass between host and container, such as `rprivate`. Empty unless it is a `bind`;
    Linux only."""
