# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ClusterVolumeAccessMode``."""

from typing import Annotated, Literal

from pydantic import Field

from ..base import Model
from .capacity_range import CapacityRange
from .cluster_volume_mount import ClusterVolumeMount
from .cluster_volume_secret import ClusterVolumeSecret
from .topology_requirement import TopologyRequirement


class ClusterVolumeAccessMode(Model):
    """How many nodes and tasks may use a cluster volume, and in which way. Since API 1.42."""

    scope: Annotated[Literal["single", "multi"] | str | None, Field(alias="Scope")] = None
    """Whether one node at a time can use the volume (`single`, the default) or several (`multi`). Since API 1.42."""
    sharing: Annotated[Literal["none", "readonly", "onewriter", "all"] | str | None, Field(alias="Sharing")] = None
    """How tasks share the volume: one task at a time (`none`, the default), any number that only read (`readonly`), any
    number of which one writes (`onewriter`), or any number (`all`). Since API 1.42."""
    mount_volume: Annotated[ClusterVolumeMount | None, Field(alias="MountVolume")] = None
    """Use the volume as a mounted file system, with its type in `FsType` and flags in `MountFlags`, both optional.
    Needed to create a volume; an empty object is enough. Since API 1.42."""
    secrets: Annotated[list[ClusterVolumeSecret] | None, Field(alias="Secrets")] = None
    """Secrets of the swarm that the CSI plugin gets for its calls. The engine reads them beside `AccessMode`, not in
    it. Since API 1.42."""
    accessibility_requirements: Annotated[TopologyRequirement | None, Field(alias="AccessibilityRequirements")] = None
    """Parts of the cluster from which the volume must be reachable; by default any, and only for plugins with topology.
    The engine reads them beside `AccessMode`, not in it. Since API 1.42."""
    capacity_range: Annotated[CapacityRange | None, Field(alias="CapacityRange")] = None
    """How big the volume should be; by default the plugin decides. The engine reads it beside `AccessMode`, not in it.
    Since API 1.42."""
    availability: Annotated[Literal["active", "pause", "drain"] | str | None, Field(alias="Availability")] = None
    """Whether tasks may use the volume (`active`, the default), only those that do already (`pause`), or none, which
    moves them away (`drain`). The engine reads it beside `AccessMode`, not in it. Since API 1.42."""
