"""HTTP over httpx: a request and deadlines in; a status, headers and chunks out.

Everything that httpx knows stays in here: its errors are translated once, with the cause kept.

A reply may be closed by another thread than the one that waits for its next chunk, and it may be forgotten while it is
still open. Both are why the socket is shut down first: that wakes whoever waits, and makes the engine stop. The garbage
collector must do no more than that, since it may strike while this very thread holds the pool's lock; so a forgotten
reply is put aside, and the next call closes it.
"""

from collections import deque
from collections.abc import AsyncIterable, Iterable, Iterator, Mapping
from contextlib import suppress
from socket import SHUT_RDWR
from time import monotonic
from typing import TYPE_CHECKING

import httpx

from ..errors import ConnectionLost, DeadlineExceeded, DockerError, UnexpectedReply
from ..settings.endpoint import Endpoint, never_reached, unreachable
from ..wire.request import Body, Request
from .network import Network, Pool, dialer

if TYPE_CHECKING:
    import ssl

    from ..policy.timeouts import Deadlines
    from .ssh import SSH

READ_SIZE = 1 << 17
"""Bytes read from a file at once while it is sent; memory for more comes from the system anew each time."""


class Response:
    """A reply whose body is still on its way; whoever holds it must :meth:`close` it."""

    __slots__ = (
        "_chunks",
        "_expires",
        "_finished",
        "_idle",
        "_operation",
        "_total",
        "_transport",
        "content_type",
        "headers",
        "raw",
        "status",
    )

    def __init__(
        self,
        raw: httpx.Response,
        operation: str,
        deadlines: "Deadlines",
        expires: float | None,
        transport: "Transport",
    ) -> None:
        self.raw: httpx.Response = raw
        self.status: int = raw.status_code
        self.headers: Mapping[str, str] = raw.headers
        self.content_type: str = raw.headers.get("Content-Type", "")
        self._operation = operation
        self._idle = deadlines.idle
        self._total = deadlines.total
        self._expires = expires
        self._transport = transport
        self._chunks: Iterator[bytes] = raw.iter_raw()
        self._finished = False

    def chunk(self) -> bytes:
        """Read what has arrived, waiting for at least one byte; ``b""`` at the end of the body."""
        try:
            data = next(self._chunks, b"")
        except (httpx.HTTPError, httpx.StreamError, OSError) as error:
            raise self._translated(error) from error
        if not data:
            self._finished = True
            self.check_client()
        elif self._expires is not None and monotonic() >= self._expires:
            raise DeadlineExceeded("total", self._total or 0.0, self._operation)
        return data

    def read(self) -> bytes:
        """Read the rest of the body."""
        chunks: list[bytes] = []
        while chunk := self.chunk():
            chunks.append(chunk)
        return chunks[0] if len(chunks) == 1 else b"".join(chunks)

    def close(self) -> None:
        """Give the connection back if the body was read to its end, and close it otherwise."""
        self._shut_down()
        self.raw.close()
        self._transport.release(self)

    def abandon(self) -> None:
        """Do what the garbage collector may do: stop the engine, and leave the rest to the transport's next call."""
        self._shut_down()
        self._transport.abandoned.append(self)

    def check_client(self) -> None:
        """Raise ``ConnectionLost`` where an end need not be the engine's, since the client was closed."""
        if self._transport.closed:
            raise ConnectionLost(f"{self._operation}: the client was closed before the end of the reply")

    def _shut_down(self) -> None:
        if not self._finished:
            self._finished = True
            if (connection := self.raw.extensions.get("network_stream")) is not None:
                with suppress(OSError):  # it may be closed by now
                    connection.get_extra_info("socket").shutdown(SHUT_RDWR)

    def _translated(self, error: Exception) -> DockerError:
        if isinstance(error, httpx.TimeoutException):
            if self._expires is not None and monotonic() >= self._expires:
                return DeadlineExceeded("total", self._total or 0.0, self._operation)
            return DeadlineExceeded("idle", self._idle or 0.0, self._operation)
        return ConnectionLost(f"{self._operation}: the connection broke inside the reply: {_reason(error)}")


