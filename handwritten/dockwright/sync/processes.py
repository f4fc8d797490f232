"""Processes of a container: what they write and use, and commands that are run beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, cast, overload

from dockwright_api import operations

from ..errors import InvalidArgument
from ..flows.execs import exec_attached, exec_detached
from ..flows.stats import usage
from ..options.lifecycle import check_input, container_attach, container_resize, container_top
from ..options.processes import exec_config
from ..options.stats import container_stats
from .commands import Command
from .output import ExecOutput, ExecResult, ProcessOutput, in_form, pair, payload, whole
from .sockets import AttachedSocket, AttachedWebSocket

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Unpack

    from dockwright_api import shapes

    from ..flows.stats import Usage
    from ..options.processes import Environment, ExecOptions
    from .client import DockerClient
    from .commands import Input
    from .output import Pair
    from .stream import Stream
    from .streams import ReplyStream


class ContainerProcesses:
    """What runs in one container."""

    client: DockerClient
    _id: str

    def _known_tty(self) -> bool | None:
        raise NotImplementedError

    def _terminal(self) -> bool | None:
        raise NotImplementedError

    @overload
    def stats(
        self, decode: Literal[False] | None = None, stream: Literal[True] = True, one_shot: None = None
    ) -> ReplyStream[bytes]: ...
    @overload
    def stats(
        self, decode: Literal[True], stream: Literal[True] = True, one_shot: None = None
    ) -> ReplyStream[shapes.ContainerStatsResponse]: ...
    @overload
    def stats(
        self, decode: None = None, *, stream: Literal[False], one_shot: bool | None = None
    ) -> shapes.ContainerStatsResponse: ...

    def stats(
        self, decode: bool | None = None, stream: bool = True, one_shot: bool | None = None
    ) -> ReplyStream[bytes] | ReplyStream[shapes.ContainerStatsResponse] | shapes.ContainerStatsResponse:
        """Read what the container uses. ``GET /containers/{id}/stats``.

        Gives an iterator of about one document a second, which can be closed: bytes, or with ``decode`` JSON. Without
        ``stream`` gives one document; ``one_shot`` spares the engine a second measurement for that. For percentages see
        :meth:`usage`, and ``dockwright.sync.usage`` for those of each document.
        """
        engine = self.client.engine
        if not stream:
            if decode is not None:
                raise InvalidArgument("decode is for streams; stream=False gives JSON")
            return engine.fetch(container_stats(self._id, stream=False, one_shot=one_shot))
        operation = container_stats(self._id, stream=True, one_shot=one_shot)
        return engine.documents(operation).open() if decode else engine.raw_documents(operation).open()

    def usage(self) -> Usage:
        """Measure what the container uses, in the numbers that ``docker stats`` shows; this takes a second or two.

        ``GET /containers/{id}/stats``.
        """
        return usage(self.stats(stream=False))

    @overload
    def attach(
        self,
        stdout: bool = ...,
        stderr: bool = ...,
        stream: Literal[False] = False,
        logs: bool = ...,
        demux: Literal[False] = False,
    ) -> bytes: ...
    @overload
    def attach(
        self,
        stdout: bool = ...,
        stderr: bool = ...,
        stream: Literal[False] = False,
        logs: bool = ...,
        *,
        demux: Literal[True],
    ) -> Pair: ...
    @overload
    def attach(
        self,
        stdout: bool = ...,
        stderr: bool = ...,
        *,
        stream: Literal[True],
        logs: bool = ...,
        demux: Literal[False] = False,
    ) -> ProcessOutput[bytes]: ...
    @overload
    def attach(
        self,
        stdout: bool = ...,
        stderr: bool = ...,
        *,
        stream: Literal[True],
        logs: bool = ...,
        demux: Literal[True],
    ) -> ProcessOutput[Pair]: ...

    def attach(
        self,
        stdout: bool = True,
        stderr: bool = True,
        stream: bool = False,
        logs: bool = False,
        demux: bool = False,
    ) -> bytes | Pair | ProcessOutput[Any]:
        """Read the output of the container's process. ``POST /containers/{id}/attach``.

        ``logs`` is for what it wrote so far, ``stream`` for what it writes from now on, until it ends; one that does
        not run is waited for. Gives bytes, with ``demux`` the pair of standard output and standard error, None for what
        is empty; with ``stream`` an iterator of the same, which can be closed. To write to the process, see
        :meth:`attach_socket`.
        """
        operation = operations.containers.attach(self._id, stdout=stdout, stderr=stderr, logs=logs, stream=stream)
        attached = self.client.engine.upgrade(operation, tty=self._terminal()).open()
        return in_form(attached, stream=stream, demux=demux)

    def top(self, *, ps_args: str | None = None) -> shapes.ContainerTopResponse:
        """List the processes of the container: ``Titles``, and ``Processes`` with a row for each.

        ``GET /containers/{id}/top``. ``ps_args`` are for the ``ps`` of the engine's host, such as ``"aux"``; among its
        columns must be ``PID``. Raises ``Conflict`` where the container does not run.
        """
        return self.client.engine.fetch(container_top(self._id, ps_args))

    def resize(self, height: int, width: int) -> None:
        """Set the size of the container's terminal in lines and columns. ``POST /containers/{id}/resize``."""
        self.client.engine.fetch(container_resize(self._id, height, width, names=("height", "width")))

    @overload
    def attach_socket(self, params: Mapping[str, Any] | None = None, ws: Literal[False] = False) -> AttachedSocket: ...
    @overload
    def attach_socket(self, params: Mapping[str, Any] | None = None, *, ws: Literal[True]) -> AttachedWebSocket: ...
    @overload
    def attach_socket(
        self, params: Mapping[str, Any] | None = None, ws: bool = False
    ) -> AttachedSocket | AttachedWebSocket: ...

    def attach_socket(
        self, params: Mapping[str, Any] | None = None, ws: bool = False
    ) -> AttachedSocket | AttachedWebSocket:
        """Connect to the streams of the container's process, in both directions. ``POST /containers/{id}/attach``.

        ``params`` are the arguments of the operation, such as ``{"stdin": 1, "stdout": 1, "stream": 1}``; without them
        it is the output from now on. Gives what can be used as a socket, and has messages too; with ``ws`` what can be
        used as a web socket, whichever way the engine is reached.
        """
        operation = container_attach(self._id, {"stdout": 1, "stderr": 1, "stream": 1} if params is None else params)
        stream = self.client.engine.upgrade(operation, tty=self._terminal()).open()
        return AttachedWebSocket(stream) if ws else AttachedSocket(stream)

    @overload
    def exec_run(
        self,
        cmd: str | Sequence[str],
        stdout: bool = ...,
        stderr: bool = ...,
        stdin: bool | Input = ...,
        tty: bool = ...,
        privileged: bool = ...,
        user: str = ...,
        detach: Literal[False] = False,
        stream: Literal[False] = False,
        socket: Literal[False] = False,
        environment: Environment | None = ...,
        workdir: str | None = ...,
        demux: Literal[False] = False,
        *,
        timeout: float | None = ...,
        detach_keys: str | None = ...,
        console_size: tuple[int, int] | None = ...,
    ) -> ExecResult[int, bytes]: ...
    @overload
    def exec_run(
        self,
        cmd: str | Sequence[str],
        *,
        demux: Literal[True],
        detach: Literal[False] = False,
        stream: Literal[False] = False,
        socket: Literal[False] = False,
        **options: Unpack[ExecOptions],
    ) -> ExecResult[int, Pair]: ...
    @overload
    def exec_run(
        self,
        cmd: str | Sequence[str],
        *,
        stream: Literal[True],
        demux: Literal[False] = False,
        detach: Literal[False] = False,
        socket: Literal[False] = False,
        **options: Unpack[ExecOptions],
    ) -> ExecResult[None, ExecOutput[bytes]]: ...
    @overload
    def exec_run(
        self,
        cmd: str | Sequence[str],
        *,
        stream: Literal[True],
        demux: Literal[True],
        detach: Literal[False] = False,
        socket: Literal[False] = False,
        **options: Unpack[ExecOptions],
    ) -> ExecResult[None, ExecOutput[Pair]]: ...
    @overload
    def exec_run(
        self,
        cmd: str | Sequence[str],
        *,
        socket: Literal[True],
        detach: Literal[False] = False,
        **options: Unpack[ExecOptions],
    ) -> ExecResult[None, AttachedSocket]: ...
    @overload
    def exec_run(
        self, cmd: str | Sequence[str], *, detach: Literal[True], **options: Unpack[ExecOptions]
    ) -> ExecResult[None, bytes]: ...
    @overload
    def exec_run(
        self,
        cmd: str | Sequence[str],
        *,
        detach: bool = ...,
        stream: bool = ...,
        socket: bool = ...,
        demux: bool = ...,
        **options: Unpack[ExecOptions],
    ) -> ExecResult[Any, Any]: ...

    def exec_run(
        self,
        cmd: str | Sequence[str],
        stdout: bool = True,
        stderr: bool = True,
        stdin: bool | Input = False,
        tty: bool = False,
        privileged: bool = False,
        user: str = "",
        detach: bool = False,
        stream: bool = False,
        socket: bool = False,
        environment: Environment | None = None,
        workdir: str | None = None,
        demux: bool = False,
        *,
        timeout: float | None = None,
        detach_keys: str | None = None,
        console_size: tuple[int, int] | None = None,
    ) -> ExecResult[Any, Any]:
        """Run a command in the container, and give its exit code and output.

        ``cmd`` as text is split the way a shell does. The output is bytes; with ``demux`` the pair of standard output
        and standard error, None for what is empty; with ``stream`` an iterator of the same, which can be closed and
        has the exit code at its end; with ``socket`` what can be read and written as a socket; with ``detach`` nothing.
        The exit code is None where the command may still run; ``exec_id`` of the result is there to ask for it.

        ``stdin`` is bytes, a file or an iterable of bytes, and ends with it; with ``tty`` its end is typed, as
        Control-D. True counts with ``socket`` only. Where the command takes longer than ``timeout`` seconds, it is
        killed with everything that it started, and ``ExecTimeout`` is raised, which has the output. That takes a shell
        in the image, and counts neither with ``socket`` nor with ``detach``. ``console_size`` is the first size of the
        terminal, in lines and columns (since API 1.42).
        """
        given = None if isinstance(stdin, bool) else stdin
        if given is not None:
            check_input("stdin", given)
        if given is not None and (detach or socket or stream):
            raise InvalidArgument("stdin with content needs a command that is run to its end; use socket=True to write")
        config = exec_config(
            cmd,
            stdout=stdout,
            stderr=stderr,
            # Without a stream to write to, a command that reads its input would wait for ever.
            stdin=given is not None or (stdin is True and socket),
            tty=tty,
            privileged=privileged,
            user=user,
            environment=environment,
            workdir=workdir,
            detach_keys=detach_keys,
            console_size=console_size,
        )
        engine = self.client.engine
        if detach:
            return ExecResult[Any, Any].of(engine.drive(exec_detached(self._id, config)), None, b"")
        if socket:
            exec_id, attached = cast("tuple[str, Stream]", engine.drive(exec_attached(self._id, config)))
            return ExecResult[Any, Any].of(exec_id, None, AttachedSocket(attached, exec_id))
        command = Command(engine, self._id, config, timeout=timeout)
        if stream:
            return ExecResult[Any, Any].of(command.exec_id, None, ExecOutput(command, pair if demux else payload))
        result = command.collect(given)
        return ExecResult[Any, Any].of(command.exec_id, result.exit_code, whole(result.messages, demux=demux))
