# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``SwarmUnlockKeyResponse``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class SwarmUnlockKeyResponse(Model):
    """The key that unlocks managers."""

    unlock_key: Annotated[str, Field(alias="UnlockKey")]
    """The key, beginning with `SWMKEY-`; empty if the swarm does not lock its managers."""
