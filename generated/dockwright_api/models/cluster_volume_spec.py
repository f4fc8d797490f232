# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ClusterVolumeSpec``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .cluster_volume_access_mode import ClusterVolumeAccessMode


class ClusterVolumeSpec(Model):
    """What is asked of a cluster volume. Since API 1.42."""

    group: Annotated[str | None, Field(alias="Group")] = None
    """Group of volumes that can stand in for one another. A mount takes one of them with the source `group:` and this
    name. Since API 1.42."""
    access_mode: Annotated[ClusterVolumeAccessMode | None, Field(alias="AccessMode")] = None
    """How tasks may use the volume; required. Since API 1.42."""
