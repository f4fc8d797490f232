"""Changes of what the engine takes only whole, and only with the version that the change is based on.

Others change a swarm too, its own managers first of all: they note in a service how an update of it goes. So what is
changed is read, changed and sent, and once more from the start if it was not the newest any more.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from dockwright_api.operation import Operation

from ..errors import ServerError
from . import Flow, fetch

Shape = TypeVar("Shape")
Result = TypeVar("Result")

ATTEMPTS = 5


def rewrite(read: Operation[Any, Shape], write: Callable[[Shape], Flow[Result]]) -> Flow[Result]:
    """Read something, and write what ``write`` makes of it, again if it changed in between.

    That it did is known from its version, for engines tell it in no other way than in words. A change that the engine
    refused was not made, so that making it again does no harm; one whose answer was lost is not made again.
    """
    found: Any = yield from fetch(read)
    for _ in range(ATTEMPTS - 1):
        try:
            return (yield from write(found))
        except ServerError:
            newer: Any = yield from fetch(read)
            if newer["Version"] == found["Version"]:
                raise
            found = newer
    return (yield from write(found))
