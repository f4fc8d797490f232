# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``Swarm``."""

from typing import Annotated

from pydantic import Field

from .cluster_info import ClusterInfo
from .join_tokens import JoinTokens


class Swarm(ClusterInfo):
    """The swarm, with its settings and the tokens to join it."""

    join_tokens: Annotated[JoinTokens, Field(alias="JoinTokens")]
    """Tokens to join the swarm with."""