class Transport:
    """A pool of connections to one engine; threads may share it."""

    def __init__(
        self,
        endpoint: Endpoint,
        *,
        ssl_context: "ssl.SSLContext | None" = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.endpoint = endpoint
        # As they are at each request: whoever gave them may change them.
        self._headers: Mapping[str, str] = {} if headers is None else headers
        # Every reply that is not closed yet. Kept alive here, none of it is garbage before it is closed.
        self.unfinished: set[Response] = set()
        self.abandoned: deque[Response] = deque()
        # No limit: every follower of a log holds a connection, and the hundred-and-first must not wait for ever.
        limits = httpx.Limits(max_connections=None, max_keepalive_connections=20)
        if ssl_context is None and endpoint.scheme == "https":
            ssl_context = _default_ssl_context()
        self._ssh = _over_ssh(endpoint) if endpoint.scheme == "ssh" else None
        self._network = Network(self._ssh.dial if self._ssh is not None else dialer(endpoint))
        self._pool = Pool(self._network, ssl_context, limits)
        self.closed: bool = False

    def open(self, request: Request, operation: str, deadlines: "Deadlines") -> Response:
        """Send a request and give the response once its headers have arrived."""
        self._bury()
        expires = None if deadlines.total is None else monotonic() + deadlines.total
        timeout = {
            "connect": _least(deadlines.connect, deadlines.total),
            "read": _least(deadlines.first_byte, deadlines.total),
            "write": _least(deadlines.idle, deadlines.total),
            "pool": None,
        }
        body = _content(request.body)
        message = httpx.Request(
            request.method,
            self.endpoint.base_url + request.target,
            headers={**self._headers, **request.headers},
            content=body,
            extensions={"timeout": timeout},
        )
        try:
            # Not by a client of httpx: it would log the whole address, with the arguments of a build, and follow what
            # is meant for web sites, such as cookies, redirects and proxies.
            raw = self._pool.handle_request(message)
        except (httpx.HTTPError, OSError) as error:
            failure = error
        else:
            # From here on it is the pause between chunks which counts; httpcore looks the limit up at the first one.
            timeout["read"] = _least(deadlines.idle, None if expires is None else max(expires - monotonic(), 0.001))
            response = Response(raw, operation, deadlines, expires, self)
            self.unfinished.add(response)
            return response
        if isinstance(body, _Upload) and body.error is not None:
            raise body.error
        raise self._translated(failure, operation, deadlines) from failure

    def close(self) -> None:
        """Close every connection; calls and streams of other threads that use one get ``ConnectionLost``."""
        self.closed = True
        # A socket that is only closed does not wake who waits for it.
        self._network.shut_down()
        self._bury()
        for response in list(self.unfinished):
            response.close()
        self._pool.close()
        if self._ssh is not None:
            self._ssh.close()

    def release(self, response: Response) -> None:
        """Forget a response that was closed, and keep nothing of it when this is closed."""
        self.unfinished.discard(response)
        if self.closed:
            self._pool.close()

    def _bury(self) -> None:
        while self.abandoned:
            with suppress(IndexError):  # another thread was faster
                self.abandoned.popleft().close()

    def _translated(self, error: Exception, operation: str, deadlines: "Deadlines") -> DockerError:
        if self.closed:
            return ConnectionLost(f"{operation}: the client was closed before the engine answered")
        if isinstance(error, httpx.ConnectTimeout):
            return _passed("connect", deadlines.connect, deadlines, operation)
        if isinstance(error, httpx.ReadTimeout):
            return _passed("first_byte", deadlines.first_byte, deadlines, operation)
        if isinstance(error, httpx.TimeoutException):
            return _passed("idle", deadlines.idle, deadlines, operation)
        if isinstance(error, httpx.ConnectError) or never_reached(error):
            return unreachable(self.endpoint, error)
        if isinstance(error, httpx.RemoteProtocolError):
            if "disconnected" in str(error):
                return ConnectionLost(f"{operation}: the engine closed the connection before it answered")
            return UnexpectedReply(
                f"{operation}: what listens at {self.endpoint.explain()}, does not answer in proper HTTP ({error}); "
                "is this the address of a Docker engine, and is TLS used on both sides or on none?"
            )
        return ConnectionLost(f"{operation}: the connection broke before the reply: {_reason(error)}")


class _Upload:
    """A body that is made while it is sent.

    The error of its source is remembered, to tell it from one of the connection: both may be an ``OSError``.
    """

    def __init__(self, source: Iterable[bytes]) -> None:
        self._source = source
        self.error: Exception | None = None

    def __iter__(self) -> Iterator[bytes]:
        try:
            for chunk in _blocks(self._source):
                yield _checked(chunk)
        except Exception as error:
            self.error = error
            raise


def _blocks(source: Iterable[bytes]) -> Iterable[bytes]:
    """Read a file in blocks; iterating over it would give lines."""
    read = getattr(source, "read", None)
    return source if read is None else iter(lambda: read(READ_SIZE), b"")


def _checked(chunk: bytes) -> bytes:
    if isinstance(chunk, bytes | bytearray | memoryview):
        return chunk
    raise TypeError(f"a body must be made of bytes; its source gives {type(chunk).__name__}")


def _passed(limit: str, seconds: float | None, deadlines: "Deadlines", operation: str) -> DeadlineExceeded:
    total = deadlines.total
    if total is not None and (seconds is None or total <= seconds):
        return DeadlineExceeded("total", total, operation)
    return DeadlineExceeded(limit, seconds or 0.0, operation)


def _least(*limits: float | None) -> float | None:
    return min((limit for limit in limits if limit is not None), default=None)


def _content(body: Body) -> bytes | _Upload | None:
    if body is None or isinstance(body, bytes):
        return body
    if isinstance(body, AsyncIterable):
        raise TypeError(
            "a body must be bytes, a file, or an iterable of bytes; an asynchronous one needs dockwright.aio"
        )
    return _Upload(body)


def _over_ssh(endpoint: Endpoint) -> "SSH":
    from .ssh import SSH

    return SSH(endpoint)


def _default_ssl_context() -> "ssl.SSLContext":
    import ssl

    return ssl.create_default_context()


def _reason(error: BaseException) -> str:
    return str(error) or type(error).__name__
