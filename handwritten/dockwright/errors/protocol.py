"""The bytes are not what the Engine API promises: the engine, or something before it, is not as it should be."""

from typing import Any

from .base import DockerError


class ProtocolError(DockerError):
    """The peer sent bytes that the Engine API does not allow."""

    def __init__(self, message: str) -> None:
        super().__init__(0, message)


class TruncatedStream(ProtocolError):
    """Input ended in the middle of something.

    ``expected`` and ``received`` count bytes of the unfinished part; ``expected`` is None where no length was
    announced. ``progress`` holds what was read before, where the stream was to be read as a whole.
    """

    def __init__(self, what: str, *, expected: int | None, received: int) -> None:
        announced = "" if expected is None else f" of {expected}"
        super().__init__(f"the stream ended inside {what}: {received}{announced} bytes received")
        self.what = what
        self.expected = expected
        self.received = received
        self.progress: list[Any] = []


class MalformedStream(ProtocolError):
    """A frame header, a document or an archive cannot be right."""


class UnsafeArchive(ProtocolError):
    """An archive that would write outside of its destination, make devices, or pass a limit; ``member`` names where."""

    def __init__(self, message: str, member: str = "") -> None:
        super().__init__(message)
        self.member = member


class UnexpectedReply(ProtocolError):
    """A reply that the operation cannot give, such as a web page from a server that is not an engine."""
