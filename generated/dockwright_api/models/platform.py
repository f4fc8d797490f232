# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``Platform``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class Platform(Model):
    """Processor and operating system of a node, or that a task needs. In requests since API 1.30. In replies always."""

    architecture: Annotated[str | None, Field(alias="Architecture")] = None
    """Processor architecture, such as `x86_64` or `aarch64`. In requests since API 1.30. In replies always."""
    os: Annotated[str | None, Field(alias="OS")] = None
    """Operating system, such as `linux` or `windows`. In requests since API 1.30. In replies always."""
