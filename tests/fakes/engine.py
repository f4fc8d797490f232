"""An engine made of bytes: it answers each request with the bytes of a script, right or wrong.

It serves faults that a real engine shows rarely or never: a stream cut inside a header, a reset between two bytes, an
answer that never comes. It runs in threads of its own, so that asynchronous and synchronous clients are tested alike,
and it records every request and how every connection ended. HTTP is read and written here by hand, since a library
would refuse to write most of what is wanted.
"""

import contextlib
import select
import socket
import ssl
import tempfile
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from .peer import ClientLeft, Peer, Request
from .script import (
    LAST_CHUNK,
    Await,
    Do,
    Gate,
    Pieces,
    Step,
    chunk,
    chunked,
    chunked_head,
    frame,
    head,
    reply,
    upgraded,
)

__all__ = [
    "FakeEngine",
    "Connection",
    "Request",
    "Step",
    "Do",
    "Pieces",
    "Await",
    "Gate",
    "head",
    "reply",
    "chunked_head",
    "chunk",
    "chunked",
    "LAST_CHUNK",
    "upgraded",
    "frame",
]

PATIENCE = 30.0
"""Seconds after which a test that waits for the client to do something has failed."""


@dataclass(slots=True)
class Connection:
    """A connection, and how it ended."""

    number: int
    requests: list[Request] = field(default_factory=lambda: list[Request]())
    closed_by: Literal["", "client", "engine"] = ""
    cut: bool = False
    """Whether the client closed it before the script of its last request was done."""


