# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``NetworkCreateResponse``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class NetworkCreateResponse(Model):
    """The network that was created."""

    id: Annotated[str, Field(alias="Id")]
    """Id of the network."""
    warning: Annotated[str, Field(alias="Warning")]
    """What the engine has to say about the request; mostly empty."""
