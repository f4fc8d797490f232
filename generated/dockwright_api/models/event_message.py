# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``EventMessage``."""

from typing import Annotated, Literal

from pydantic import Field

from ..base import Model
from .event_actor import EventActor


class EventMessage(Model):
    """Something that happened on an engine or in its swarm."""

    type: Annotated[
        Literal[
            "builder",
            "config",
            "container",
            "daemon",
            "image",
            "network",
            "node",
            "plugin",
            "secret",
            "service",
            "volume",
        ]
        | str,
        Field(alias="Type"),
    ]
    """Kind of thing that the event is about."""
    action: Annotated[str, Field(alias="Action")]
    """What happened, such as `start` or `die`. Some have details after a colon, such as `exec_start` and
    `health_status`."""
    actor: Annotated[EventActor, Field(alias="Actor")]
    """The thing that the event is about."""
    scope: Literal["local", "swarm"] | str | None = None
    """Whether the event is about this engine, `local`, or about the whole swarm, `swarm`. Since API 1.30."""
    time: int
    """When it happened, in seconds since 1970."""
    time_nano: Annotated[int, Field(alias="timeNano")]
    """When it happened, in nanoseconds since 1970."""
    id: str | None = None
    """The same as `ID` of `Actor`. Only for containers and images. Until API 1.51."""
    status: str | None = None
    """The same as `Action`. Only for containers and images. Until API 1.51."""
    from_: Annotated[str | None, Field(alias="from")] = None
    """Image of the container. Only for containers. Until API 1.51."""
