# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``TopologyRequirement``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .topology import Topology


class TopologyRequirement(Model):
    """From where in the cluster a volume must be reachable. Since API 1.42."""

    requisite: Annotated[list[Topology] | None, Field(alias="Requisite")] = None
    """Parts of the cluster of which the volume must be reachable from at least one. Since API 1.42."""
    preferred: Annotated[list[Topology] | None, Field(alias="Preferred")] = None
    """Parts of the cluster to try first, the best one first. With `Requisite` they must be among those. Since API
    1.42."""
