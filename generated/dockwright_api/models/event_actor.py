# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``EventActor``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class EventActor(Model):
    """What an event is about."""

    id: Annotated[str, Field(alias="ID")]
    """Id of the thing, or its name where it has no id, such as for a volume."""
    attributes: Annotated[dict[str, str], Field(alias="Attributes")]
    """Labels of the thing and facts about it and the event, such as `name`, `image` and `exitCode` for a container."""
