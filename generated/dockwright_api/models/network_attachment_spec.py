# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``NetworkAttachmentSpec``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class NetworkAttachmentSpec(Model):
    """A container that was connected to an attachable network of the swarm by hand. Since API 1.38."""

    container_id: Annotated[str | None, Field(alias="ContainerID")] = None
    """Id of the container. Since API 1.38."""
