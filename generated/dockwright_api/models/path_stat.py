# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``PathStat``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class PathStat(Model):
    """A file or directory in a container."""

    name: str
    """Name of the file, without its directory."""
    size: int
    """Size in bytes."""
    mode: int
    """Permission bits and kind of file, with the kind in the bits that Go gives it in `os.FileMode`, such as `1 << 31`
    for a directory."""
    mtime: str
    """When the content last changed."""
    link_target: Annotated[str, Field(alias="linkTarget")]
    """Absolute path in the container that a symbolic link leads to in the end; empty for anything else."""
