"""Speak HTTP with an engine by nothing but the standard library, so that tests do not lean on what they test."""

import http.client
import json
import socket
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

SECONDS = 60

Body = Mapping[str, Any] | list[Any] | str | bytes | Iterable[bytes] | None


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply, read to its end."""

    status: int
    headers: Mapping[str, str]
    """The headers by their names in lower case."""
    body: bytes

    def json(self) -> Any:
        """Parse the body."""
        return json.loads(self.body)


def request(
    url: str,
    method: str,
    target: str,
    body: Body = None,
    *,
    headers: Mapping[str, str] | None = None,
) -> Reply:
    """Send a request to an engine at ``unix://`` or ``tcp://`` and read the whole reply, whatever its status.

    ``body`` is bytes or an iterable of bytes, sent as they are; a mapping, list or text is sent as JSON.
    """
    connection = _connection(url)
    fields = {"Host": "docker", **(headers or {})}
    content: Any = body
    if isinstance(body, Mapping | list | str):
        content = json.dumps(body).encode()
        fields.setdefault("Content-Type", "application/json")
    try:
        connection.request(method, target, body=content, headers=fields, encode_chunked=True)
        reply = connection.getresponse()
        return Reply(reply.status, {name.lower(): value for name, value in reply.getheaders()}, reply.read())
    finally:
        connection.close()


def open_stream(url: str, head: bytes) -> socket.socket:
    """Open a connection and send bytes; for replies that do not end by themselves."""
    stream = _connect(url)
    stream.sendall(head)
    return stream


def _connection(url: str) -> http.client.HTTPConnection:
    connection = http.client.HTTPConnection("docker", timeout=SECONDS)
    connection.sock = _connect(url)
    return connection


def _connect(url: str) -> socket.socket:
    parts = urlsplit(url)
    if parts.scheme == "unix":
        stream = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            stream.settimeout(SECONDS)
            stream.connect(parts.path)
        except OSError:
            stream.close()
            raise
        return stream
    if parts.scheme in ("tcp", "http") and parts.hostname:
        return socket.create_connection((parts.hostname, parts.port or 2375), timeout=SECONDS)
    raise ValueError(f"the tests reach engines at unix:// and tcp:// only, not {url!r}")
