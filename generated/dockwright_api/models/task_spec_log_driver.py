# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``TaskSpecLogDriver``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class TaskSpecLogDriver(Model):
    """Log driver of the containers of a service."""

    name: Annotated[str | None, Field(alias="Name")] = None
    """Name of the log driver, such as `json-file` or `none`."""
    options: Annotated[dict[str, str] | None, Field(alias="Options")] = None
    """Options of the log driver."""
