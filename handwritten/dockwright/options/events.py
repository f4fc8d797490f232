"""What may be asked of the events of an engine."""

from typing import TYPE_CHECKING

from dockwright_api import operations

from .filters import filters_option
from .moments import Moment, timestamp

if TYPE_CHECKING:
    from dockwright_api import models, shapes
    from dockwright_api.encode import Filters
    from dockwright_api.operation import JSONStream


def engine_events(
    since: Moment | str | None, until: Moment | str | None, filters: "Filters | str | None", *, now: float | None = None
) -> "JSONStream[models.EventMessage, shapes.EventMessage]":
    """Ask for the events between two points in time; they are written in the one way that every engine reads.

    ``now`` is the time, in seconds since 1970, without which a ``timedelta`` means nothing.
    """
    return operations.system.events(
        since=timestamp("since", since, now=now),
        until=timestamp("until", until, now=now),
        filters=filters_option(filters),
    )
