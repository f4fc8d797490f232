"""Connections for httpx: the sockets are ours, and what arrives is prepared for whoever reads HTTP.

httpx keeps its requests and errors, httpcore the protocol; around them, by the interfaces that both offer
for it, comes this. Three things are gained:

* A socket that fails to connect is closed at once, and every open one is known, so that closing the client wakes
  whoever waits.
* The chunks of a reply are joined. An engine sends every line of a log in a chunk of its own, and h11 takes some 5 µs
  for each. ``wire.chunked`` takes them apart in a twentieth of that, and h11 gets one chunk of all that arrived
  together.
* Whatever gives a connected socket is a way to reach an engine: see :func:`dialer`.

To join chunks from the first one on, the head of a reply is given alone, whatever arrived with it, and the body only
when the head has been read and tells how the body is sent.
"""

import socket
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from select import POLLIN, poll
from threading import Lock
from typing import TYPE_CHECKING, Any, cast
from weakref import WeakSet

import httpcore
import httpx

from ..errors import MalformedStream
from ..settings.endpoint import Endpoint
from ..wire.chunked import LAST_CHUNK, ChunkedBody, one_chunk

if TYPE_CHECKING:
    import ssl

_HEAD_END = b"\r\n\r\n"
_AROUND_CHUNK = 32
"""More bytes than the size, the ends and the last chunk that are written around joined data."""

Dial = Callable[[float | None], socket.socket]
"""Connects to the engine within so many seconds."""


def dialer(endpoint: Endpoint) -> Dial:
    """Give what makes a connection to an engine: one function for each kind of address."""
    if endpoint.scheme == "unix":
        return lambda seconds: _dial_unix(endpoint.path, seconds)
    return lambda seconds: _dial_tcp(endpoint.host, endpoint.port, seconds)


def _dial_unix(path: str, seconds: float | None) -> socket.socket:
    connected = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        connected.settimeout(seconds)
        connected.connect(path)
    except BaseException:
        connected.close()
        raise
    return connected


def _dial_tcp(host: str, port: int, seconds: float | None) -> socket.socket:
    connected = socket.create_connection((host, port), seconds)
    connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return connected


class Connection(httpcore.NetworkStream):
    """One connection, as httpcore wants it."""

    def __init__(self, connected: socket.socket, network: "Network") -> None:
        self._socket = connected
        self._network = network
        self._limit: float | None = connected.gettimeout()
        self._held = b""  # arrived, and not given yet
        self._tail: bytes | None = None  # the last bytes of the head that is being read; None for no head
        self._before_body = False
        self._chunked: ChunkedBody | None = None
        self._upgraded = False

    def join_chunks(self) -> None:
        """Join the chunks of the reply of which the head was read, and nothing more."""
        if self._before_body:
            self._chunked = ChunkedBody()

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        if self._chunked is not None:
            return self._read_joined(self._chunked, max_bytes, timeout)
        self._before_body = False
        data = self._receive(max_bytes, timeout)
        return data if self._tail is None else self._up_to_body(data, self._tail)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        if not self._upgraded:
            self._tail, self._chunked = b"", None
        try:
            self._wait_at_most(timeout)
            unsent = memoryview(buffer)
            while unsent:
                unsent = unsent[self._socket.send(unsent) :]
        except TimeoutError as error:
            raise httpcore.WriteTimeout(error) from error
        except OSError as error:
            raise httpcore.WriteError(error) from error

    def close(self) -> None:
        self._socket.close()

    def shut_down(self) -> None:
        """Wake whoever waits for this connection; the engine learns that nobody listens any more."""
        with suppress(OSError):  # it may be closed by now
            self._socket.shutdown(socket.SHUT_RDWR)

    def start_tls(
        self, ssl_context: "ssl.SSLContext", server_hostname: str | None = None, timeout: float | None = None
    ) -> "Connection":
        with _connecting():
            try:
                self._wait_at_most(timeout)
                secured = ssl_context.wrap_socket(self._socket, server_hostname=server_hostname)
            except BaseException:
                self.close()
                raise
        return self._network.opened(secured)

    def get_extra_info(self, info: str) -> Any:
        match info:
            case "socket":
                return self._socket
            case "ssl_object":
                # It is asked for what was negotiated, which a socket with TLS can tell.
                return self._socket if hasattr(self._socket, "selected_alpn_protocol") else None
            case "is_readable":
                # Asked while no reply is due: whatever is there, the end included, makes the connection useless.
                return bool(self._held) or _readable(self._socket)
            case _:
                return None

    def _receive(self, max_bytes: int, timeout: float | None) -> bytes:
        if self._held:
            data, self._held = self._held[:max_bytes], self._held[max_bytes:]
            return data
        try:
            self._wait_at_most(timeout)
            return self._socket.recv(max_bytes)
        except TimeoutError as error:
            raise httpcore.ReadTimeout(error) from error
        except OSError as error:
            raise httpcore.ReadError(error) from error

    def _wait_at_most(self, seconds: float | None) -> None:
        # Setting it is a call of the system, and it seldom changes.
        if seconds != self._limit:
            self._socket.settimeout(seconds)
            self._limit = seconds

    def _up_to_body(self, data: bytes, tail: bytes) -> bytes:
        """Hold back what follows the end of the head."""
        if not tail and data[9:12] == b"101":
            self._upgraded = True
            self._tail = None
            return data
        seen = tail + data
        end = seen.find(_HEAD_END)
        if end < 0:
            self._tail = seen[1 - len(_HEAD_END) :]
            return data
        end += len(_HEAD_END) - len(tail)
        self._held = data[end:] + self._held
        self._tail = None
        self._before_body = True
        return data[:end]

    def _read_joined(self, body: ChunkedBody, max_bytes: int, timeout: float | None) -> bytes:
        """Read until there is something to give, as a chunk of all the data that arrived together."""
        try:
            body.feed(b"")  # raises what was wrong after the data that was given before
            while not body.ended:
                data = self._receive(max_bytes - _AROUND_CHUNK, timeout)
                if not data:
                    return data  # an end that comes too early, which h11 knows
                parts = body.feed(data)
                if body.ended:
                    return one_chunk(parts) + LAST_CHUNK
                if parts:
                    return one_chunk(parts)
        except MalformedStream as error:
            raise httpcore.RemoteProtocolError(error.message) from error
        finally:
            if body.ended:
                self._held, body.rest = body.rest, b""
        return LAST_CHUNK


