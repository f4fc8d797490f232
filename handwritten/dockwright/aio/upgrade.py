"""A connection that left HTTP: bytes in both directions, each with an end of its own.

The only file that reaches for what aiohttp keeps beside its documented surface: ``ClientResponse.connection``, its
``protocol`` (``set_parser`` hands over the bytes that arrived together with the 101, ``exception`` tells how the
connection ended before that) and its ``transport``. From there on the connection is a plain asyncio transport with a
protocol of ours. ``tests/contract/test_canaries.py`` says what to do when one of them goes.

asyncio's own streams would lose what arrived before a connection broke, and return from writing while up to 64 KiB are
still theirs; here what arrived is read first, and what was written has left.
"""

import asyncio
from collections import deque
from typing import TYPE_CHECKING, Any, cast

from yarl import URL

from ..errors import ConnectionLost, DeadlineExceeded, UnexpectedReply, api_error
from ..settings.endpoint import tls_fault, unreachable
from ..wire.output import switches

if TYPE_CHECKING:
    import aiohttp

    from ..policy.timeouts import Deadlines
    from ..wire.request import Request
    from .response import Response
    from .transport import SessionResponse, Transport

READ_AHEAD = 1 << 17
"""Bytes that may wait to be read before the engine is kept from sending more."""


class Connection:
    """Both directions of an upgraded connection."""

    def __init__(self, pipe: "_Pipe", response: "SessionResponse", operation: str) -> None:
        self._pipe = pipe
        self._response = response
        self._operation = operation
        self.content_type: str = response.content_type

    async def read(self) -> bytes:
        """Read what has arrived, waiting for at least one byte; ``b""`` once the engine sent its end."""
        try:
            return await self._pipe.read()
        except OSError as error:
            raise self._lost(error) from error

    async def write(self, data: bytes) -> None:
        """Send bytes, waiting until the engine's side has taken them."""
        try:
            await self._pipe.write(data)
        except OSError as error:
            raise self._lost(error) from error

    async def write_eof(self) -> None:
        """End our direction; output goes on. Over TLS, which has no such end, this raises ``ConnectionLost``."""
        try:
            await self._pipe.write_eof()
        except OSError as error:
            raise self._lost(error) from error

    @property
    def can_write_eof(self) -> bool:
        """Whether our direction can be ended alone."""
        return self._pipe.can_write_eof

    def close(self) -> None:
        """Close both directions at once; harmless when done before."""
        self._pipe.close()
        self._response.raw.close()

    def _lost(self, error: OSError) -> ConnectionLost:
        return ConnectionLost(f"{self._operation}: the connection broke: {error}")


