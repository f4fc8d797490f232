# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``JoinTokens``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class JoinTokens(Model):
    """Secrets that let nodes into the swarm. Each begins with `SWMTKN-`."""

    worker: Annotated[str, Field(alias="Worker")]
    """Token to join with as a worker."""
    manager: Annotated[str, Field(alias="Manager")]
    """Token to join with as a manager."""
