"""One container."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, cast, overload

from dockwright_api import operations
from dockwright_api.unset import UNSET

from ..errors import InvalidArgument
from ..flows.execs import ExecResult as Collected
from ..flows.execs import exec_attached, exec_detached
from ..flows.terminals import content_type_tells
from ..options.logs import container_logs
from ..options.moments import moment
from ..options.processes import exec_config
from .commands import Command
from .copies import ContainerCopies
from .images import Image
from .output import ExecOutput, ExecResult, ProcessOutput, pair, payload
from .resources import Model

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Unpack

    from dockwright_api import models, shapes

    from ..options.logs import LogOptions
    from ..options.moments import Moment
    from ..options.processes import ExecOptions
    from ..policy.timeouts import TimeoutOption
    from .commands import Input
    from .output import Pair
    from .stream import Message, Stream
    from .streams import ReplyStream


class Container(ContainerCopies, Model):
    """One container."""

    @property
    def name(self) -> str:
        """The name, without the slash that the engine puts in front."""
        if (entry := self._known()) is None:
            return str(self.attrs["Name"]).removeprefix("/")
        # A link gives a container further names, below that of the other container.
        return next((name[1:] for name in entry.get("Names") or () if name.count("/") == 1), "")

    @property
    def image(self) -> Image:
        """The image that the container was made of."""
        entry = self._known()
        identifier = self.attrs["Image"] if entry is None else entry["ImageID"]
        return Image.of(self.client, identifier)

    @property
    def status(self) -> str:
        """When last asked: ``created running paused restarting removing exited`` or ``dead``."""
        entry = self._known()
        return str(self.attrs["State"]["Status"] if entry is None else entry["State"])

    @property
    def health(self) -> str:
        """``healthy``, ``unhealthy`` or ``starting``; ``unknown`` without a health check."""
        health: dict[str, str] = self.attrs["State"].get("Health") or {}
        return health.get("Status") or "unknown"

    @property
    def labels(self) -> dict[str, str]:
        """The labels."""
        entry = self._known()
        return (self.attrs["Config"] if entry is None else entry).get("Labels") or {}

    @property
    def ports(self) -> dict[str, list[dict[str, str]] | None]:
        """Ports of the container, such as ``80/tcp``, with the places where they are published; None where nowhere."""
        if (entry := self._known()) is None:
            return self.attrs["NetworkSettings"].get("Ports") or {}
        ports: dict[str, list[dict[str, str]] | None] = {}
        for port in entry.get("Ports") or ():
            places = ports.setdefault(f"{port['PrivatePort']}/{port['Type']}", None)
            if port.get("PublicPort"):
                place = {"HostIp": port.get("IP", ""), "HostPort": str(port["PublicPort"])}
                ports[f"{port['PrivatePort']}/{port['Type']}"] = [*(places or ()), place]
        return ports

    def inspect(self, *, size: bool | None = None) -> models.ContainerInspectResponse:
        """Ask for everything about the container, as a model. ``GET /containers/{id}/json``."""
        return self.client.engine.send(operations.containers.inspect(self._id, size=size))

    def start(self) -> None:
        """Start the container; a running one stays as it is. ``POST /containers/{id}/start``."""
        self.client.engine.fetch(operations.containers.start(self._id))

    def stop(self, *, timeout: int | None = None, signal: str | None = None) -> None:
        """Stop the container, by force after ``timeout`` seconds; a stopped one stays as it is.

        ``POST /containers/{id}/stop``. ``timeout`` is the container's own grace period where it is not given; -1 waits
        without limit. ``signal`` replaces ``SIGTERM``.
        """
        self.client.engine.fetch(operations.containers.stop(self._id, t=timeout, signal=signal))

    def kill(self, signal: str | int | None = None) -> None:
        """Send the container's process a signal, ``SIGKILL`` by default. ``POST /containers/{id}/kill``.

        Raises ``Conflict`` where the container does not run.
        """
        name = None if signal is None else str(signal if isinstance(signal, str) else int(signal))
        self.client.engine.fetch(operations.containers.kill(self._id, signal=name))

    def restart(self, *, timeout: int | None = 10, signal: str | None = None) -> None:
        """Stop the container, by force after ``timeout`` seconds, and start it. ``POST /containers/{id}/restart``."""
        self.client.engine.fetch(operations.containers.restart(self._id, t=timeout, signal=signal))

    def remove(self, *, v: bool = False, link: bool = False, force: bool = False) -> None:
        """Remove the container; a running one only with ``force``. ``DELETE /containers/{id}``.

        ``v`` removes its anonymous volumes too, ``link`` removes a link instead of the container.
        """
        self.client.engine.fetch(
            operations.containers.delete(self._id, v=v or None, link=link or None, force=force or None)
        )

    def wait(
        self,
        *,
        timeout: TimeoutOption = UNSET,
        condition: Literal["not-running", "next-exit", "removed"] | str | None = None,
    ) -> shapes.ContainerWaitResponse:
        """Wait until the container stops, and give its exit status as ``StatusCode``. ``POST /containers/{id}/wait``.

        Raises ``DeadlineExceeded`` where that takes longer than ``timeout`` seconds; without it there is no limit.
        """
        return self.client.engine.fetch(operations.containers.wait(self._id, condition=condition), timeout=timeout)

    @overload
    def logs(
        self,
        stdout: bool = ...,
        stderr: bool = ...,
        stream: Literal[False] = False,
        timestamps: bool = ...,
        tail: int | str = ...,
        since: Moment | None = ...,
        follow: bool | None = ...,
        until: Moment | None = ...,
    ) -> bytes: ...
    @overload
    def logs(
        self,
        stdout: bool = ...,
        stderr: bool = ...,
        *,
        stream: Literal[True],
        timestamps: bool = ...,
        tail: int | str = ...,
        since: Moment | None = ...,
        follow: bool | None = ...,
        until: Moment | None = ...,
    ) -> ReplyStream[bytes]: ...
    @overload
    def logs(
        self,
        stdout: bool = ...,
        stderr: bool = ...,
        stream: bool = ...,
        timestamps: bool = ...,
        tail: int | str = ...,
        since: Moment | None = ...,
        follow: bool | None = ...,
        until: Moment | None = ...,
    ) -> bytes | ReplyStream[bytes]: ...

    def logs(
        self,
        stdout: bool = True,
        stderr: bool = True,
        stream: bool = False,
        timestamps: bool = False,
        tail: int | str = "all",
        since: Moment | None = None,
        follow: bool | None = None,
        until: Moment | None = None,
    ) -> bytes | ReplyStream[bytes]:
        """Read the log. ``GET /containers/{id}/logs``.

        Gives bytes, or with ``stream`` an iterator of what was written, piece by piece, which can be closed and follows
        the log until the container ends, unless ``follow`` is False. ``since`` and ``until`` are a ``datetime`` or
        seconds since 1970, ``tail`` is a number of lines. For messages that name their stream, see :meth:`messages`.
        """
        options: LogOptions = {
            "since": moment("since", since),
            "until": moment("until", until),
            "timestamps": timestamps,
            "tail": _tail(tail),
        }
        follow = stream if follow is None else follow
        operation = container_logs(self._id, options, stdout=stdout, stderr=stderr, follow=follow)
        payloads = self.client.engine.payloads(operation, tty=self._terminal())
        return payloads.open() if stream else b"".join(payloads.read_all())

    def messages(
        self,
        *,
        stdout: bool = True,
        stderr: bool = True,
        follow: bool = False,
        timeout: TimeoutOption = UNSET,
        **options: Unpack[LogOptions],
    ) -> ReplyStream[Message]:
        """Read the log as messages, in order, each with its stream (1 standard output, 2 standard error) and bytes.

        ``GET /containers/{id}/logs``. Use it with ``for`` or, to leave it early, ``with``.
        """
        operation = container_logs(self._id, options, stdout=stdout, stderr=stderr, follow=follow)
        return self.client.engine.output(operation, timeout=timeout, tty=self._known_tty())

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
        if stream:
            return ProcessOutput[Any](attached, pair if demux else payload)
        with attached:
            result = Collected(0, tuple(attached))
        return (result.stdout or None, result.stderr or None) if demux else result.output

    def resize(self, height: int, width: int) -> None:
        """Set the size of the container's terminal in lines and columns. ``POST /containers/{id}/resize``."""
        self.client.engine.fetch(operations.containers.resize(self._id, h=height, w=width))

    def attach_socket(self, params: Mapping[str, Any] | None = None, ws: bool = False) -> Stream:
        """Connect to the streams of the container's process, in both directions. ``POST /containers/{id}/attach``.

        ``params`` are the arguments of the operation, such as ``{"stdin": 1, "stdout": 1, "stream": 1}``; without them
        it is the output from now on. A web socket (``ws``) is not supported: what this gives serves every engine.
        """
        if ws:
            raise InvalidArgument("ws=True is not supported by dockwright.sync; without it, the result does the same")
        given: Mapping[str, Any] = {"stdout": 1, "stderr": 1, "stream": 1} if params is None else params
        known = {"stdin", "stdout", "stderr", "stream", "logs"}
        if unknown := set(given) - known - {"detachKeys"}:
            raise InvalidArgument(f"params has no {', '.join(sorted(unknown))}; it may have {', '.join(sorted(known))}")
        operation = operations.containers.attach(
            self._id,
            detach_keys=given.get("detachKeys"),
            **{name: bool(int(value)) for name, value in given.items() if name in known},
        )
        return self.client.engine.upgrade(operation, tty=self._terminal()).open()

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
        environment: Mapping[str, str | None] | Sequence[str] | None = ...,
        workdir: str | None = ...,
        demux: Literal[False] = False,
        *,
        timeout: float | None = ...,
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
    ) -> ExecResult[None, Stream]: ...
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
        environment: Mapping[str, str | None] | Sequence[str] | None = None,
        workdir: str | None = None,
        demux: bool = False,
        *,
        timeout: float | None = None,
    ) -> ExecResult[Any, Any]:
        """Run a command in the container, and give its exit code and output.

        ``cmd`` as text is split the way a shell does. The output is bytes; with ``demux`` the pair of standard output
        and standard error, None for what is empty; with ``stream`` an iterator of the same, which can be closed and
        has the exit code at its end; with ``socket`` a :class:`Stream` in both directions; with ``detach`` nothing. The
        exit code is None where the command may still run.

        ``stdin`` is bytes, a file or an iterable of bytes, and ends with it; True counts with ``socket`` only. Where
        the command takes longer than ``timeout`` seconds, it is killed with everything that it started, and
        ``ExecTimeout`` is raised, which has the output. That takes a shell in the image, and counts neither with
        ``socket`` nor with ``detach``.
        """
        given = None if isinstance(stdin, bool) else stdin
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
        )
        engine = self.client.engine
        if detach:
            engine.drive(exec_detached(self._id, config))
            return ExecResult(None, b"")
        if socket:
            return ExecResult(None, cast("tuple[str, Stream]", engine.drive(exec_attached(self._id, config)))[1])
        command = Command(engine, self._id, config, timeout=timeout)
        if stream:
            return ExecResult(None, ExecOutput(command, pair if demux else payload))
        result = command.collect(given)
        both = (result.stdout or None, result.stderr or None)
        return ExecResult(result.exit_code, both if demux else result.output)

    def _inspect(self) -> dict[str, Any]:
        return cast("dict[str, Any]", self.client.engine.fetch(operations.containers.inspect(self._id)))

    def _known_tty(self) -> bool | None:
        return None if self._attrs is None else bool(self._attrs["Config"]["Tty"])

    def _terminal(self) -> bool | None:
        """Find out about a terminal where a reply does not tell, and remember it."""
        return None if content_type_tells(self.client.engine.negotiate()) else bool(self.attrs["Config"]["Tty"])


def _tail(tail: int | str) -> int | str:
    if tail == "all" or (isinstance(tail, int) and not isinstance(tail, bool) and tail >= 0):
        return tail
    if isinstance(tail, str) and tail.isdecimal():
        return tail
    raise InvalidArgument(f"tail must be a number of lines, or 'all', not {tail!r}")
