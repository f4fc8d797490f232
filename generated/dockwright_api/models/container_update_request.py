# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ContainerUpdateRequest``."""

from typing import Annotated

from pydantic import Field

from .resources import Resources
from .restart_policy import RestartPolicy


class ContainerUpdateRequest(Resources):
    """What to change in a container. Values that are zero, empty or absent stay as they are, except `PidsLimit`, where
    0 lifts the limit. Devices, limits for single block devices and `Ulimits` cannot be changed."""

    restart_policy: Annotated[RestartPolicy | None, Field(alias="RestartPolicy")] = None
    """New restart policy. Not for a container that is removed as soon as it stops."""
