"""Connections over ssh for aiohttp: sockets whose other end is the input and output of a process.

No byte passes through Python on its way: ssh reads and writes that end itself. Python only keeps it open until the
process is gone, so that its failure is known when the end of the connection is read.

aiohttp offers no public way to make a connection of one's own, so this overrides ``BaseConnector._create_connection``
and makes its ``ResponseHandler``. ``tests/contract/test_canaries.py`` says what to do when one of them goes.
"""

import asyncio
import socket
from collections.abc import Awaitable
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING
from weakref import finalize

import aiohttp
from aiohttp.client_proto import ResponseHandler

from ..errors import SettingsError
from ..settings.endpoint import Endpoint, parse
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
    from aiohttp.tracing import Trace

__all__ = ["SSHConnector"]


class SSHConnector(aiohttp.BaseConnector):
    """A connector to the engine at an address such as ``ssh://user@host``.

    Give it to ``Docker(connector=...)`` to share it between clients, or have ``Docker`` make one from the address
    alone. It runs the ``ssh`` of this machine, whose settings tell all that an address does not. The key of the host is
    always checked; ``strict_host_keys=False`` is refused, like the options that other libraries take. Raises
    ``SettingsError`` for these and for what is no such address.
    """

    def __init__(self, ssh_url: str | Endpoint, strict_host_keys: bool = True, **options: object) -> None:
        endpoint = ssh_url if isinstance(ssh_url, Endpoint) else parse(ssh_url, rule="ssh_url")
        if endpoint.scheme != "ssh":
            raise SettingsError(f"ssh_url: {endpoint} is no address for ssh; write ssh://user@host")
        if not strict_host_keys:
            raise SettingsError(
                "strict_host_keys: the key of the host is always checked; add it to known_hosts, "
                "or name another such file in the settings of ssh (UserKnownHostsFile)"
            )
        if options:
            raise SettingsError(f"{', '.join(options)}: write this to the settings of ssh, ~/.ssh/config")
        # No limit, as with every other kind of address.
        super().__init__(limit=0)
        self._endpoint = endpoint
        self._login: Login | None = None
        self._starting = asyncio.Lock()
        self._logging_in: asyncio.subprocess.Process | None = None
        self._processes: dict[asyncio.Task[None], asyncio.subprocess.Process] = {}

    async def _create_connection(
        self, req: aiohttp.ClientRequest, traces: "list[Trace]", timeout: aiohttp.ClientTimeout
    ) -> ResponseHandler:
        try:
            async with asyncio.timeout(timeout.sock_connect):
                return await self._connect(await self._logged_in())
        except SSHFailed as error:
            raise aiohttp.ClientConnectorError(req.connection_key, error) from error

    def close(self, *, abort_ssl: bool = False) -> Awaitable[None]:
        """Close every connection, end the login, and remove what they had on the disk."""
        return asyncio.ensure_future(self._end(super().close(abort_ssl=abort_ssl)))

    async def _end(self, closed: Awaitable[None]) -> None:
        await closed
        if self._logging_in is not None:
            _kill(self._logging_in)
        async with self._starting:
            login, self._login = self._login, None
        if login is None or not self._forgotten.detach():
            return
        if self._processes:
            await asyncio.wait(self._processes, timeout=LINGER_SECONDS)
        watching = dict(self._processes)
        for process in watching.values():
            _kill(process)
        await asyncio.to_thread(end_quietly, login)
        await asyncio.gather(*watching)

    async def _logged_in(self) -> Login:
        async with self._starting:
            if self.closed:
                raise SSHFailed("it was closed", "make another client", unreached=True)
            if self._login is None:
                self._login = Login(self._endpoint)
                self._forgotten = finalize(self, end_quietly, self._login)
            if not self._login.answers():
                await self._log_in(self._login)
            return self._login

    async def _log_in(self, login: Login) -> None:
        with TemporaryFile() as stderr:
            try:
                process = await asyncio.create_subprocess_exec(
                    *login.start,
                    stdin=asyncio.subprocess.DEVNULL,
                    stdout=asyncio.subprocess.DEVNULL,
                    stderr=stderr,
                    env=login.environment,
                    start_new_session=True,
                )
            except OSError as error:
                raise not_started(error) from error
            self._logging_in = process
            try:
                code = await process.wait()
            except BaseException:
                _kill(process)
                await process.wait()
                raise
            finally:
                self._logging_in = None
            if code:
                raise login_failed(code, stderr)

    async def _connect(self, login: Login) -> ResponseHandler:
        loop = asyncio.get_running_loop()
        near, far = socket.socketpair()
        stderr = TemporaryFile()  # noqa: SIM115  closed when the process has ended
        try:
            try:
                process = await asyncio.create_subprocess_exec(
                    *login.connect,
                    stdin=far.fileno(),
                    stdout=far.fileno(),
                    stderr=stderr,
                    env=login.environment,
                    start_new_session=True,
                )
            except OSError as error:
                raise not_started(error) from error
        except BaseException:
            for each in (near, far, stderr):
                each.close()
            raise
        near.setblocking(False)
        handler = _Handler(loop, process)
        watch = loop.create_task(_watch(process, handler, far, stderr))
        self._processes[watch] = process
        watch.add_done_callback(self._processes.pop)
        try:
            await loop.create_unix_connection(lambda: handler, sock=near)
        except BaseException:
            near.close()
            _kill(process)
            raise
        return handler


class _Handler(ResponseHandler):
    """Tells a failure of ssh from the engine's end."""

    def __init__(self, loop: asyncio.AbstractEventLoop, process: asyncio.subprocess.Process) -> None:
        super().__init__(loop)
        self.failure: SSHFailed | None = None
        """Set before the end of the connection is read."""
        self.heard = False
        self._of_process = process

    def data_received(self, data: bytes) -> None:
        self.heard = True
        super().data_received(data)

    def connection_lost(self, exc: BaseException | None) -> None:
        # Closed by us, it goes on for as long as something is on its way, or the engine has nothing to say.
        asyncio.get_running_loop().call_later(LINGER_SECONDS, _kill, self._of_process)
        super().connection_lost(exc or self.failure)


async def _watch(process: asyncio.subprocess.Process, handler: _Handler, far: socket.socket, stderr: IO[bytes]) -> None:
    with far, stderr:
        code = await process.wait()
        handler.failure = connection_failed(code, stderr, heard=handler.heard)


def _kill(process: asyncio.subprocess.Process) -> None:
    if process.returncode is None:
        kill(process.pid)
