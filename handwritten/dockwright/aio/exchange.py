"""Send a small request and read its reply on a connection of aiohttp's pool, past aiohttp's session.

For every request a session sees to cookies, redirects, proxies, a netrc, and a writer in a task of its own. An engine
needs none of that, and it takes longer than all that dockwright does. So a request with a small body, or none, takes a
connection of the session's pool, is written in one piece, and its reply is read by aiohttp's parser.

What is used here beside aiohttp's documented surface is what its session uses, and has no underscore: a
``ClientRequest``, which tells where to connect to, ``connect`` of a connector, ``protocol`` of a connection,
``set_response_params`` and ``read`` of a protocol.
"""

import asyncio
from typing import TYPE_CHECKING

import aiohttp
from yarl import URL

from ..policy.retry import REPEATABLE
from .joining import before_reply

if TYPE_CHECKING:
    import ssl

    from aiohttp.connector import BaseConnector, Connection
    from aiohttp.http import RawResponseMessage
    from aiohttp.streams import StreamReader
    from multidict import CIMultiDictProxy

    from ..wire.request import Request

_FORBIDDEN = ("\r", "\n", "\0")


class PooledReply:
    """What of ``aiohttp.ClientResponse`` is needed of a reply whose body is still on its way."""

    __slots__ = ("_transport", "connection", "content", "headers", "status")

    def __init__(self, connection: "Connection", message: "RawResponseMessage", content: "StreamReader") -> None:
        self.connection: Connection | None = connection
        self._transport: asyncio.Transport | None = connection.transport
        self.status: int = message.code
        self.headers: CIMultiDictProxy[str] = message.headers
        self.content: StreamReader = content

    def release(self) -> None:
        """Give the connection back to the pool."""
        connection, self.connection = self.connection, None
        if connection is not None:
            connection.release()

    def close(self) -> None:
        """Close the connection."""
        connection, self.connection = self.connection, None
        if connection is not None:
            connection.close()
            if not self.content.is_eof() and self.content.exception() is None:
                # Who waits for more would wait for ever.
                self.content.set_exception(aiohttp.ClientConnectionError("the connection was closed"))
        self.drop_unsent()

    def drop_unsent(self) -> None:
        """Break the connection off if it is to be closed and the engine does not take what was sent on it."""
        drop_unsent(self._transport)


def drop_unsent(transport: "asyncio.Transport | None") -> None:
    """Break a connection off that is to be closed when something has been sent that the engine does not take."""
    if transport is not None and transport.is_closing():
        try:
            unsent = transport.get_write_buffer_size()
        except AttributeError:
            # asyncio's transport for TLS has no buffer to ask for once it was closed twice.
            return
        if unsent:
            transport.abort()


class Exchange:
    """Sends requests to one address."""

    def __init__(self, connector: "BaseConnector", base_url: str, ssl: "ssl.SSLContext | bool") -> None:
        self._connector = connector
        # It is never sent.
        self._where = aiohttp.ClientRequest("GET", URL(base_url), loop=asyncio.get_running_loop(), ssl=ssl)
        said = self._where.headers
        self._head = "".join(f"{name}: {said[name]}\r\n" for name in ("Host", "Accept", "User-Agent"))

    async def send(self, request: "Request", body: bytes | None, timeout: aiohttp.ClientTimeout) -> PooledReply:
        """Send a request and give the reply once its head has arrived; raises aiohttp's errors.

        A connection that the engine has closed meanwhile is replaced once, if nothing was sent on it, or what was sent
        changes nothing.
        """
        message = self._written(request, body)
        head_only = request.method == "HEAD"
        again = True
        while True:
            connection = await self._connect(timeout)
            sent = False
            try:
                transport, protocol = connection.transport, connection.protocol
                if transport is None or protocol is None or transport.is_closing():
                    raise aiohttp.ServerDisconnectedError
                protocol.set_response_params(skip_payload=head_only, read_until_eof=True)
                before_reply(transport)
                sent = True
                transport.write(message)
                while True:
                    head, content = await protocol.read()
                    if not 100 <= head.code < 200 or head.code == 101:
                        return PooledReply(connection, head, content)
            except (aiohttp.ClientOSError, aiohttp.ServerDisconnectedError):
                connection.close()
                if not again or (sent and request.method not in REPEATABLE):
                    raise
                again = False
            except BaseException:
                connection.close()
                raise

    async def _connect(self, timeout: aiohttp.ClientTimeout) -> "Connection":
        try:
            return await self._connector.connect(self._where, traces=[], timeout=timeout)
        except TimeoutError as error:
            raise aiohttp.ConnectionTimeoutError("the connection was not made in time") from error

    def _written(self, request: "Request", body: bytes | None) -> bytes:
        lines = [f"{request.method} {request.target} HTTP/1.1\r\n", self._head]
        for name, value in request.headers.items():
            if any(character in value for character in _FORBIDDEN):
                # Not shown: it may hold credentials.
                raise ValueError(f"the header {name} must be one line of text")
            lines.append(f"{name}: {value}\r\n")
        if body is None:
            lines.append("\r\n")
            return "".join(lines).encode()
        lines.append(f"Content-Length: {len(body)}\r\n\r\n")
        return "".join(lines).encode() + body
