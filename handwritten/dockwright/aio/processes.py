"""Processes of a container: what they write and use, and commands that are run beside them."""

from __future__ import annotations

from time import time
from typing import TYPE_CHECKING, Any, Literal, overload

from dockwright_api import operations
from dockwright_api.unset import UNSET

from ..flows.descriptions import terminal_of
from ..flows.stats import usage
from ..flows.terminals import content_type_tells
from ..options.lifecycle import check_input, container_resize, container_top
from ..options.logs import container_logs
from ..options.processes import exec_config
from ..options.stats import container_stats
from .execs import Exec

if TYPE_CHECKING:
    import builtins
    from collections.abc import AsyncIterator, Awaitable, Mapping, Sequence
    from typing import Unpack

    import aiohttp

    from dockwright_api import shapes

    from ..flows.execs import ExecResult
    from ..flows.stats import Usage
    from ..options.logs import LogOptions
    from ..options.processes import Environment
    from ..policy.retry import Reconnect
    from ..policy.timeouts import TimeoutOption
    from ..wire.loglines import LogLine
    from .commands import Input
    from .docker import Docker
    from .stream import Message, Stream
    from .streams import ReplyStream


class ContainerProcesses:
    """What runs in one container."""

    __slots__ = ()

    docker: Docker
    _container: Mapping[str, Any]
    _id: str

    @overload
    def log(
        self,
        *,
        stdout: bool = ...,
        stderr: bool = ...,
        follow: Literal[False] = False,
        timeout: TimeoutOption = ...,
        reconnect: Reconnect = ...,
        **options: Unpack[LogOptions],
    ) -> Awaitable[builtins.list[str]]: ...
    @overload
    def log(
        self,
        *,
        stdout: bool = ...,
        stderr: bool = ...,
        follow: Literal[True],
        timeout: TimeoutOption = ...,
        reconnect: Reconnect = ...,
        **options: Unpack[LogOptions],
    ) -> AsyncIterator[str]: ...

    def log(
        self,
        *,
        stdout: bool = False,
        stderr: bool = False,
        follow: bool = False,
        timeout: TimeoutOption = UNSET,
        reconnect: Reconnect = False,
        **options: Unpack[LogOptions],
    ) -> Awaitable[builtins.list[str]] | AsyncIterator[str]:
        """Read the log as text. ``GET /containers/{id}/logs``.

        At least one of ``stdout`` and ``stderr`` is needed. Without ``follow`` gives an awaitable list, with it an
        asynchronous iterator that ends with the container; an item is what the process wrote at once. ``since`` and
        ``until`` are a ``datetime`` (local time without a zone), a ``timedelta`` for so long ago, seconds since 1970 or
        a time as in RFC 3339, ``tail`` a number of lines. For lines see :meth:`lines`, and :meth:`messages` for
        messages that name their stream.

        Raises ``ConnectionLost`` where the engine goes away. With ``reconnect=True`` it waits for the engine instead
        and goes on without a gap or a repetition, also when the container was restarted meanwhile; a number limits the
        seconds of that. A container that ends before its engine does, as it does when the engine is stopped in good
        order, ends the log.
        """
        operation = container_logs(self._id, options, stdout=stdout, stderr=stderr, follow=follow, now=time())
        stream = self.docker.engine.texts(operation, timeout=timeout, tty=self._known_tty(), reconnect=reconnect)
        return stream if follow else stream.read_all()

    def messages(
        self,
        *,
        stdout: bool = True,
        stderr: bool = True,
        follow: bool = False,
        timeout: TimeoutOption = UNSET,
        reconnect: Reconnect = False,
        **options: Unpack[LogOptions],
    ) -> ReplyStream[Message]:
        """Read the log as messages, in order, each with its stream (1 standard output, 2 standard error) and bytes.

        ``GET /containers/{id}/logs``. The arguments are those of :meth:`log`. Use it with ``async for`` or, to leave it
        early, ``async with``.
        """
        operation = container_logs(self._id, options, stdout=stdout, stderr=stderr, follow=follow, now=time())
        return self.docker.engine.output(operation, timeout=timeout, tty=self._known_tty(), reconnect=reconnect)

    def lines(
        self,
        *,
        stdout: bool = True,
        stderr: bool = True,
        follow: bool = False,
        errors: str = "replace",
        timeout: TimeoutOption = UNSET,
        reconnect: Reconnect = False,
        **options: Unpack[LogOptions],
    ) -> ReplyStream[LogLine]:
        """Read the log line by line, each with its stream and, with ``timestamps=True``, its time.

        ``GET /containers/{id}/logs``. ``errors`` says what becomes of bytes that are no UTF-8, by the name of a codec
        error handler; the other arguments are those of :meth:`log`. Each stream is decoded by itself.
        """
        operation = container_logs(self._id, options, stdout=stdout, stderr=stderr, follow=follow, now=time())
        return self.docker.engine.lines(
            operation,
            timeout=timeout,
            tty=self._known_tty(),
            timestamps=bool(options.get("timestamps")),
            errors=errors,
            reconnect=reconnect,
        )

    @overload
    def stats(
        self, *, stream: Literal[True] = True, timeout: TimeoutOption = ..., one_shot: None = None
    ) -> ReplyStream[shapes.ContainerStatsResponse]: ...
    @overload
    def stats(
        self, *, stream: Literal[False], timeout: TimeoutOption = ..., one_shot: bool | None = None
    ) -> Awaitable[builtins.list[shapes.ContainerStatsResponse]]: ...

    def stats(
        self, *, stream: bool = True, timeout: TimeoutOption = UNSET, one_shot: bool | None = None
    ) -> ReplyStream[shapes.ContainerStatsResponse] | Awaitable[builtins.list[shapes.ContainerStatsResponse]]:
        """Read what the container uses, as JSON. ``GET /containers/{id}/stats``.

        Gives an asynchronous iterator of about one document a second; without ``stream``, an awaitable list of one, for
        which ``one_shot`` spares the engine a second measurement (and us the share of the CPU). For percentages see
        :meth:`usage`, and ``dockwright.aio.usage`` for those of each document.
        """
        if stream:
            operation = container_stats(self._id, stream=True, one_shot=one_shot)
            return self.docker.engine.documents(operation, timeout=timeout)
        return self._stats_once(timeout, one_shot)

    async def _stats_once(
        self, timeout: TimeoutOption, one_shot: bool | None = None
    ) -> builtins.list[shapes.ContainerStatsResponse]:
        operation = container_stats(self._id, stream=False, one_shot=one_shot)
        return [await self.docker.engine.fetch(operation, timeout=timeout)]

    async def usage(self, *, timeout: TimeoutOption = UNSET) -> Usage:
        """Measure what the container uses, in the numbers that ``docker stats`` shows; this takes a second or two.

        ``GET /containers/{id}/stats``.
        """
        (document,) = await self._stats_once(timeout)
        return usage(document)

    def attach(
        self,
        *,
        stdout: bool = False,
        stderr: bool = False,
        stdin: bool = False,
        detach_keys: str | None = None,
        logs: bool = False,
        timeout: TimeoutOption = UNSET,
    ) -> Stream:
        """Connect to the streams of the container's process. ``POST /containers/{id}/attach``.

        ``logs`` sends what was written so far first.
        """
        operation = operations.containers.attach(
            self._id, stdout=stdout, stderr=stderr, stdin=stdin, logs=logs, stream=True, detach_keys=detach_keys
        )
        return self.docker.engine.upgrade(operation, timeout=timeout, tty=self._known_tty())

    async def websocket(
        self,
        *,
        stdin: bool = True,
        stdout: bool = True,
        stderr: bool = True,
        stream: bool = True,
        logs: bool | None = None,
        detach_keys: str | None = None,
        timeout: TimeoutOption = UNSET,
    ) -> aiohttp.ClientWebSocketResponse:
        """Connect to the streams of the container's process over a web socket. ``GET /containers/{id}/attach/ws``.

        Gives aiohttp's own web socket, in which standard output and standard error are one. :meth:`attach` keeps them
        apart.
        """
        streams: dict[str, bool] = {}
        # Older engines connect all of them, and know no arguments for that.
        if content_type_tells(await self.docker.engine.negotiate()):
            streams = {"stdin": stdin, "stdout": stdout, "stderr": stderr}
        operation = operations.containers.attach_websocket(
            self._id, stream=stream, logs=logs, detach_keys=detach_keys, **streams
        )
        return await self.docker.engine.websocket(operation, timeout=timeout)

    async def resize(self, *, h: int, w: int) -> None:
        """Set the size of the container's terminal in lines and columns. ``POST /containers/{id}/resize``."""
        await self.docker.engine.fetch(container_resize(self._id, h, w, names=("h", "w")))

    async def exec(
        self,
        cmd: str | Sequence[str],
        stdout: bool = True,
        stderr: bool = True,
        stdin: bool = False,
        tty: bool = False,
        privileged: bool = False,
        user: str = "",
        environment: Environment | None = None,
        workdir: str | None = None,
        detach_keys: str | None = None,
        *,
        console_size: tuple[int, int] | None = None,
    ) -> Exec:
        """Create a command in the container, to be started by :meth:`Exec.start`. ``POST /containers/{id}/exec``.

        ``cmd`` as text is split the way a shell does. ``environment`` is a mapping, or a sequence of ``NAME=value``.
        ``console_size`` is the first size of the terminal, in lines and columns (since API 1.42).
        """
        config = exec_config(
            cmd,
            stdout=stdout,
            stderr=stderr,
            stdin=stdin,
            tty=tty,
            privileged=privileged,
            user=user,
            environment=environment,
            workdir=workdir,
            detach_keys=detach_keys,
            console_size=console_size,
        )
        created = await self.docker.engine.fetch(operations.execs.create(self._id, config))
        return Exec(self.docker, created["Id"], tty=tty)

    async def exec_run(
        self,
        cmd: str | Sequence[str],
        *,
        stdin: Input | None = None,
        tty: bool = False,
        privileged: bool = False,
        user: str = "",
        environment: Environment | None = None,
        workdir: str | None = None,
        timeout: float | None = None,
    ) -> ExecResult:
        """Run a command in the container to its end, and give its exit code and output.

        ``stdin`` is bytes, a file or an iterable of bytes, asynchronous or not, and ends with it; with ``tty`` its end
        is typed, as Control-D. The other arguments are those of :meth:`exec`. Raises ``ExecTimeout``, which has the
        output, where the command takes longer than ``timeout`` seconds. It is killed then, with everything that it
        started, and so it is when this is cancelled; that takes a shell in the image.
        """
        from .commands import run_command

        if stdin is not None:
            check_input("stdin", stdin)
        config = exec_config(
            cmd,
            stdin=stdin is not None,
            tty=tty,
            privileged=privileged,
            user=user,
            environment=environment,
            workdir=workdir,
        )
        return await run_command(self.docker.engine, self._id, config, stdin=stdin, timeout=timeout)

    async def top(self, *, ps_args: str | None = None) -> shapes.ContainerTopResponse:
        """List the processes of the container: ``Titles``, and ``Processes`` with a row for each.

        ``GET /containers/{id}/top``. ``ps_args`` are for the ``ps`` of the engine's host, such as ``"aux"``; among its
        columns must be ``PID``. Raises ``Conflict`` where the container does not run.
        """
        return await self.docker.engine.fetch(container_top(self._id, ps_args))

    def _known_tty(self) -> bool | None:
        return terminal_of(self._container)
