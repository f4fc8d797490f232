"""When to ask again.

Pure: it says how long to wait and what may be repeated, and is told what time it is; the faces wait and repeat.
"""

from collections.abc import Iterator
from math import isfinite

from ..errors import ConnectionLost, DeadlineExceeded, EngineUnreachable, InvalidArgument, InvalidType

REPEATABLE = frozenset({"GET", "HEAD"})
"""Methods that may be sent once more when the connection broke before an answer: nobody knows how far a request came,
and these change nothing. The usual cause is an engine that closes an idle connection just as it is used again."""

FIRST_PAUSE = 0.01
LONGEST_PAUSE = 0.5


def pauses() -> Iterator[float]:
    """Give the seconds to wait before each further question about something that will happen soon; it never ends."""
    pause = FIRST_PAUSE
    while True:
        yield pause
        pause = min(pause * 2, LONGEST_PAUSE)


Reconnect = bool | float
"""Whether a stream goes on after its connection broke: True for as long as it takes, or seconds without an engine after
which it gives up."""


class Retries:
    """When to try again to go on with a stream that broke off, and when to give up.

    ``reconnect`` is True, or the seconds that an engine may be away. Times are seconds of any clock that does not jump.
    Raises ``InvalidArgument`` or ``TypeError`` for what is no number of seconds.
    """

    def __init__(self, reconnect: Reconnect) -> None:
        self._patience = _patience(reconnect)
        self._pauses = pauses()
        self._connected_at: float | None = None
        self._lost_at = 0.0

    def connected(self, now: float) -> None:
        """State that there is a connection."""
        self._connected_at = now

    def pause(self, now: float) -> float | None:
        """Give the seconds to wait before the next try; None to give up."""
        if self._connected_at is not None:
            # A connection that breaks at once is no reason to hurry.
            if now - self._connected_at >= LONGEST_PAUSE:
                self._pauses = pauses()
            self._connected_at = None
            self._lost_at = now
        pause = next(self._pauses)
        if self._patience is not None and now + pause > self._lost_at + self._patience:
            return None
        return pause


def may_pass(error: Exception) -> bool:
    """Say whether what kept a stream from being opened again may be over soon: an engine that is away, or not up."""
    if isinstance(error, DeadlineExceeded):
        return error.limit in ("connect", "first_byte")
    return isinstance(error, ConnectionLost | EngineUnreachable)


def _patience(reconnect: object) -> float | None:
    if reconnect is True:
        return None
    if not isinstance(reconnect, int | float):
        kind = type(reconnect).__name__
        raise InvalidType(f"reconnect must be True, False or a number of seconds, not {kind}: {reconnect!r}")
    if not isfinite(reconnect) or reconnect < 0:
        raise InvalidArgument(f"reconnect must be True, False or a number of seconds from 0 on, not {reconnect!r}")
    return reconnect
