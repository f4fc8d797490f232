"""Send a small request and read its reply on a connection of aiohttp's pool, past aiohttp's session.

For every request a session sees to cookies, redirects, proxies, a netrc, and a writer in a task of its own, and its
parser does for every chunk of a reply what it does for a large one, while an engine sends each line of a log in a chunk
of its own. An engine needs none of that, and it takes longer than all that dockwright does. So a request with a small
body, or none, is written in one piece on a connection of the session's pool, and read there by a protocol of ours
(``line``).

What is used here beside aiohttp's documented surface is what its session uses, and has no underscore: a
``ClientRequest``, which tells where to connect to, and ``connect`` of a connector. ``tests/contract/test_canaries.py``
says what to do when one of them goes.
"""

import asyncio
import re
from typing import TYPE_CHECKING

import aiohttp
from yarl import URL

from ..errors import DockerError
from ..policy.retry import REPEATABLE
from ..policy.timeouts import AT_HAND_SECONDS
from .line import Line
from .response import Response

if TYPE_CHECKING:
    import ssl
    from collections.abc import Mapping

    from aiohttp.connector import BaseConnector

    from ..policy.timeouts import Deadlines
    from ..wire.request import Request

_BUFFER = 1 << 18
_FORBIDDEN = re.compile("[\r\n\0]")


class PooledResponse(Response):
    """The reply to a request that went past the session."""

    __slots__ = ("_line",)

    def __init__(self, line: Line, operation: str, deadlines: "Deadlines", expires: float | None) -> None:
        super().__init__(line.reply.head.status, line.reply.head.headers, operation, deadlines, expires)
        self._line: Line | None = line

    async def chunk(self) -> bytes:
        line = self._line
        if line is None:
            return b""
        if data := line.take():
            return data
        try:
            while not line.reply.ended:
                await line.news(self._until())
                if data := line.take():
                    return data
        except (aiohttp.ClientError, DockerError, OSError) as error:
            raise self._translated(error) from error
        return b""

    async def read(self) -> bytes:
        if self._line is not None and self._line.reply.ended:
            return self._line.take_all()
        return await super().read()

    def close(self) -> None:
        if self._line is None:
            return
        if self._line.give_back():
            # It is another reply's from now on.
            self._line = None
        else:
            self._line.break_off()


class Exchange:
    """Sends requests to one address, each with ``headers`` besides its own.

    A connection that was used stays at hand for a moment (``keeps``), since the next request mostly comes at once; what
    is idle then goes back to the pool, which closes it in its own time.
    """

    def __init__(
        self,
        connector: "BaseConnector",
        base_url: str,
        ssl: "ssl.SSLContext | bool",
        headers: "Mapping[str, str]",
        *,
        keeps: bool = True,
    ) -> None:
        self._connector = connector
        self._loop = asyncio.get_running_loop()
        # It is never sent.
        self._where = aiohttp.ClientRequest("GET", URL(base_url), loop=self._loop, ssl=ssl)
        said = self._where.headers
        all_say = {**{name: said[name] for name in ("Host", "Accept", "User-Agent")}, **headers}
        self._head = "".join(f"{name}: {value}\r\n" for name, value in all_say.items())
        self._keeps = keeps
        # One for all: whoever reads from a socket does it at once, and takes out what there is.
        self.buffer: memoryview = memoryview(bytearray(_BUFFER))
        self._at_hand: list[Line] = []
        self._clearing: asyncio.TimerHandle | None = None

    async def send(
        self, request: "Request", body: bytes | None, until: float | None, timeout: aiohttp.ClientTimeout
    ) -> Line:
        """Send a request and give the reply once its head has arrived.

        A connection that the engine has closed meanwhile is replaced once, if what was sent changes nothing. Raises
        aiohttp's errors, ``TimeoutError`` after ``until``, and MalformedStream for what is no HTTP.
        """
        message = self._written(request, body)
        again = request.method in REPEATABLE
        while True:
            line = self._taken()
            if line is None:
                async with asyncio.timeout_at(until):
                    line = await self._connected(timeout)
            try:
                await line.send(message, until, bodiless=request.method == "HEAD")
            except (aiohttp.ClientOSError, aiohttp.ServerDisconnectedError):
                line.break_off()
                if not again:
                    raise
                again = False
            except BaseException:
                line.break_off()
                raise
            else:
                return line

    def take_back(self, line: Line) -> None:
        """Take a connection that may carry another request."""
        if not self._keeps:
            line.leave()
            return
        self._at_hand.append(line)
        if self._clearing is None:
            self._clearing = self._loop.call_later(AT_HAND_SECONDS, self.clear)

    def clear(self) -> None:
        """Give the idle connections back to the pool."""
        if self._clearing is not None:
            self._clearing.cancel()
            self._clearing = None
        while self._at_hand:
            self._at_hand.pop().leave()

    def _taken(self) -> Line | None:
        """Take the connection that was used last."""
        while self._at_hand:
            line = self._at_hand.pop()
            if line.usable:
                return line
            line.break_off()
        return None

    async def _connected(self, timeout: aiohttp.ClientTimeout) -> Line:
        while True:
            try:
                connection = await self._connector.connect(self._where, traces=[], timeout=timeout)
            except TimeoutError as error:
                raise aiohttp.ConnectionTimeoutError("the connection was not made in time") from error
            transport, previous = connection.transport, connection.protocol
            if transport is not None and previous is not None and not transport.is_closing():
                return Line(self, connection, transport, previous)
            # The engine closed it while it was idle.
            connection.close()

    def _written(self, request: "Request", body: bytes | None) -> bytes:
        lines = [f"{request.method} {request.target} HTTP/1.1\r\n", self._head]
        for name, value in request.headers.items():
            if _FORBIDDEN.search(value):
                # Not shown: it may hold credentials.
                raise ValueError(f"the header {name} must be one line of text")
            lines.append(f"{name}: {value}\r\n")
        if body is None:
            lines.append("\r\n")
            return "".join(lines).encode()
        lines.append(f"Content-Length: {len(body)}\r\n\r\n")
        return "".join(lines).encode() + body
