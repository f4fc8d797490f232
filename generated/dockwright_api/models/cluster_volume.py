# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ClusterVolume``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .cluster_volume_info import ClusterVolumeInfo
from .cluster_volume_publish_status import ClusterVolumePublishStatus
from .cluster_volume_spec import ClusterVolumeSpec
from .object_version import ObjectVersion


class ClusterVolume(Model):
    """What the swarm knows about a volume that a CSI plugin keeps. Since API 1.42."""

    id: Annotated[str | None, Field(alias="ID")] = None
    """Id under which the swarm knows the volume. Since API 1.42."""
    version: Annotated[ObjectVersion | None, Field(alias="Version")] = None
    """Version of the volume; an update has to give its `Index`. Since API 1.42."""
    created_at: Annotated[str | None, Field(alias="CreatedAt")] = None
    """When the swarm got to know the volume. Since API 1.42."""
    updated_at: Annotated[str | None, Field(alias="UpdatedAt")] = None
    """When the volume last changed. Since API 1.42."""
    spec: Annotated[ClusterVolumeSpec | None, Field(alias="Spec")] = None
    """What was asked for. Since API 1.42."""
    info: Annotated[ClusterVolumeInfo | None, Field(alias="Info")] = None
    """What the CSI plugin tells about the volume; absent until the plugin has created it. Since API 1.42."""
    publish_status: Annotated[list[ClusterVolumePublishStatus] | None, Field(alias="PublishStatus")] = None
    """On which nodes the volume is available, or about to be. Since API 1.42."""
