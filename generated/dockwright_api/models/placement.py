# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``Placement``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .placement_preference import PlacementPreference
from .platform import Platform


class Placement(Model):
    """On which nodes the tasks of a service may run."""

    constraints: Annotated[list[str] | None, Field(alias="Constraints")] = None
    """Conditions that a node must meet, all of them, such as `node.role==manager`, `node.hostname!=web1` or
    `node.labels.disk==ssd`."""
    preferences: Annotated[list[PlacementPreference] | None, Field(alias="Preferences")] = None
    """How to spread tasks over nodes, the most important first. Since API 1.28."""
    max_replicas: Annotated[int | None, Field(alias="MaxReplicas")] = None
    """How many tasks of the service one node may run; 0 for no limit. Since API 1.40."""
    platforms: Annotated[list[Platform] | None, Field(alias="Platforms")] = None
    """Platforms that the image is available for; a node must have one of them. Empty for any. Since API 1.30."""
