# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ContainerWaitExitError``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class ContainerWaitExitError(Model):
    """What went wrong while waiting for a container. Since API 1.34."""

    message: Annotated[str | None, Field(alias="Message")] = None
    """The error in words. Since API 1.34."""
