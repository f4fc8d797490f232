# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``NetworkPruneResponse``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class NetworkPruneResponse(Model):
    """Which networks were removed."""

    networks_deleted: Annotated[list[str], Field(alias="NetworksDeleted")]
    """Names of the networks that were removed."""