class Network(httpcore.NetworkBackend):
    """Connects to one engine, whatever host an address names, and knows every connection that is open."""

    def __init__(self, dial: Dial) -> None:
        self._dial = dial
        self._open: WeakSet[Connection] = WeakSet()
        self._opening = Lock()
        self._closed = False

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: "Iterable[httpcore.SOCKET_OPTION] | None" = None,
    ) -> Connection:
        with _connecting():
            return self.opened(self._dial(timeout))

    def opened(self, connected: socket.socket) -> Connection:
        """Take charge of a connected socket."""
        connection = Connection(connected, self)
        with self._opening:
            self._open.add(connection)
            closed = self._closed
        if closed:
            connection.shut_down()
        return connection

    def shut_down(self) -> None:
        """Shut every connection down, and each that is opened from now on."""
        with self._opening:
            self._closed = True
            connections = list(self._open)
        for connection in connections:
            connection.shut_down()


class Pool(httpx.BaseTransport):
    """A connection for each request that is under way, used again for later ones; threads may share it.

    httpcore has a pool too; it looks at every connection at the start and at the end of every request, which with some
    hundred followers of logs is most of what a request costs.
    """

    def __init__(self, network: Network, ssl_context: "ssl.SSLContext | None", limits: httpx.Limits) -> None:
        self._network = network
        self._ssl_context = ssl_context
        self._expiry = limits.keepalive_expiry
        self._idle: deque[httpcore.HTTPConnection] = deque()
        self._most_idle = limits.max_keepalive_connections or 0
        self._open: set[httpcore.HTTPConnection] = set()
        self._closed = False

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        message = httpcore.Request(
            request.method,
            url,
            headers=request.headers.raw,
            content=cast("httpx.SyncByteStream", request.stream),
            extensions=request.extensions,
        )
        connection = self._take(url.origin)
        try:
            with _errors_of_httpx():
                reply: Any = connection.handle_request(message)
        except BaseException:
            self._drop(connection)
            raise
        body = _Body(reply.stream, lambda: self._give_back(connection))
        response = httpx.Response(reply.status, headers=reply.headers, stream=body, extensions=reply.extensions)
        stream = reply.extensions.get("network_stream")
        if isinstance(stream, Connection) and response.headers.get("Transfer-Encoding", "").lower() == "chunked":
            stream.join_chunks()
        return response

    def close(self) -> None:
        self._closed = True
        for connection in list(self._open):
            self._drop(connection)

    def _take(self, origin: httpcore.Origin) -> httpcore.HTTPConnection:
        with suppress(IndexError):  # there is none, or another thread was faster
            while True:
                connection = self._idle.pop()
                if not connection.has_expired():
                    return connection
                self._drop(connection)
        connection = httpcore.HTTPConnection(
            origin, ssl_context=self._ssl_context, keepalive_expiry=self._expiry, network_backend=self._network
        )
        self._open.add(connection)
        return connection

    def _give_back(self, connection: httpcore.HTTPConnection) -> None:
        if self._closed or not connection.is_idle():
            self._drop(connection)
            return
        self._idle.append(connection)
        if len(self._idle) > self._most_idle:
            with suppress(IndexError):
                self._drop(self._idle.popleft())

    def _drop(self, connection: httpcore.HTTPConnection) -> None:
        self._open.discard(connection)
        connection.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, stream: Any, done: Callable[[], None]) -> None:
        self._stream = stream
        self._done: Callable[[], None] | None = done

    def __iter__(self) -> Iterator[bytes]:
        with _errors_of_httpx():
            yield from self._stream

    def close(self) -> None:
        done, self._done = self._done, None
        if done is not None:
            self._stream.close()
            done()


@contextmanager
def _errors_of_httpx() -> Generator[None]:
    """Raise what httpx has for an error of httpcore: it has them all, by the same names."""
    try:
        yield
    except _ERRORS as error:
        raise getattr(httpx, type(error).__name__)(str(error)) from error


@contextmanager
def _connecting() -> Generator[None]:
    try:
        yield
    except TimeoutError as error:
        raise httpcore.ConnectTimeout(error) from error
    except OSError as error:
        raise httpcore.ConnectError(error) from error


_ERRORS = (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol)


def _readable(connected: socket.socket) -> bool:
    if connected.fileno() < 0:
        return True
    poller = poll()
    poller.register(connected, POLLIN)
    return bool(poller.poll(0))
