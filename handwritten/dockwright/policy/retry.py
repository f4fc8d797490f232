"""When to ask again.

Pure: it says how long to wait and what may be repeated; the faces wait and repeat.
"""

from collections.abc import Iterator

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
