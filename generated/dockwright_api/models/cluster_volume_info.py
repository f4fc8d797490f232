# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ClusterVolumeInfo``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .topology import Topology


class ClusterVolumeInfo(Model):
    """A cluster volume as its CSI plugin knows it. Since API 1.42."""

    capacity_bytes: Annotated[int | None, Field(alias="CapacityBytes")] = None
    """Capacity in bytes; 0 if unknown. Since API 1.42."""
    volume_context: Annotated[dict[str, str] | None, Field(alias="VolumeContext")] = None
    """Values that the plugin gave at creation and wants back; their meaning is its own. Since API 1.42."""
    volume_id: Annotated[str | None, Field(alias="VolumeID")] = None
    """Id that the plugin gave the volume, not that of the swarm; empty until it is created. Since API 1.42."""
    accessible_topology: Annotated[list[Topology] | None, Field(alias="AccessibleTopology")] = None
    """Parts of the cluster that can reach the volume. Since API 1.42."""
