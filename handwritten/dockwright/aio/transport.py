"""HTTP over aiohttp: a request and deadlines in; a status, headers and chunks out.

Everything that aiohttp knows stays in here: its errors are translated once, with the cause kept. Deadlines are kept by
``asyncio.timeout``, one scope per step, so that the error can say which limit passed.
"""

import asyncio
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast
from weakref import WeakSet

import aiohttp
from aiohttp.http import HttpProcessingError
from yarl import URL

from ..errors import ConnectionLost, DeadlineExceeded, DockerError, MalformedStream, UnexpectedReply
from ..policy.retry import REPEATABLE
from ..settings.endpoint import Endpoint, never_reached, unreachable
from ..wire.request import Request
from .exchange import Exchange, PooledResponse
from .response import Response, drop_unsent, reason
from .uploads import Upload, payload

if TYPE_CHECKING:
    import ssl

    from aiohttp.connector import Connection

    from ..policy.timeouts import Deadlines


class _Reply(aiohttp.ClientResponse):
    """Closes at once, which aiohttp does not where the engine takes no more of what was to be sent."""

    _transport: asyncio.Transport | None = None

    async def start(self, connection: "Connection") -> aiohttp.ClientResponse:
        self._transport = connection.transport
        return await super().start(connection)

    def close(self) -> None:
        super().close()
        self.drop_unsent()

    def drop_unsent(self) -> None:
        """Break a connection off that is to be closed when something has been sent that the engine does not take."""
        drop_unsent(self._transport)


class SessionResponse(Response):
    """The reply to a request that went through aiohttp's session."""

    __slots__ = ("_failure", "_has_body", "_upload", "raw")

    def __init__(
        self,
        raw: aiohttp.ClientResponse,
        operation: str,
        deadlines: "Deadlines",
        expires: float | None,
        body: bytes | Upload | None,
    ) -> None:
        super().__init__(raw.status, raw.headers, operation, deadlines, expires)
        self.raw: aiohttp.ClientResponse = raw
        self._has_body = bool(body)
        self._upload = body if isinstance(body, Upload) else None
        self._failure: Exception | None = None
        if self._upload is not None:
            # The engine waits for the rest of a body whose source has failed, and would never end its reply.
            self._upload.on_error = self.close

    async def chunk(self) -> bytes:
        content = self.raw.content
        try:
            if self._failure is not None:
                raise self._failure
            if (data := content.read_nowait()) or content.at_eof():
                return data
            async with asyncio.timeout_at(self._until()):
                return await content.readany()
        except (aiohttp.ClientError, HttpProcessingError, OSError) as error:
            failure: Exception = error
        except RuntimeError as error:
            # aiohttp has this for a connection that is gone, but also for two readers at once.
            if self.raw.connection is not None and self.raw.connection.transport is not None:
                raise
            failure = error
        if self._failure is None and content.exception() is not None:
            # aiohttp puts the failure before what arrived earlier. Taken out, it uncovers that.
            self._failure = failure
            content.set_exception(cast("Any", None))
            if data := content.read_nowait():
                return data
        if self._upload is not None and self._upload.error is not None:
            raise self._upload.error
        raise self._translated(failure) from failure

    def close(self) -> None:
        if self.abort is not None:
            self.abort()
        if self.raw.content.is_eof():
            self.raw.release()
        else:
            self.raw.close()
        if self._has_body and isinstance(self.raw, _Reply):
            # Where the engine answered before it had everything, aiohttp closes the connection in the next round.
            self._loop.call_soon(self.raw.drop_unsent)


