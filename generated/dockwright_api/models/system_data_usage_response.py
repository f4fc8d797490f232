# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``SystemDataUsageResponse``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .build_cache import BuildCache
from .build_cache_disk_usage import BuildCacheDiskUsage
from .container_summary import ContainerSummary
from .containers_disk_usage import ContainersDiskUsage
from .image_summary import ImageSummary
from .images_disk_usage import ImagesDiskUsage
from .volume import Volume
from .volumes_disk_usage import VolumesDiskUsage


class SystemDataUsageResponse(Model):
    """Disk space that images, containers, volumes and the build cache take. Newer engines give sums in the properties
    whose names end in `Usage`, older ones the lists."""

    image_usage: Annotated[ImagesDiskUsage | None, Field(alias="ImageUsage")] = None
    """Disk space that images take. Absent if not asked for. Since API 1.52."""
    container_usage: Annotated[ContainersDiskUsage | None, Field(alias="ContainerUsage")] = None
    """Disk space that containers take. Absent if not asked for. Since API 1.52."""
    volume_usage: Annotated[VolumesDiskUsage | None, Field(alias="VolumeUsage")] = None
    """Disk space that volumes take. Absent if not asked for. Since API 1.52."""
    build_cache_usage: Annotated[BuildCacheDiskUsage | None, Field(alias="BuildCacheUsage")] = None
    """Disk space that the build cache takes. Absent if not asked for. Since API 1.52."""
    layers_size: Annotated[int | None, Field(alias="LayersSize")] = None
    """Bytes that all images take, with what they share counted once. Until API 1.52."""
    images: Annotated[list[ImageSummary] | None, Field(alias="Images")] = None
    """The images, with `SharedSize` and `Containers`. Until API 1.52."""
    containers: Annotated[list[ContainerSummary] | None, Field(alias="Containers")] = None
    """The containers, with `SizeRw` and `SizeRootFs`. Until API 1.52."""
    volumes: Annotated[list[Volume] | None, Field(alias="Volumes")] = None
    """Volumes of the driver `local` without options, with `UsageData`. Until API 1.52."""
    build_cache: Annotated[list[BuildCache] | None, Field(alias="BuildCache")] = None
    """Entries of the build cache; null or absent if there are none. Since API 1.39, until API 1.52."""
    builder_size: Annotated[int | None, Field(alias="BuilderSize")] = None
    """Bytes that the build cache takes. Since API 1.31, until API 1.41."""