class FakeEngine:
    """A context manager that listens on a Unix socket, or on TCP, with TLS if a context is given.

    Scripts are chosen by method and path without version. Several scripts for one path are used one after the other,
    and the last one stays. Negotiation works from the start: ``/_ping`` and ``/version`` tell ``api_version``.
    A request without a script is answered with 404.
    """

    def __init__(
        self,
        *,
        api_version: str = "1.41",
        min_api_version: str = "1.12",
        version: str = "20.10.24",
        tcp: bool = False,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.requests: list[Request] = []
        self.connections: list[Connection] = []
        self._scripts: dict[tuple[str, str], list[tuple[Step, ...]]] = {}
        self._defaults = _negotiation(api_version, min_api_version, version)
        self._tls = tls
        self._news = threading.Condition()
        self._stack = contextlib.ExitStack()
        self._open: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self._stopping = Gate()
        self._tcp = tcp or tls is not None

    def __enter__(self) -> "FakeEngine":
        if self._tcp:
            self._listener = socket.create_server(("127.0.0.1", 0))
            self.url = f"tcp://127.0.0.1:{self._listener.getsockname()[1]}"
        else:
            folder = self._stack.enter_context(tempfile.TemporaryDirectory(prefix="fake-engine-"))
            self._listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            self._listener.bind(str(Path(folder) / "docker.sock"))
            self._listener.listen(128)
            self.url = f"unix://{folder}/docker.sock"
        self._stack.enter_context(self._listener)
        self._spawn(self._accept)
        return self

    def __exit__(self, *_: object) -> None:
        self._stopping.open()
        with self._news:
            for stream in self._open:
                with contextlib.suppress(OSError):
                    stream.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(PATIENCE)
        self._stack.close()
        self._stopping.close()

    # What to answer

    def script(self, method: str, path: str, *steps: Step) -> None:
        """Answer with these steps."""
        self._scripts.setdefault((method, path), []).append(steps)

    def forget(self, method: str, path: str) -> None:
        """Take back what was to be answered."""
        self._scripts.pop((method, path), None)

    def reply(
        self, method: str, path: str, status: int = 200, body: object = b"", headers: Mapping[str, str] | None = None
    ) -> None:
        """Answer with a whole reply; a body that is not bytes is sent as JSON."""
        self.script(method, path, reply(status, body, headers))

    def upgrade(self, method: str, path: str, *steps: Step, first: bytes = b"") -> None:
        """Answer with 101, with ``first`` in the same write as the head, and go on with the steps."""
        self.script(method, path, upgraded() + first, *steps)

    def gate(self) -> Gate:
        """Give a step at which a script stops until the test opens it."""
        gate = Gate()
        self._stack.callback(gate.close)
        return gate

    # What happened

    def received(self, method: str, path: str) -> list[Request]:
        """Give the requests for a path, in the order in which they came."""
        return [request for request in self.requests if (request.method, request.path) == (method, path)]

    def wait_received(self, method: str, path: str, count: int = 1) -> list[Request]:
        """Wait until so many requests for a path have come."""
        self._wait(lambda: len(self.received(method, path)) >= count, f"{count} requests {method} {path}")
        return self.received(method, path)

    def wait_closed(self, count: int = 1) -> None:
        """Wait until so many connections have come, and every one is closed."""

        def closed() -> bool:
            return len(self.connections) >= count and all(connection.closed_by for connection in self.connections)

        self._wait(closed, f"{count} connections, all of them closed")

    def wait_ended(self, number: int) -> None:
        """Wait until a connection is closed, by its number from 1."""

        def ended() -> bool:
            return len(self.connections) >= number and bool(self.connections[number - 1].closed_by)

        self._wait(ended, f"the end of connection {number}")

    def _wait(self, happened: Callable[[], bool], what: str) -> None:
        with self._news:
            if not self._news.wait_for(happened, PATIENCE):
                raise AssertionError(f"did not happen: {what}; requests {self.requests}, {self.connections}")

    # Serving

    def _spawn(self, target: Callable[..., None], *args: object) -> None:
        thread = threading.Thread(target=target, args=args, name="fake-engine")
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            ready, _, _ = select.select([self._listener, self._stopping.reader], [], [])
            if self._stopping.reader in ready:
                return
            stream, _ = self._listener.accept()
            with self._news:
                connection = Connection(len(self.connections) + 1)
                self.connections.append(connection)
                self._open.add(stream)
            self._spawn(self._serve, stream, connection)

    def _serve(self, stream: socket.socket, connection: Connection) -> None:
        try:
            if self._tls is not None:
                self._open.discard(stream)
                stream = self._tls.wrap_socket(stream, server_side=True)
                self._open.add(stream)
            peer = Peer(stream, self._stopping)
            while (request := peer.read_head()) is not None:
                self._note(connection, request)
                connection.cut = True
                stays = peer.perform(request, self._choose(request))
                connection.cut = False
                if not stays:
                    connection.closed_by = "engine"
                    break
        except (OSError, ClientLeft):
            # Whether a client that left did so in the middle of a reply, "cut" tells.
            pass
        finally:
            with self._news:
                connection.closed_by = connection.closed_by or "client"
                self._open.discard(stream)
                stream.close()
                self._news.notify_all()

    def _note(self, connection: Connection, request: Request) -> None:
        with self._news:
            request.connection = connection.number
            connection.requests.append(request)
            self.requests.append(request)
            self._news.notify_all()

    def _choose(self, request: Request) -> tuple[Step, ...]:
        scripts = self._scripts.get((request.method, request.path))
        if scripts:
            return scripts.pop(0) if len(scripts) > 1 else scripts[0]
        missing = reply(404, {"message": f"no script for {request.method} {request.path}"})
        return self._defaults.get((request.method, request.path), (missing,))


def _negotiation(api_version: str, min_api_version: str, version: str) -> dict[tuple[str, str], tuple[Step, ...]]:
    """Write the answers from which clients learn what the engine is."""
    told = {
        "Api-Version": api_version,
        "Docker-Experimental": "false",
        "Ostype": "linux",
        "Server": f"Docker/{version}",
    }
    facts = {
        "Version": version,
        "ApiVersion": api_version,
        "MinAPIVersion": min_api_version,
        "Os": "linux",
        "Arch": "amd64",
        "KernelVersion": "6.1.0",
        "GoVersion": "go1.19.8",
        "GitCommit": "5d6db84",
    }
    return {
        ("GET", "/_ping"): (reply(200, b"OK", told),),
        ("HEAD", "/_ping"): (head(200, told | {"Content-Length": "0"}),),
        ("GET", "/version"): (reply(200, facts, told),),
    }
