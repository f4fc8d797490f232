"""A connection that left HTTP: bytes in both directions, each with an end of its own.

httpx hands over the connection of a 101 reply by its documented ``network_stream`` extension, with the bytes that
arrived together with the 101 still in it.
"""

import socket
from time import monotonic
from typing import TYPE_CHECKING, Any

import httpx

from ..errors import ConnectionLost, DeadlineExceeded, DockerError, UnexpectedReply
from ..wire.output import switches

if TYPE_CHECKING:
    from .transport import Response

READ_SIZE = 1 << 16
"""Bytes taken from the connection at once."""


class Connection:
    """Both directions of an upgraded connection."""

    def __init__(self, stream: Any, response: "Response", operation: str) -> None:
        self._stream = stream
        self._response = response
        self._operation = operation
        self._closed = False
        self.content_type: str = response.content_type
        self.limit: tuple[float, float] | None = None
        """The seconds that the whole may take, and when they are over.

        It counts for both directions: they share a socket, which is in one mode only, with limits or without.
        """

    def read(self) -> bytes:
        """Read what has arrived, waiting for at least one byte; ``b""`` at the engine's end, or once closed."""
        try:
            data = b"" if self._closed else self._read()
        except Exception as error:
            # Another thread may have closed it meanwhile; that is an end, and no loss.
            if self._closed:
                return b""
            if isinstance(error, DockerError):
                raise
            self._response.check_client()
            if self.limit is not None and monotonic() >= self.limit[1]:
                raise DeadlineExceeded("total", self.limit[0], self._operation) from error
            raise self._lost(error) from error
        if not data and not self._closed:
            self._response.check_client()
        return data

    def write(self, data: bytes) -> None:
        """Send bytes, waiting while the engine takes no more."""
        self._check_open()
        try:
            self._stream.write(data, timeout=self._left())
        except Exception as error:
            raise self._lost(error) from error

    @property
    def can_write_eof(self) -> bool:
        """Whether our direction can be ended alone."""
        return self._stream.get_extra_info("ssl_object") is None

    def write_eof(self) -> None:
        """End our direction; output goes on. Over TLS, which has no such end, this raises ``ConnectionLost``."""
        self._check_open()
        if not self.can_write_eof:
            raise ConnectionLost(f"{self._operation}: this connection (TLS) cannot end one direction alone; close it")
        try:
            self._stream.get_extra_info("socket").shutdown(socket.SHUT_WR)
        except OSError as error:
            raise self._lost(error) from error

    def fileno(self) -> int:
        """Give the number of the socket."""
        self._check_open()
        number: int = self._stream.get_extra_info("socket").fileno()
        return number

    def close(self) -> None:
        """Close both directions at once; harmless when done before."""
        if not self._closed:
            self._closed = True
            self._response.close()

    def abandon(self) -> None:
        """Do what the garbage collector may do to close it."""
        if not self._closed:
            self._closed = True
            self._response.abandon()

    def _read(self) -> bytes:
        if self._response.status != 101:
            return self._response.chunk()  # output is the body of the reply
        data: bytes = self._stream.read(READ_SIZE, timeout=self._left())
        return data

    def _left(self) -> float | None:
        return None if self.limit is None else max(self.limit[1] - monotonic(), 0.001)

    def _check_open(self) -> None:
        if self._closed:
            raise ConnectionLost(f"{self._operation}: the connection is closed")

    def _lost(self, error: Exception) -> ConnectionLost:
        return ConnectionLost(f"{self._operation}: the connection broke: {str(error) or type(error).__name__}")


def take_over(response: "Response", operation: str) -> Connection:
    """Take the connection of a reply out of httpx's hands, where the engine switched protocols with it."""
    if not switches(response.status, response.headers):
        response.close()
        raise UnexpectedReply(f"{operation}: the engine did not switch protocols; it answered {response.status}")
    raw: httpx.Response = response.raw
    return Connection(raw.extensions["network_stream"], response, operation)