class Transport:
    """A pool of connections to one engine."""

    def __init__(
        self,
        endpoint: Endpoint,
        *,
        ssl_context: "ssl.SSLContext | None" = None,
        session: aiohttp.ClientSession | None = None,
        connector: aiohttp.BaseConnector | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.endpoint = endpoint
        # For each request, which also serves a session or a connector of the caller's.
        self.ssl: ssl.SSLContext | bool = True if ssl_context is None else ssl_context
        # Besides those of a request.
        self.headers: Mapping[str, str] = {} if headers is None else headers
        self._responses: WeakSet[Response] = WeakSet()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._owns_session = session is None
        if session is None:
            self._loop = asyncio.get_running_loop()
            # An engine is no web site: no proxy and no netrc from the environment, and no cookies.
            session = aiohttp.ClientSession(
                connector=connector or _connector(endpoint),
                connector_owner=connector is None,
                cookie_jar=aiohttp.DummyCookieJar(),
                timeout=aiohttp.ClientTimeout(total=None),
                response_class=_Reply,
            )
        self.session = session
        # What is given with a request replaces the caller's own, and aiohttp does not tell what these are.
        self._middlewares = (*getattr(session, "_middlewares", ()), _send_once)
        self._exchange: Exchange | None = None
        if self._owns_session and session.connector is not None:
            # A connector of the caller's may have a limit, so there nothing is kept from others.
            self._exchange = Exchange(
                session.connector, endpoint.base_url, self.ssl, self.headers, keeps=connector is None
            )

    async def open(self, request: Request, operation: str, deadlines: "Deadlines") -> Response:
        """Send a request and give the response once its headers have arrived."""
        loop = self.own_loop()
        now = loop.time()
        expires = None if deadlines.total is None else now + deadlines.total
        first_byte = None if deadlines.first_byte is None else now + deadlines.first_byte
        until = expires if first_byte is None or (expires is not None and expires < first_byte) else first_byte
        body = payload(request.body)
        response: Response
        try:
            if self._exchange is None or isinstance(body, Upload) or "Upgrade" in request.headers:
                async with asyncio.timeout_at(until):
                    raw = await self._request(request, body, deadlines)
                response = SessionResponse(raw, operation, deadlines, expires, body)
                self._responses.add(response)
            else:
                line = await self._exchange.send(request, body, until, _limit_to_connect(deadlines.connect))
                response = PooledResponse(line, operation, deadlines, expires)
                if not line.reply.ended:
                    self._responses.add(response)
            return response
        except (aiohttp.ClientError, HttpProcessingError, MalformedStream, _Interrupted, OSError) as error:
            failure = error
        if isinstance(body, Upload) and body.error is not None:
            raise body.error
        cause = _cause(failure)
        raise self._translated(cause, operation, deadlines) from cause

    def own_loop(self) -> asyncio.AbstractEventLoop:
        """Give the running loop; raises ``RuntimeError`` where the connections belong to another one."""
        loop = asyncio.get_running_loop()
        if self._loop is None:
            self._loop = loop
        if self._loop is loop:
            return loop
        ended = ", which has ended" if self._loop.is_closed() else ""
        raise RuntimeError(
            f"this client belongs to the event loop of its first call{ended}; make a Docker() in each asyncio.run(), "
            "or close() this one before it is used in another loop"
        )

    async def _request(
        self, request: Request, body: bytes | Upload | None, deadlines: "Deadlines"
    ) -> aiohttp.ClientResponse:
        """Send a request through the session."""
        if self._exchange is not None:
            self._exchange.clear()
        return await self.session.request(
            request.method,
            URL(self.endpoint.base_url + request.target, encoded=True),
            headers={**self.headers, **request.headers},
            data=body,
            timeout=_limit_to_connect(deadlines.connect),
            ssl=self.ssl,
            # A redirect would let an odd name reach another resource than the one it was meant for.
            allow_redirects=False,
            # A session of the caller's may be set up otherwise; errors are read here.
            raise_for_status=False,
            middlewares=self._middlewares,
        )

    async def close(self) -> None:
        """Close what is open, and a session of ours; a session of the caller's stays open."""
        for response in list(self._responses):
            # Who waits for more of a reply would wait for ever, for aiohttp tells nobody.
            response.close()
        if self._exchange is not None:
            self._exchange.clear()
        if self._owns_session:
            await self.session.close()

    def _translated(self, error: Exception, operation: str, deadlines: "Deadlines") -> DockerError:
        if isinstance(error, aiohttp.ConnectionTimeoutError):
            return DeadlineExceeded("connect", deadlines.connect or 0.0, operation)
        if isinstance(error, TimeoutError):
            total = deadlines.total
            if total is not None and (deadlines.first_byte is None or total <= deadlines.first_byte):
                return DeadlineExceeded("total", total, operation)
            return DeadlineExceeded("first_byte", deadlines.first_byte or 0.0, operation)
        if isinstance(error, aiohttp.ClientConnectorError) or never_reached(error):
            return unreachable(self.endpoint, error)
        if isinstance(error, aiohttp.ServerDisconnectedError):
            return ConnectionLost(f"{operation}: the engine closed the connection before it answered")
        if isinstance(error, HttpProcessingError | aiohttp.ClientResponseError | MalformedStream):
            fault = error.message.partition("\n")[0].rstrip(":")
            return UnexpectedReply(
                f"{operation}: what listens at {self.endpoint.explain()}, does not answer in proper HTTP ({fault}); "
                "is this the address of a Docker engine, and is TLS used on both sides or on none?"
            )
        return ConnectionLost(f"{operation}: the connection broke before the reply: {reason(error)}")


@lru_cache(maxsize=16)
def _limit_to_connect(seconds: float | None) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(total=None, sock_connect=seconds)


class _Interrupted(Exception):
    """Hides from aiohttp that a connection broke, which it would answer by sending the request again."""


async def _send_once(request: aiohttp.ClientRequest, handler: aiohttp.ClientHandlerType) -> aiohttp.ClientResponse:
    # Of an archive only the rest would be there to be sent again, and of two deletions the second finds nothing.
    try:
        return await handler(request)
    except (aiohttp.ClientOSError, aiohttp.ServerDisconnectedError) as error:
        if isinstance(error, aiohttp.ClientConnectorError) or request.method in REPEATABLE:
            raise
        raise _Interrupted from error


def _cause(error: Exception) -> Exception:
    """Find what happened behind the wrappers of aiohttp that would also show the headers of the request."""
    if isinstance(error, _Interrupted | aiohttp.ClientResponseError) and isinstance(error.__cause__, Exception):
        return error.__cause__
    return error


def _connector(endpoint: Endpoint) -> aiohttp.BaseConnector:
    # No limit: every follower of a log holds a connection, and the hundred-and-first must not wait for ever.
    if endpoint.scheme == "unix":
        return aiohttp.UnixConnector(endpoint.path, limit=0)
    if endpoint.scheme == "npipe":
        return aiohttp.NamedPipeConnector(endpoint.path.replace("/", "\\"), limit=0)
    if endpoint.scheme == "ssh":
        from .ssh import SSHConnector

        return SSHConnector(endpoint)
    return aiohttp.TCPConnector(limit=0)
