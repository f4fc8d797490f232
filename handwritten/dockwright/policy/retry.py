"""When to ask again.

Pure: it says how long to wait and what may be repeated; the faces wait and repeat.
"""

from collections.abc import Iterator

FIRST_PAUSE = 0.01
LONGEST_PAUSE = 0.5


def pauses() -> Iterator[float]:
    """Give the seconds to wait before each further question about something that will happen soon; it never ends."""
    pause = FIRST_PAUSE
    while True:
        yield pause
        pause = min(pause * 2, LONGEST_PAUSE)
