# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``MountVolumeOptions``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .mount_volume_options_driver_config import MountVolumeOptionsDriverConfig


class MountVolumeOptions(Model):
    """Options for mounting a volume."""

    no_copy: Annotated[bool | None, Field(alias="NoCopy")] = None
    """Leave an empty volume empty. By default it is filled with what the image has at the target path; on Windows it is
    not."""
    labels: Annotated[dict[str, str] | None, Field(alias="Labels")] = None
    """Labels for a volume that the mount creates."""
    driver_config: Annotated[MountVolumeOptionsDriverConfig | None, Field(alias="DriverConfig")] = None
    """Driver for a volume that the mount creates."""
    subpath: Annotated[str | None, Field(alias="Subpath")] = None
    """Mount only this path of the volume, relative to its root. It must exist, must not lead out of the volume, and the
    volume needs a name. Since API 1.45."""
