# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``Storage``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .root_fs_storage import RootFSStorage


class Storage(Model):
    """Where the data of a container is kept. Since API 1.52."""

    root_fs: Annotated[RootFSStorage | None, Field(alias="RootFS")] = None
    """Where its root file system is kept. Since API 1.52."""
