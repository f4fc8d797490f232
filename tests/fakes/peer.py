"""The fake engine's end of one connection: reads requests, performs the steps of a script."""

import contextlib
import json
import select
import socket
import ssl
import struct
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

from .script import Await, Do, Gate, Pieces, Step

_PIECE = 65536


class ClientLeft(Exception):
    """The client closed the connection before it was done."""


@dataclass(slots=True)
class Request:
    """A request as it arrived."""

    method: str
    target: str
    headers: dict[str, str]
    """The headers by their names in lower case."""
    body: bytes = b""
    complete: bool = False
    """Whether the body was read to its end."""
    input: bytes = b""
    """What the client sent after the connection was upgraded."""
    connection: int = 0
    """The number of the connection, from 1, that it came on."""

    @property
    def version(self) -> str:
        """The API version that the path names, or an empty string."""
        return self.target[2:].partition("/")[0] if self._versioned else ""

    @property
    def path(self) -> str:
        """The path, still quoted, without version and query."""
        path = urlsplit(self.target).path
        return "/" + path[2:].partition("/")[2] if self._versioned else path

    @property
    def query(self) -> dict[str, list[str]]:
        """The arguments of the query."""
        return parse_qs(urlsplit(self.target).query, keep_blank_values=True)

    @property
    def _versioned(self) -> bool:
        return self.target.startswith("/v") and self.target[2:3].isdigit()

    def json(self) -> Any:
        """Parse the body."""
        return json.loads(self.body)


class Peer:
    """Reads from and writes to one client.

    On a Unix socket there is no option for a reset: the peer gets one if the closing side has not read everything. So
    what was read last stays in the kernel until it is known that no reset is wanted.
    """

    def __init__(self, stream: socket.socket, stopping: Gate) -> None:
        self._stream = stream
        self._stopping = stopping
        self._buffer = b""
        self._peeked = 0
        self._peeks = stream.family == socket.AF_UNIX and not isinstance(stream, ssl.SSLSocket)
        self._resets = False
        self._upgraded = False

    def read_head(self) -> Request | None:
        """Read the head of the next request; None if the client closed the connection instead."""
        while b"\r\n\r\n" not in self._buffer:
            if not self._more():
                if self._buffer:
                    raise ClientLeft
                return None
        text, _, self._buffer = self._buffer.partition(b"\r\n\r\n")
        first, *lines = text.decode("latin-1").split("\r\n")
        method, target, _ = first.split(" ")
        fields = (line.partition(":") for line in lines)
        return Request(method, target, {name.lower(): value.strip() for name, _, value in fields})

    def perform(self, request: Request, steps: tuple[Step, ...]) -> bool:
        """Perform a script; False if the connection ends with it.

        Raises ClientLeft or OSError where the client closes the connection first.
        """
        self._resets = Do.RESET in steps
        if Do.READ_BODY not in steps:
            self._read_body(request)
        for step in steps:
            match step:
                case bytes():
                    self._send(step)
                case Pieces(data, size):
                    for start in range(0, len(data), size):
                        self._send(data[start : start + size])
                case Gate():
                    self._wait(step)
                case Await(ending):
                    while not request.input.endswith(ending):
                        request.input += self._some()
                case Do.CLOSE:
                    self._settle()
                    return False
                case Do.RESET:
                    if self._stream.family != socket.AF_UNIX:
                        self._stream.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                    return False
                case _:
                    self._do(step, request)
        self._settle()
        return not self._upgraded

    def _do(self, step: Step, request: Request) -> None:
        match step:
            case Do.HANG:
                self._wait(None)
            case Do.END_WRITING:
                self._stream.shutdown(socket.SHUT_WR)
            case Do.READ_BODY:
                self._read_body(request)
            case Do.READ_INPUT | Do.ECHO:
                with contextlib.suppress(ClientLeft):
                    while True:
                        data = self._some()
                        request.input += data
                        if step is Do.ECHO:
                            self._send(data)
            case _:
                raise TypeError(f"not a step: {step!r}")

    def _send(self, data: bytes) -> None:
        if data.startswith(b"HTTP/1.1 101"):
            self._upgraded = True
        self._settle()
        self._stream.sendall(data)

    def _wait(self, gate: Gate | None) -> None:
        """Wait until a gate opens; without one until the client leaves."""
        waiting = select.poll()
        waiting.register(self._stopping.reader, select.POLLIN)
        if gate is not None:
            waiting.register(gate.reader, select.POLLIN)
        # Before an upgrade the client has nothing more to say than that it leaves; afterwards only the end of both
        # directions tells that, for it may have closed its own half.
        watched = select.POLLIN if self._peeks and not self._upgraded and not self._resets else 0
        waiting.register(self._stream, watched)
        while True:
            ready = {descriptor for descriptor, _ in waiting.poll()}
            if gate is not None and gate.reader.fileno() in ready:
                return
            if self._stopping.reader.fileno() in ready or not watched or not self._stream.recv(1, socket.MSG_PEEK):
                raise ClientLeft
            watched = 0
            waiting.modify(self._stream, watched)

    def _read_body(self, request: Request) -> None:
        if "chunked" in request.headers.get("transfer-encoding", ""):
            while size := int(self._line().partition(b";")[0], 16):
                self._take(size, request)
                self._line()
            while self._line():
                pass
        else:
            self._take(int(request.headers.get("content-length", "0")), request)
        request.complete = True

    def _take(self, size: int, request: Request) -> None:
        while size:
            part = self._some()
            request.body += part[:size]
            self._buffer = part[size:]
            size -= len(part[:size])

    def _line(self) -> bytes:
        while b"\r\n" not in self._buffer:
            if not self._more():
                raise ClientLeft
        line, _, self._buffer = self._buffer.partition(b"\r\n")
        return line

    def _some(self) -> bytes:
        if not self._buffer and not self._more():
            raise ClientLeft
        data, self._buffer = self._buffer, b""
        return data

    def _more(self) -> bool:
        self._consume()
        data = self._stream.recv(_PIECE, socket.MSG_PEEK) if self._peeks else self._stream.recv(_PIECE)
        self._peeked = len(data) if self._peeks else 0
        self._buffer += data
        return bool(data)

    def _settle(self) -> None:
        if not self._resets:
            self._consume()

    def _consume(self) -> None:
        while self._peeked:
            self._peeked -= len(self._stream.recv(self._peeked))
