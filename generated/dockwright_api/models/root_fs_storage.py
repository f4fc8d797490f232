# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``RootFSStorage``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .root_fs_storage_snapshot import RootFSStorageSnapshot


class RootFSStorage(Model):
    """Where the root file system of a container is kept. Since API 1.52."""

    snapshot: Annotated[RootFSStorageSnapshot | None, Field(alias="Snapshot")] = None
    """Facts of the snapshot, if the engine stores images in containerd. Since API 1.52."""
