# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``VolumeUpdateRequest``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .cluster_volume_spec import ClusterVolumeSpec


class VolumeUpdateRequest(Model):
    """A change of a cluster volume. Since API 1.42."""

    spec: Annotated[ClusterVolumeSpec | None, Field(alias="Spec")] = None
    """The spec with another availability. The engine takes nothing else from it. Since API 1.42."""
