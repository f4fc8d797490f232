"""A reply whose body is still on its way, whichever way its request went."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from ..errors import ConnectionLost, DeadlineExceeded, DockerError

if TYPE_CHECKING:
    from ..policy.timeouts import Deadlines


class Response(ABC):
    """A status, headers, and a body that is read as it arrives; whoever holds it must :meth:`close` it."""

    __slots__ = (
        "__weakref__",
        "_deadlines",
        "_expires",
        "_loop",
        "_operation",
        "abort",
        "content_type",
        "headers",
        "status",
    )

    def __init__(
        self, status: int, headers: Mapping[str, str], operation: str, deadlines: "Deadlines", expires: float | None
    ) -> None:
        self.status: int = status
        self.headers: Mapping[str, str] = headers
        self.content_type: str = headers.get("Content-Type", "")
        self._operation = operation
        self._deadlines = deadlines
        self._expires = expires
        self._loop = asyncio.get_running_loop()
        self.abort: Callable[[], None] | None = None
        """Breaks the connection off for whoever took it over."""

    @abstractmethod
    async def chunk(self) -> bytes:
        """Read what has arrived, waiting for at least one byte; ``b""`` at the end of the body."""

    @abstractmethod
    def close(self) -> None:
        """Give the connection back if the body was read to its end, and close it otherwise."""

    async def read(self) -> bytes:
        """Read the rest of the body."""
        chunks: list[bytes] = []
        while chunk := await self.chunk():
            chunks.append(chunk)
        return chunks[0] if len(chunks) == 1 else b"".join(chunks)

    def _until(self) -> float | None:
        """Give the time on the loop's clock at which the next piece of the body must be here."""
        if self._deadlines.idle is None:
            return self._expires
        idle = self._loop.time() + self._deadlines.idle
        return idle if self._expires is None else min(idle, self._expires)

    def _translated(self, error: Exception) -> DockerError:
        if isinstance(error, TimeoutError):
            if self._expires is not None and self._loop.time() >= self._expires:
                return DeadlineExceeded("total", self._deadlines.total or 0.0, self._operation)
            return DeadlineExceeded("idle", self._deadlines.idle or 0.0, self._operation)
        return ConnectionLost(f"{self._operation}: the connection broke inside the reply: {reason(error)}")


def reason(error: BaseException) -> str:
    """Say why a connection broke."""
    return str(error) or type(error).__name__


def drop_unsent(transport: asyncio.Transport | None) -> None:
    """Break a connection off that is to be closed when something has been sent that the engine does not take."""
    if transport is not None and transport.is_closing() and unsent(transport):
        transport.abort()


def unsent(transport: asyncio.Transport) -> int:
    """Count the bytes that the engine has not taken yet."""
    try:
        return transport.get_write_buffer_size()
    except AttributeError:
        # asyncio's transport for TLS has no buffer to ask for once it was closed twice.
        return 0
