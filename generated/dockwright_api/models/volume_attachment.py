# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``VolumeAttachment``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class VolumeAttachment(Model):
    """A cluster volume that a task was given."""

    id: Annotated[str | None, Field(alias="ID")] = None
    """Id under which the swarm knows the volume."""
    source: Annotated[str | None, Field(alias="Source")] = None
    """Source of the mount that it was chosen for, the name of a volume or `group:` with that of a group."""
    target: Annotated[str | None, Field(alias="Target")] = None
    """Path of that mount in the container."""
