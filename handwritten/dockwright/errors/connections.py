"""The engine cannot be reached, or not any more: look after it, and try again."""

from typing import Any

from .base import DockerError


class EngineUnreachable(DockerError, ConnectionError):
    """No connection to the engine could be made."""

    def __init__(self, message: str) -> None:
        super().__init__(900, message)

    def __str__(self) -> str:
        return self.message


class ConnectionLost(DockerError, ConnectionError):
    """The connection to the engine broke while it was in use.

    ``progress`` holds what was read of a stream before, where it was to be read as a whole.
    """

    def __init__(self, message: str, *, progress: Any = ()) -> None:
        super().__init__(0, message)
        self.progress: list[Any] = list(progress)
