# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ClusterVolumeMount``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class ClusterVolumeMount(Model):
    """How a cluster volume is mounted as a file system."""

    fs_type: Annotated[str | None, Field(alias="FsType")] = None
    """File system of the volume, such as `ext4`; that of the driver by default."""
    mount_flags: Annotated[list[str] | None, Field(alias="MountFlags")] = None
    """Flags for mounting it."""
