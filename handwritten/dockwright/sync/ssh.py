"""Connections over ssh: sockets whose other end is the input and output of a process.

No byte passes through Python on its way: ssh reads and writes that end itself.
"""

import socket
import subprocess
from contextlib import suppress
from tempfile import TemporaryFile
from threading import Lock
from time import monotonic
from typing import IO, TYPE_CHECKING
from weakref import finalize

from ..settings.ssh import (
    LINGER_SECONDS,
    Login,
    SSHFailed,
    connection_failed,
    end_quietly,
    kill,
    login_failed,
    not_started,
)

if TYPE_CHECKING:
    from ..settings.endpoint import Endpoint


class SSH:
    """The way to one engine over ssh; threads may share it."""

    def __init__(self, endpoint: "Endpoint") -> None:
        self._endpoint = endpoint
        self._login: Login | None = None
        self._starting = Lock()
        self._connections: set[SSHSocket] = set()
        self._logging_in: subprocess.Popen[bytes] | None = None
        self._closed = False

    def dial(self, seconds: float | None) -> "SSHSocket":
        """Make a connection within so many seconds, the first one with a login."""
        if not self._starting.acquire(timeout=-1 if seconds is None else seconds):
            raise TimeoutError("somebody else is logging in")
        try:
            if self._closed:
                raise SSHFailed("it was closed", "make another client", unreached=True)
            self._reap()
            if self._login is None:
                self._login = Login(self._endpoint)
                self._forgotten = finalize(self, end_quietly, self._login)
            if not self._login.answers():
                self._log_in(self._login, seconds)
            connection = _connect(self._login)
            self._connections.add(connection)
        finally:
            self._starting.release()
        connection.settimeout(seconds)
        return connection

    def close(self) -> None:
        """End the login and every connection, and remove what they had on the disk; harmless when done before."""
        self._closed = True
        if (process := self._logging_in) is not None:
            kill(process.pid)
        with self._starting:
            if self._login is None or not self._forgotten.detach():
                return
            for connection in self._connections:
                with suppress(OSError):  # it may be closed by now
                    connection.shutdown(socket.SHUT_RDWR)
            until = monotonic() + LINGER_SECONDS
            for connection in self._connections:
                with suppress(subprocess.TimeoutExpired):
                    connection.process.wait(max(until - monotonic(), 0))
                connection.kill()
            end_quietly(self._login)
            for connection in self._connections:
                connection.forget()
            self._connections.clear()

    def _log_in(self, login: Login, seconds: float | None) -> None:
        with TemporaryFile() as stderr:
            try:
                process = subprocess.Popen(
                    login.start,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=stderr,
                    env=login.environment,
                    start_new_session=True,
                )
            except OSError as error:
                raise not_started(error) from error
            with process:
                self._logging_in = process
                try:
                    if self._closed:
                        kill(process.pid)
                    code = process.wait(seconds)
                except subprocess.TimeoutExpired as error:
                    raise TimeoutError("no login in time") from error
                finally:
                    self._logging_in = None
                    if process.returncode is None:
                        kill(process.pid)
            if code:
                raise login_failed(code, stderr)

    def _reap(self) -> None:
        """Forget connections that are over, and end those that were closed a while ago."""
        for connection in [each for each in self._connections if each.closed_at is not None]:
            if connection.process.poll() is not None:
                self._connections.discard(connection)
                connection.forget()
            elif monotonic() - (connection.closed_at or 0) > LINGER_SECONDS:
                connection.kill()


class SSHSocket(socket.socket):
    """Our end of a connection; it tells a failure of ssh from the engine's end."""

    process: "subprocess.Popen[bytes]"
    stderr: IO[bytes]
    closed_at: float | None = None
    _given_up = False
    _heard = False

    def recv(self, bufsize: int, flags: int = 0, /) -> bytes:
        data = super().recv(bufsize, flags)
        if data:
            self._heard = True
        elif not self._given_up:
            self._raise_failure()
        return data

    def shutdown(self, how: int, /) -> None:
        if how != socket.SHUT_WR:
            self._given_up = True
        super().shutdown(how)

    def close(self) -> None:
        if self.closed_at is None:
            self.closed_at = monotonic()
        super().close()

    def kill(self) -> None:
        """End the process, if it has not ended."""
        if self.process.poll() is None:
            kill(self.process.pid)

    def forget(self) -> None:
        """Wait for the process, which is about to end, and let go of what it said."""
        self.process.wait()
        self.stderr.close()

    def _raise_failure(self) -> None:
        # The end arrives when the process is gone, or its output at least.
        with suppress(subprocess.TimeoutExpired):
            if failure := connection_failed(self.process.wait(LINGER_SECONDS), self.stderr, heard=self._heard):
                raise failure


def _connect(login: Login) -> SSHSocket:
    near, far = socket.socketpair()
    connection = SSHSocket(fileno=near.detach())
    with far:
        stderr = TemporaryFile()  # noqa: SIM115  closed when the process has ended
        try:
            connection.process = subprocess.Popen(
                login.connect,
                stdin=far.fileno(),
                stdout=far.fileno(),
                stderr=stderr,
                env=login.environment,
                start_new_session=True,
            )
        except OSError as error:
            connection.close()
            stderr.close()
            raise not_started(error) from error
    connection.stderr = stderr
    return connection
