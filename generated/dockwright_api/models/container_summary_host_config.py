# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ContainerSummaryHostConfig``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class ContainerSummaryHostConfig(Model):
    """A few facts about how a container is tied to the host."""

    network_mode: Annotated[str | None, Field(alias="NetworkMode")] = None
    """Network that the container began with, by name or id, or `host`, `none` or `container:<id>`."""
    annotations: Annotated[dict[str, str] | None, Field(alias="Annotations")] = None
    """Names and values that are handed to the runtime with the container. Since API 1.46."""
