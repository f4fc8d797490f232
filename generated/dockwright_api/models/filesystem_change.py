# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``FilesystemChange``."""

from typing import Annotated, Literal

from pydantic import Field

from ..base import Model


class FilesystemChange(Model):
    """A file or directory in a container that differs from its image."""

    path: Annotated[str, Field(alias="Path")]
    """Absolute path in the container."""
    kind: Annotated[Literal[0, 1, 2] | int, Field(alias="Kind")]
    """What happened to it."""
