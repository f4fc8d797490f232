"""What goes wrong on this side: a subscriber was too slow, a file did not hold still."""

from .base import DockerError


class SubscriberLagged(DockerError):
    """A subscriber of a channel did not read in time; ``missed`` is how many items it does not get."""

    def __init__(self, missed: int) -> None:
        super().__init__(0, f"{missed} items were not read in time and are missing here; what follows is complete")
        self.missed = missed


class FileChanged(DockerError, OSError):
    """A local file became shorter or longer while it was being packed; ``path`` names it.

    So does content that comes in chunks and is not as long as was said, which ``path`` names as it is in the archive.
    What was sent until then is no archive. Pack again when nothing writes to the file, or pack a copy.
    """

    def __init__(self, path: str, *, expected: int, received: int | None) -> None:
        change = "is longer now" if received is None else f"ended after {received}"
        super().__init__(0, f"{path} changed while it was being packed: it had {expected} bytes and {change}")
        self.path = path
        self.expected = expected
        self.received = received
