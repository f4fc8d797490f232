"""What may be asked of a log."""

from typing import Any, TypedDict, cast

from dockwright_api import operations
from dockwright_api.operation import LogStream

from .moments import Moment, timestamp


class LogOptions(TypedDict, total=False):
    """The part of a log that is wanted."""

    since: Moment | str | None
    """Only what was written later: a ``datetime``, a ``timedelta`` for so long ago, seconds since 1970, or a time as in
    RFC 3339."""
    until: Moment | str | None
    """Only what was written before."""
    timestamps: bool | None
    """Put the time in front of every line."""
    tail: int | str | None
    """The last so many lines, or ``"all"``."""
    details: bool | None
    """Put the extra attributes of the logging driver in front of every line."""


def container_logs(
    container: str,
    options: LogOptions,
    *,
    stdout: bool,
    stderr: bool,
    follow: bool,
    now: float | None = None,
) -> LogStream:
    """Ask for the log of a container; raises ``TypeError`` where neither stream is wanted.

    ``now`` is the time, in seconds since 1970, without which a ``timedelta`` means nothing.
    """
    if not stdout and not stderr:
        raise TypeError("a log needs stdout=True or stderr=True, or both")
    tail = options.get("tail")
    return operations.containers.logs(
        container,
        stdout=stdout,
        stderr=stderr,
        follow=follow,
        since=cast("Any", timestamp("since", options.get("since"), now=now)),
        until=cast("Any", timestamp("until", options.get("until"), now=now)),
        timestamps=options.get("timestamps"),
        tail=None if tail is None else str(tail),
        details=options.get("details"),
    )
