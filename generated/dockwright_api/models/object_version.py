# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ObjectVersion``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class ObjectVersion(Model):
    """Version of an object of the swarm. An update names the version that it is based on and fails if the object has
    changed since."""

    index: Annotated[int | None, Field(alias="Index")] = None
    """Number that grows with every change; it says nothing about how many there were."""
