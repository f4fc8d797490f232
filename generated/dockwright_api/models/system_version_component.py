# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``SystemVersionComponent``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class SystemVersionComponent(Model):
    """Version of the engine or of a program that it works with. Since API 1.35."""

    name: Annotated[str, Field(alias="Name")]
    """Name of the program, such as `Engine`, `containerd`, `runc` or `docker-init`. Since API 1.35."""
    version: Annotated[str, Field(alias="Version")]
    """Version of the program. Since API 1.35."""
    details: Annotated[dict[str, str] | None, Field(alias="Details")] = None
    """Further facts by name, such as `GitCommit`. Since API 1.35."""
