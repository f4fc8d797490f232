# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``Mount``."""

from typing import Annotated, Literal

from pydantic import Field

from ..base import Model
from .mount_bind_options import MountBindOptions
from .mount_image_options import MountImageOptions
from .mount_tmpfs_options import MountTmpfsOptions
from .mount_volume_options import MountVolumeOptions


class Mount(Model):
    """Something from outside that a container has in its file system."""

    target: Annotated[str | None, Field(alias="Target")] = None
    """Absolute path in the container, or the path of a pipe for `npipe`. It must not be the root."""
    source: Annotated[str | None, Field(alias="Source")] = None
    """What to mount: for `bind` an absolute path of the host, for `volume` the name of a volume, for `image` the name
    of an image, for `npipe` the path of a pipe, for `cluster` the name of a volume or `group:` with that of a group.
    Must be empty for `tmpfs`; an empty volume name makes an anonymous volume."""
    type: Annotated[
        Literal["bind", "cluster", "image", "npipe", "tmpfs", "volume"] | str | None, Field(alias="Type")
    ] = None
    """What the source is. Options for another type are an error."""
    read_only: Annotated[bool | None, Field(alias="ReadOnly")] = None
    """Mount it read-only."""
    consistency: Annotated[str | None, Field(alias="Consistency")] = None
    """How closely host and container must agree on the content, `default`, `consistent`, `cached` or `delegated`. Meant
    for Docker Desktop; the engine itself does nothing with it. Since API 1.28."""
    bind_options: Annotated[MountBindOptions | None, Field(alias="BindOptions")] = None
    """Options for `bind`."""
    volume_options: Annotated[MountVolumeOptions | None, Field(alias="VolumeOptions")] = None
    """Options for `volume`."""
    image_options: Annotated[MountImageOptions | None, Field(alias="ImageOptions")] = None
    """Options for `image`. Since API 1.48."""
    tmpfs_options: Annotated[MountTmpfsOptions | None, Field(alias="TmpfsOptions")] = None
    """Options for `tmpfs`."""
