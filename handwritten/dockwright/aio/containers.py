"""Containers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, cast, overload

from dockwright_api import operations
from dockwright_api.unset import UNSET

from ..flows import containers as flows
from ..flows.images import image_of, pull_operation
from ..flows.stats import usage
from ..flows.terminals import content_type_tells
from ..options.filters import filters_option
from ..options.logs import container_logs
from ..options.processes import exec_config
from ..settings.credentials import pull_auth
from .copies import ContainerCopies
from .execs import Exec
from .stream import Stream

if TYPE_CHECKING:
    import builtins
    from collections.abc import AsyncIterator, Awaitable, Mapping, Sequence
    from typing import Unpack

    import aiohttp

    from dockwright_api import models, shapes
    from dockwright_api.encode import Filters

    from ..flows.execs import ExecResult
    from ..flows.stats import Usage
    from ..options.logs import LogOptions
    from ..policy.timeouts import TimeoutOption
    from ..settings.credentials import Auth
    from ..wire.loglines import LogLine
    from .commands import Input
    from .docker import Docker
    from .stream import Message
    from .streams import ReplyStream

    Config = models.ContainerCreateRequest | shapes.ContainerCreateRequest | Mapping[str, Any]


class DockerContainers:
    """The containers of an engine; ``docker.containers``."""

    def __init__(self, docker: Docker) -> None:
        self.docker = docker

    async def list(
        self,
        *,
        all: bool | None = None,
        limit: int | None = None,
        size: bool | None = None,
        filters: Filters | str | None = None,
    ) -> builtins.list[DockerContainer]:
        """List containers. ``GET /containers/json``.

        Running ones only, unless ``all``. ``limit`` takes the newest so many, ``size`` adds ``SizeRw`` and
        ``SizeRootFs``. ``filters`` is a mapping such as ``{"label": "app=web", "status": ["running", "paused"]}``.
        """
        operation = operations.containers.list(all=all, limit=limit, size=size, filters=filters_option(filters))
        docker = self.docker
        return [DockerContainer.of(docker, entry["Id"], entry) for entry in await docker.engine.fetch(operation)]

    async def create(self, config: Config, *, name: str | None = None, platform: str | None = None) -> DockerContainer:
        """Create a container, without starting it. ``POST /containers/create``.

        ``config`` is the Engine's own JSON, or a model of it. Raises ``ImageNotFound`` and, for a name in use,
        ``Conflict``.
        """
        created = await self.docker.engine.drive(flows.create(config, name=name, platform=platform))
        return self.container(created["Id"])

    async def run(
        self, config: Config, *, auth: Auth | None = None, name: str | None = None, platform: str | None = None
    ) -> DockerContainer:
        """Create a container and start it, pulling its image first where that is missing.

        ``auth`` is for the registry of the image. Raises ``DockerContainerError``, which names the container, where it
        was created and could not be started.
        """
        image = image_of(config)
        pull = pull_operation(image, platform=platform, registry_auth=pull_auth(auth, image)) if image else None
        flow = flows.run(config, name=name, platform=platform, pull=pull)
        return self.container(await self.docker.engine.drive(flow))

    async def get(self, container_id: str, *, size: bool | None = None) -> DockerContainer:
        """Look a container up by id or name. ``GET /containers/{id}/json``.

        Raises ``ContainerNotFound``.
        """
        data = await self.docker.engine.fetch(operations.containers.inspect(container_id, size=size))
        return DockerContainer.of(self.docker, data["Id"], data)

    def container(self, container_id: str, **kwargs: Any) -> DockerContainer:
        """Give a container by id or name, without asking the engine; ``kwargs`` become its data."""
        return DockerContainer.of(self.docker, container_id, {"id": container_id, **kwargs})

    def exec(self, exec_id: str) -> Exec:
        """Give a command that was created earlier, without asking the engine."""
        return Exec(self.docker, exec_id)


class DockerContainer(ContainerCopies):
    """One container.

    ``container["Key"]`` reads what the call that made this object said of it, or the last :meth:`show`.
    """

    __slots__ = ("_container", "_id", "_tty", "docker")

    _container: Mapping[str, Any]
    _id: str

    def __init__(self, docker: Docker, **kwargs: Any) -> None:
        found = kwargs.get("id") or kwargs.get("ID") or kwargs.get("Id")
        if not found:
            raise ValueError("a DockerContainer needs the id of a container: id=...")
        self.docker: Docker = docker
        self._container = kwargs
        self._id = str(found)
        self._tty: bool | None = None

    @classmethod
    def of(cls, docker: Docker, container_id: str, data: Any) -> DockerContainer:
        """Make a container of what the engine said about it, without copying that."""
        self = cls.__new__(cls)
        self.docker = docker
        self._id = container_id
        self._container = data
        self._tty = None
        return self

    @property
    def id(self) -> str:
        """The id, or the name by which the container was asked for."""
        return self._id

    async def show(self, *, size: bool | None = None) -> shapes.ContainerInspectResponse:
        """Ask for everything about the container, as JSON. ``GET /containers/{id}/json``.

        ``size`` adds ``SizeRw`` and ``SizeRootFs``.
        """
        data = await self.docker.engine.fetch(operations.containers.inspect(self._id, size=size))
        self._container = cast("Mapping[str, Any]", data)
        return data

    async def inspect(self, *, size: bool | None = None) -> models.ContainerInspectResponse:
        """Ask for everything about the container, as a model. ``GET /containers/{id}/json``."""
        return await self.docker.engine.send(operations.containers.inspect(self._id, size=size))

    async def start(self, *, detachKeys: str | None = None) -> None:  # noqa: N803  the Engine's name, as users know it
        """Start the container; a running one stays as it is. ``POST /containers/{id}/start``."""
        await self.docker.engine.fetch(operations.containers.start(self._id, detach_keys=detachKeys))

    async def stop(self, *, t: int | None = None, signal: str | None = None, timeout: TimeoutOption = UNSET) -> None:
        """Stop the container, by force after ``t`` seconds; a stopped one stays as it is.

        ``POST /containers/{id}/stop``. ``t`` is the container's own grace period where it is not given, and is added to
        ``timeout``. ``signal`` replaces ``SIGTERM``.
        """
        await self.docker.engine.fetch(operations.containers.stop(self._id, t=t, signal=signal), timeout=timeout)

    async def kill(self, *, signal: str | int | None = None, timeout: TimeoutOption = UNSET) -> None:
        """Send the container's process a signal, ``SIGKILL`` by default. ``POST /containers/{id}/kill``.

        Raises ``Conflict`` where the container does not run.
        """
        name = None if signal is None else str(signal)
        await self.docker.engine.fetch(operations.containers.kill(self._id, signal=name), timeout=timeout)

    async def delete(
        self, *, force: bool = False, v: bool = False, link: bool = False, timeout: TimeoutOption = UNSET
    ) -> None:
        """Remove the container; a running one only with ``force``. ``DELETE /containers/{id}``.

        ``v`` removes its anonymous volumes too, ``link`` removes a link instead of the container.
        """
        operation = operations.containers.delete(self._id, force=force or None, v=v or None, link=link or None)
        await self.docker.engine.fetch(operation, timeout=timeout)

    async def wait(
        self,
        *,
        timeout: TimeoutOption = UNSET,
        condition: Literal["not-running", "next-exit", "removed"] | str | None = None,
    ) -> shapes.ContainerWaitResponse:
        """Wait until the container stops, and give its exit code as ``StatusCode``. ``POST /containers/{id}/wait``."""
        return await self.docker.engine.fetch(
            operations.containers.wait(self._id, condition=condition), timeout=timeout
        )

    @overload
    def log(
        self,
        *,
        stdout: bool = ...,
        stderr: bool = ...,
        follow: Literal[False] = False,
        timeout: TimeoutOption = ...,
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
        **options: Unpack[LogOptions],
    ) -> AsyncIterator[str]: ...

    def log(
        self,
        *,
        stdout: bool = False,
        stderr: bool = False,
        follow: bool = False,
        timeout: TimeoutOption = UNSET,
        **options: Unpack[LogOptions],
    ) -> Awaitable[builtins.list[str]] | AsyncIterator[str]:
        """Read the log as text. ``GET /containers/{id}/logs``.

        At least one of ``stdout`` and ``stderr`` is needed. Without ``follow`` gives an awaitable list, with it an
        asynchronous iterator that ends with the container; an item is what the process wrote at once. ``since`` and
        ``until`` are a ``datetime`` (local time without a zone), seconds since 1970 or a time as in RFC 3339, ``tail``
        a number of lines. For lines see :meth:`lines`, and :meth:`messages` for messages that name their stream.
        """
        operation = container_logs(self._id, options, stdout=stdout, stderr=stderr, follow=follow)
        stream = self.docker.engine.texts(operation, timeout=timeout, tty=self._known_tty())
        return stream if follow else stream.read_all()

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

        ``GET /containers/{id}/logs``. The arguments are those of :meth:`log`. Use it with ``async for`` or, to leave it
        early, ``async with``.
        """
        operation = container_logs(self._id, options, stdout=stdout, stderr=stderr, follow=follow)
        return self.docker.engine.output(operation, timeout=timeout, tty=self._known_tty())

    def lines(
        self,
        *,
        stdout: bool = True,
        stderr: bool = True,
        follow: bool = False,
        errors: str = "replace",
        timeout: TimeoutOption = UNSET,
        **options: Unpack[LogOptions],
    ) -> ReplyStream[LogLine]:
        """Read the log line by line, each with its stream and, with ``timestamps=True``, its time.

        ``GET /containers/{id}/logs``. ``errors`` says what becomes of bytes that are no UTF-8, by the name of a codec
        error handler; the other arguments are those of :meth:`log`. Each stream is decoded by itself.
        """
        operation = container_logs(self._id, options, stdout=stdout, stderr=stderr, follow=follow)
        return self.docker.engine.lines(
            operation,
            timeout=timeout,
            tty=self._known_tty(),
            timestamps=bool(options.get("timestamps")),
            errors=errors,
        )

    @overload
    def stats(
        self, *, stream: Literal[True] = True, timeout: TimeoutOption = ...
    ) -> ReplyStream[shapes.ContainerStatsResponse]: ...
    @overload
    def stats(
        self, *, stream: Literal[False], timeout: TimeoutOption = ...
    ) -> Awaitable[builtins.list[shapes.ContainerStatsResponse]]: ...

    def stats(
        self, *, stream: bool = True, timeout: TimeoutOption = UNSET
    ) -> ReplyStream[shapes.ContainerStatsResponse] | Awaitable[builtins.list[shapes.ContainerStatsResponse]]:
        """Read what the container uses, as JSON. ``GET /containers/{id}/stats``.

        Gives an asynchronous iterator of about one document a second; without ``stream``, an awaitable list of one. For
        percentages see :meth:`usage`, and ``dockwright.aio.usage`` for those of each document.
        """
        if stream:
            return self.docker.engine.documents(operations.containers.stats(self._id), timeout=timeout)
        return self._stats_once(timeout)

    async def _stats_once(self, timeout: TimeoutOption) -> builtins.list[shapes.ContainerStatsResponse]:
        return [await self.docker.engine.fetch(operations.containers.stats(self._id, stream=False), timeout=timeout)]

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
        await self.docker.engine.fetch(operations.containers.resize(self._id, h=h, w=w))

    async def exec(
        self,
        cmd: str | Sequence[str],
        stdout: bool = True,
        stderr: bool = True,
        stdin: bool = False,
        tty: bool = False,
        privileged: bool = False,
        user: str = "",
        environment: Mapping[str, str | None] | Sequence[str] | None = None,
        workdir: str | None = None,
        detach_keys: str | None = None,
    ) -> Exec:
        """Create a command in the container, to be started by :meth:`Exec.start`. ``POST /containers/{id}/exec``.

        ``cmd`` as text is split the way a shell does. ``environment`` is a mapping, or a sequence of ``NAME=value``.
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
        environment: Mapping[str, str | None] | Sequence[str] | None = None,
        workdir: str | None = None,
        timeout: float | None = None,
    ) -> ExecResult:
        """Run a command in the container to its end, and give its exit code and output.

        ``stdin`` is bytes, a file or an iterable of bytes, asynchronous or not, and ends with it; the other arguments
        are those of :meth:`exec`. Raises ``ExecTimeout``, which has the output, where the command takes longer than
        ``timeout`` seconds. It is killed then, with everything that it started, and so it is when this is cancelled;
        that takes a shell in the image.
        """
        from .commands import run_command

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

    def _known_tty(self) -> bool | None:
        config = self._container.get("Config")
        tty = config.get("Tty") if config else None
        return tty if isinstance(tty, bool) else None

    def __getitem__(self, key: str) -> Any:
        return self._container[key]

    def __contains__(self, key: object) -> bool:
        return key in self._container

    def __repr__(self) -> str:
        return f"<DockerContainer {self._id[:12]}>"
