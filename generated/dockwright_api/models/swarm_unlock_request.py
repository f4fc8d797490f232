# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``SwarmUnlockRequest``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class SwarmUnlockRequest(Model):
    """A key to unlock a manager with."""

    unlock_key: Annotated[str | None, Field(alias="UnlockKey")] = None
    """The key of the swarm, beginning with `SWMKEY-`."""
