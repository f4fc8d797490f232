"""What a fake engine does with a request: bytes to write, and things that happen between them.

A script is a sequence of steps. Bytes are one write; everything else is listed here. Nothing waits for a time: a script
stops at a gate, and the test opens it.
"""

import json
import socket
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

REASONS = {
    101: "UPGRADED",
    200: "OK",
    201: "Created",
    204: "No Content",
    304: "Not Modified",
    400: "Bad Request",
    404: "Not Found",
    409: "Conflict",
    500: "Internal Server Error",
    503: "Service Unavailable",
}


class Do(Enum):
    """Steps that need no bytes."""

    CLOSE = "close the connection in good order"
    RESET = "break the connection, so that the peer gets an error and not an end"
    HANG = "never go on, until the client closes"
    END_WRITING = "close the writing half only"
    READ_BODY = "read the request's body now; without this step it is read before the first one"
    READ_INPUT = "after 101: read what the client sends until it closes its half"
    ECHO = "after 101: send everything back until the client closes its half"


@dataclass(frozen=True, slots=True)
class Pieces:
    """Bytes sent ``size`` at a time, each piece in a write of its own."""

    data: bytes
    size: int = 1


@dataclass(frozen=True, slots=True)
class Await:
    """After 101: wait until the client's input ends with these bytes."""

    ending: bytes


class Gate:
    """A place where a script stops until the test calls :meth:`open`."""

    def __init__(self) -> None:
        self.reader, self._writer = socket.socketpair()

    def open(self) -> None:
        """Let the script go on."""
        self._writer.close()

    def close(self) -> None:
        """Give the sockets back."""
        self._writer.close()
        self.reader.close()


Step = bytes | Do | Pieces | Await | Gate


def head(status: int, headers: Mapping[str, str] | None = None) -> bytes:
    """Write the head of a reply with exactly these headers."""
    lines = [f"HTTP/1.1 {status} {REASONS.get(status, 'Status')}"]
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def reply(status: int = 200, body: object = b"", headers: Mapping[str, str] | None = None) -> bytes:
    """Write a whole reply with its length; a body that is not bytes is written as JSON."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    fields = {"Content-Type": "text/plain" if isinstance(body, bytes) else "application/json"}
    if status not in (204, 304):
        fields["Content-Length"] = str(len(content))
    return head(status, fields | dict(headers or {})) + content


def chunked_head(content_type: str, status: int = 200, headers: Mapping[str, str] | None = None) -> bytes:
    """Write the head of a reply whose body follows in chunks."""
    return head(status, {"Content-Type": content_type, "Transfer-Encoding": "chunked"} | dict(headers or {}))


def chunk(data: bytes) -> bytes:
    """Write a chunk of a chunked body; no data would be the last one."""
    assert data
    return b"%x\r\n%b\r\n" % (len(data), data)


LAST_CHUNK = b"0\r\n\r\n"


def chunked(content_type: str, pieces: Iterable[bytes]) -> list[Step]:
    """Write a whole chunked reply, each chunk in a write of its own."""
    return [chunked_head(content_type), *(chunk(piece) for piece in pieces), LAST_CHUNK]


def upgraded(content_type: str = "application/vnd.docker.raw-stream") -> bytes:
    """Write the head that turns a connection into a stream in both directions."""
    return head(101, {"Content-Type": content_type, "Connection": "Upgrade", "Upgrade": "tcp"})


def frame(stream: int, payload: bytes) -> bytes:
    """Write a message of a multiplexed stream: 0 for input, 1 for output, 2 for errors, 3 for the engine's own."""
    return bytes((stream, 0, 0, 0)) + len(payload).to_bytes(4, "big") + payload
