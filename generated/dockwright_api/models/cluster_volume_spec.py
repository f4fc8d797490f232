# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ClusterVolumeSpec``."""

from typing import Annotated, Literal

from pydantic import Field

from ..base import Model
from .capacity_range import CapacityRange
from .cluster_volume_access_mode import ClusterVolumeAccessMode
from .cluster_volume_secret import ClusterVolumeSecret
from .topology_requirement import TopologyRequirement


class ClusterVolumeSpec(Model):
    """What is asked of a cluster volume. Since API 1.42."""

    group: Annotated[str | None, Field(alias="Group")] = None
    """Group of volumes that can stand in for one another. A mount takes one of them with the source `group:` and this
    name. Since API 1.42."""
    access_mode: Annotated[ClusterVolumeAccessMode | None, Field(alias="AccessMode")] = None
    """How tasks may use the volume; required. Since API 1.42."""
    secrets: Annotated[list[ClusterVolumeSecret] | None, Field(alias="Secrets")] = None
    """Secrets of the swarm that the CSI plugin gets for its calls. Since API 1.42."""
    accessibility_requirements: Annotated[TopologyRequirement | None, Field(alias="AccessibilityRequirements")] = None
    """Parts of the cluster from which the volume must be reachable; by default any, and only for plugins with topology.
    Since API 1.42."""
    capacity_range: Annotated[CapacityRange | None, Field(alias="CapacityRange")] = None
    """How big the volume should be; by default the plugin decides. Since API 1.42."""
    availability: Annotated[Literal["active", "pause", "drain"] | str | None, Field(alias="Availability")] = None
    """Whether tasks may use the volume (`active`, the default), only those that do already (`pause`), or none, which
    moves them away (`drain`). Since API 1.42."""
