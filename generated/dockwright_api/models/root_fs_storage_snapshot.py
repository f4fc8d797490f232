# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``RootFSStorageSnapshot``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class RootFSStorageSnapshot(Model):
    """The snapshot that is the root file system of a container. Since API 1.52."""

    name: Annotated[str | None, Field(alias="Name")] = None
    """Name of the snapshotter, such as `overlayfs`. Since API 1.52."""
