"""A port of this machine that leads to one in the room of an engine; what passes is not touched."""

import contextlib
import functools
import socket
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Self


class Relay:
    """A context manager; ``port`` is on the loopback, and each connection to it goes to what ``open`` gives."""

    def __init__(self, open: Callable[[], socket.socket]) -> None:
        self._open = open
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._streams: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self._lock = threading.Lock()
        self._ended = False

    def __enter__(self) -> Self:
        self._spawn(self._accept)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        with self._lock:
            self._ended = True
            streams = list(self._streams)
        for stream in (self._listener, *streams):
            with contextlib.suppress(OSError):
                stream.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join()
        for stream in (self._listener, *streams):
            stream.close()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            try:
                far = self._open()
            except OSError:
                near.close()
                continue
            far.settimeout(None)
            with self._lock:
                self._streams |= {near, far}
                if self._ended:
                    return
            self._spawn(functools.partial(_copy, near, far))
            self._spawn(functools.partial(_copy, far, near))

    def _spawn(self, target: Callable[[], None]) -> None:
        thread = threading.Thread(target=target)
        self._threads.append(thread)
        thread.start()


def _copy(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(1 << 16):
            target.sendall(data)
    with contextlib.suppress(OSError):
        target.shutdown(socket.SHUT_WR)
