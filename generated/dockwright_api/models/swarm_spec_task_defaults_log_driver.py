# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``SwarmSpecTaskDefaultsLogDriver``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class SwarmSpecTaskDefaultsLogDriver(Model):
    """Log driver for tasks whose service names none."""

    name: Annotated[str | None, Field(alias="Name")] = None
    """Name of the log driver, such as `json-file`."""
    options: Annotated[dict[str, str] | None, Field(alias="Options")] = None
    """Options of the log driver."""
