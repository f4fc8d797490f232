# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ContainerWaitResponse``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .container_wait_exit_error import ContainerWaitExitError


class ContainerWaitResponse(Model):
    """How a container ended."""

    status_code: Annotated[int, Field(alias="StatusCode")]
    """Exit code of the main process."""
    error: Annotated[ContainerWaitExitError | None, Field(alias="Error")] = None
    """What went wrong while waiting, such as a failed removal; absent or null if nothing did. Since API 1.34."""
