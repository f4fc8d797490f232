"""What may be asked of a log."""

import re
from typing import Any, TypedDict, cast

from dockwright_api import operations
from dockwright_api.operation import LogStream

from ..errors import InvalidArgument, InvalidType
from .moments import Moment, timestamp
from .records import refuse_unknown

_NUMBER = re.compile("[0-9]+")


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
    """Ask for the log of a container.

    Raises ``TypeError`` where neither stream is wanted, and for an option that there is not. ``now`` is the time, in
    seconds since 1970, without which a ``timedelta`` means nothing.
    """
    if not stdout and not stderr:
        raise InvalidType("a log needs stdout=True or stderr=True, or both")
    refuse_unknown("log", options, LogOptions.__annotations__)
    return operations.containers.logs(
        container,
        stdout=stdout,
        stderr=stderr,
        follow=follow,
        since=cast("Any", timestamp("since", options.get("since"), now=now)),
        until=cast("Any", timestamp("until", options.get("until"), now=now)),
        timestamps=options.get("timestamps"),
        tail=log_tail(options.get("tail")),
        details=options.get("details"),
    )


def log_tail(lines: object) -> str | None:
    """Take a number of lines, or ``"all"``."""
    # Of what is no number, and of one below 0, the engine gives the whole log.
    if lines is None:
        return None
    text = str(lines)
    if isinstance(lines, bool) or not isinstance(lines, int | str) or not (text == "all" or _NUMBER.fullmatch(text)):
        raise InvalidArgument(f"tail must be a number of lines, or 'all', not {lines!r}")
    return text
