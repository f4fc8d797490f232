# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``Volume``."""

from typing import Annotated, Any, Literal

from pydantic import Field

from ..base import Model
from .cluster_volume import ClusterVolume
from .volume_usage_data import VolumeUsageData


class Volume(Model):
    """A place for data that outlives containers."""

    name: Annotated[str, Field(alias="Name")]
    """Name of the volume; 64 hexadecimal digits for an anonymous one."""
    driver: Annotated[str, Field(alias="Driver")]
    """Driver that keeps the volume, such as `local`."""
    mountpoint: Annotated[str, Field(alias="Mountpoint")]
    """Path of the data on the host; empty if the driver has none at the moment."""
    created_at: Annotated[str | None, Field(alias="CreatedAt")] = None
    """When the volume was created; absent if the driver does not tell. Since API 1.31."""
    status: Annotated[dict[str, Any] | None, Field(alias="Status")] = None
    """What the driver tells about the state of the volume, if anything."""
    labels: Annotated[dict[str, str], Field(alias="Labels")]
    """Labels of the volume. An anonymous one has `com.docker.volume.anonymous`."""
    scope: Annotated[Literal["local", "global"] | str, Field(alias="Scope")]
    """Where the volume exists: on this host only (`local`) or on all hosts of the cluster (`global`)."""
    cluster_volume: Annotated[ClusterVolume | None, Field(alias="ClusterVolume")] = None
    """What the swarm knows about the volume; absent unless it is a cluster volume. Since API 1.42."""
    options: Annotated[dict[str, str], Field(alias="Options")]
    """Options of the driver that it was created with."""
    usage_data: Annotated[VolumeUsageData | None, Field(alias="UsageData")] = None
    """Size and use; only in the disk usage of the engine."""