class _Pipe(asyncio.Protocol):
    """The bytes of a connection, in both directions.

    ``feed_data`` and ``feed_eof`` are what aiohttp asks of a parser of web socket frames, in whose place this stands
    while it takes over.
    """

    def __init__(self, previous: Any) -> None:
        self._previous = previous
        self._transport: asyncio.Transport | None = None
        self._arrived: deque[bytes] = deque()
        self._waiting = 0
        """Bytes in ``_arrived``."""
        self._ended = False
        self._broken: OSError | None = None
        self._readable = asyncio.Event()
        self._writable = asyncio.Event()
        self._writable.set()
        self.can_write_eof: bool = True
        self._tells_ends = True
        """Whether an end that came before this took over can be seen; asyncio's TLS hides it."""

    def take(self, transport: asyncio.Transport | None) -> None:
        """Go on with a transport; None where the connection is over already."""
        error = None if self._previous is None else self._previous.exception()
        if transport is None:
            self._end(error if isinstance(error, OSError) else None)
            return
        self._transport = transport
        self.can_write_eof = transport.can_write_eof()
        self._tells_ends = transport.get_extra_info("ssl_object") is None
        # The end of a short output may have been told to aiohttp's protocol already, which closes then.
        self._ended = self._ended or transport.is_closing()
        # Writing waits until nothing is left here, so that closing loses nothing that was written.
        transport.set_write_buffer_limits(high=0)
        transport.set_protocol(self)
        transport.resume_reading()

    async def read(self) -> bytes:
        while not self._arrived:
            if self._broken is not None:
                raise self._broken
            if self._ended:
                return b""
            self._readable.clear()
            await self._readable.wait()
        data = b"".join(self._arrived) if len(self._arrived) > 1 else self._arrived[0]
        self._arrived.clear()
        if self._waiting > READ_AHEAD and self._transport is not None:
            self._transport.resume_reading()
        self._waiting = 0
        return data

    async def write(self, data: bytes) -> None:
        self._open_transport().write(data)
        await self._writable.wait()
        self._open_transport()

    async def write_eof(self) -> None:
        transport = self._open_transport()
        if not transport.can_write_eof():
            raise BrokenPipeError("over TLS one direction cannot be ended alone; close both")
        await self._writable.wait()
        self._open_transport().write_eof()

    def close(self) -> None:
        transport, self._transport = self._transport, None
        if transport is not None:
            # What is left to be sent is of a write that was given up.
            (transport.abort if transport.get_write_buffer_size() else transport.close)()
        self._end(None)

    def abort(self) -> None:
        """Close from elsewhere: for who reads and writes here, the connection broke."""
        self._end(ConnectionAbortedError("the client was closed"))
        self.close()

    def _open_transport(self) -> asyncio.Transport:
        if self._broken is not None:
            raise self._broken
        if self._transport is None or self._transport.is_closing():
            raise BrokenPipeError("it is closed")
        return self._transport

    def _end(self, error: OSError | None) -> None:
        self._ended = True
        self._broken = self._broken or error
        self._readable.set()
        self._writable.set()

    def feed_data(self, data: bytes) -> tuple[bool, bytes]:
        if data:
            self.data_received(data)
        return False, b""

    def feed_eof(self) -> None:
        self.eof_received()

    def data_received(self, data: bytes) -> None:
        self._arrived.append(data)
        self._waiting += len(data)
        self._readable.set()
        if self._waiting > READ_AHEAD and self._transport is not None:
            self._transport.pause_reading()

    def eof_received(self) -> bool:
        # Of ssh, which ends in one way for every reason, the connector has learnt whether it failed.
        self._broken = self._broken or getattr(self._previous, "failure", None)
        self._ended = True
        self._readable.set()
        # The other direction stays open; TLS closes it by itself.
        return self._transport is not None and self._transport.can_write_eof()

    def connection_lost(self, exc: Exception | None) -> None:
        transport, self._transport = self._transport, None
        if exc is not None and not isinstance(exc, OSError):
            exc = OSError(str(exc))
        if transport is None:
            # Closed by whoever reads: no fault, whatever was on its way.
            exc = None
        elif exc is None and not self._ended and self._tells_ends:
            exc = ConnectionAbortedError("the client was closed")
        self._end(exc)
        # aiohttp's pool waits for this when it closes.
        self._previous.connection_lost(exc)

    def pause_writing(self) -> None:
        self._writable.clear()

    def resume_writing(self) -> None:
        self._writable.set()


def take_over(response: "Response", operation: str) -> Connection:
    """Take the connection of a reply out of aiohttp's hands, where the engine switched protocols with it."""
    response = cast("SessionResponse", response)  # what asks for an upgrade goes through the session
    if not switches(response.status, response.headers):
        response.close()
        raise UnexpectedReply(f"{operation}: the engine did not switch protocols; it answered {response.status}")
    raw = response.raw
    connection = raw.connection
    protocol: Any = connection.protocol if connection is not None else None
    if response.status == 101 and protocol is None:
        raise ConnectionLost(f"{operation}: the engine closed the connection right after its answer")
    pipe = _Pipe(protocol)
    if response.status == 101:
        protocol.set_parser(pipe, None)
    else:
        # What arrived with the answer counts as its body, and perhaps that is all there is.
        pipe.feed_data(raw.content.read_nowait())
    pipe.take(None if connection is None else connection.transport)
    response.abort = pipe.abort
    return Connection(pipe, response, operation)


async def websocket(
    transport: "Transport", request: "Request", operation: str, deadlines: "Deadlines"
) -> "aiohttp.ClientWebSocketResponse":
    """Connect over a web socket; an error status raises."""
    import aiohttp

    transport.own_loop()
    limits = [(getattr(deadlines, name), name) for name in ("connect", "first_byte", "total")]
    seconds, limit = min(((each, name) for each, name in limits if each is not None), default=(None, ""))
    scope = asyncio.timeout(seconds)
    try:
        async with scope:
            return await transport.session.ws_connect(
                URL(transport.endpoint.base_url + request.target, encoded=True),
                # What engines ask for.
                protocols=("chat",),
                origin="http://localhost",
                headers=transport.headers,
                ssl=transport.ssl,
            )
    except aiohttp.WSServerHandshakeError as error:
        raise api_error(error.status, f"the engine refused the web socket: {error.message}", operation) from error
    except (aiohttp.ClientError, OSError) as error:
        if seconds is not None and isinstance(error, TimeoutError) and scope.expired():
            raise DeadlineExceeded(limit, seconds, operation) from error
        if isinstance(error, aiohttp.ClientConnectorError) or tls_fault(error) is not None:
            raise unreachable(transport.endpoint, error) from error
        raise ConnectionLost(f"{operation}: the connection broke before the web socket was open: {error}") from error
