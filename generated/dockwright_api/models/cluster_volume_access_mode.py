# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ClusterVolumeAccessMode``."""

from typing import Annotated, Any, Literal

from pydantic import Field

from ..base import Model
from .cluster_volume_mount import ClusterVolumeMount


class ClusterVolumeAccessMode(Model):
    """How many nodes and tasks may use a cluster volume, and in which way. Since API 1.42."""

    scope: Annotated[Literal["single", "multi"] | str | None, Field(alias="Scope")] = None
    """Whether one node at a time can use the volume (`single`, the default) or several (`multi`). Since API 1.42."""
    sharing: Annotated[Literal["none", "readonly", "onewriter", "all"] | str | None, Field(alias="Sharing")] = None
    """How tasks share the volume: one task at a time (`none`, the default), any number that only read (`readonly`), any
    number of which one writes (`onewriter`), or any number (`all`). Since API 1.42."""
    mount_volume: Annotated[ClusterVolumeMount | None, Field(alias="MountVolume")] = None
    """Use the volume as a mounted file system, with its type in `FsType` and flags in `MountFlags`, both optional; an
    empty object is enough. A volume needs this or `BlockVolume`. Since API 1.42."""
    block_volume: Annotated[dict[str, Any] | None, Field(alias="BlockVolume")] = None
    """Use the volume as a block device; an empty object. A volume needs this or `MountVolume`. Since API 1.42."""
