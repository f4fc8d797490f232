"""One container."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, cast

from dockwright_api import operations
from dockwright_api.unset import UNSET

from ..flows import containers as flows
from ..flows.descriptions import (
    health_of,
    image_name_of,
    labels_of,
    name_of,
    ports_of,
    published,
    renamed,
    status_of,
)
from ..options.commits import container_commit
from ..options.lifecycle import (
    container_delete,
    container_kill,
    container_rename,
    container_restart,
    container_stop,
    container_wait,
)
from ..options.ports import published_port
from ..options.updates import container_update
from .copies import ContainerCopies
from .processes import ContainerProcesses

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from types import TracebackType
    from typing import Self, Unpack

    from dockwright_api import models, shapes

    from ..flows.waiting import Waited
    from ..options.commits import Config
    from ..options.conditions import LogText, State
    from ..options.updates import UpdateOptions
    from ..policy.timeouts import TimeoutOption
    from .docker import Docker
    from .logs import DockerLog
    from .types import PortInfo


class DockerContainer(ContainerProcesses, ContainerCopies):
    """One container.

    Its attributes, and ``container["Key"]``, tell what the engine said last, and ask nothing: everything after
    :meth:`DockerContainers.get`, :meth:`show` and :meth:`reload`; most of it after a listing, where ``Key`` is one of
    the listing's; nothing but the id after :meth:`DockerContainers.create` and ``run``. What is not known is None.

    As an asynchronous context manager it is removed at the end of the block, whatever happened in it.
    """

    __slots__ = ("_container", "_id", "_logs", "docker")

    _container: Mapping[str, Any]
    _id: str

    def __init__(self, docker: Docker, **kwargs: Any) -> None:
        found = kwargs.get("id") or kwargs.get("ID") or kwargs.get("Id")
        if not found:
            raise ValueError("a DockerContainer needs the id of a container: id=...")
        self.docker: Docker = docker
        self._container = kwargs
        self._id = str(found)
        self._logs: DockerLog | None = None

    @classmethod
    def of(cls, docker: Docker, container_id: str, data: Any) -> Self:
        """Make a container of what the engine said about it, without copying that."""
        self = cls.__new__(cls)
        self.docker = docker
        self._id = container_id
        self._container = data
        self._logs = None
        return self

    @property
    def id(self) -> str:
        """The id, or the name by which the container was asked for."""
        return self._id

    @property
    def short_id(self) -> str:
        """The first 12 characters of the id."""
        return self._id[:12]

    @property
    def attrs(self) -> Mapping[str, Any]:
        """What the engine said last: an inspection, an entry of a listing, or only the id."""
        return self._container

    @property
    def name(self) -> str | None:
        """The name, without the slash that the engine puts in front."""
        return name_of(self._container)

    @property
    def status(self) -> str | None:
        """When last asked: ``created running paused restarting removing exited`` or ``dead``."""
        return status_of(self._container)

    @property
    def image(self) -> str | None:
        """The image, by the name with which the container was made of it."""
        return image_name_of(self._container)

    @property
    def labels(self) -> dict[str, str] | None:
        """The labels."""
        return labels_of(self._container)

    @property
    def ports(self) -> dict[str, list[dict[str, str]] | None] | None:
        """Ports of the container, such as ``80/tcp``, with the places where they are published; None where nowhere."""
        return ports_of(self._container)

    @property
    def health(self) -> str | None:
        """When last asked: ``healthy``, ``unhealthy`` or ``starting``; ``unknown`` without a health check."""
        return health_of(self._container)

    @property
    def logs(self) -> DockerLog:
        """The log, for several readers at once."""
        if self._logs is None:
            from .logs import DockerLog

            self._logs = DockerLog(self.docker, self)
        return self._logs

    async def show(self, *, size: bool | None = None) -> shapes.ContainerInspectResponse:
        """Ask for everything about the container, as JSON. ``GET /containers/{id}/json``.

        ``size`` adds ``SizeRw`` and ``SizeRootFs``.
        """
        data = await self.docker.engine.fetch(operations.containers.inspect(self._id, size=size))
        self._container = cast("Mapping[str, Any]", data)
        return data

    async def reload(self) -> None:
        """Ask anew for what the attributes tell. ``GET /containers/{id}/json``."""
        await self.show()

    async def inspect(self, *, size: bool | None = None) -> models.ContainerInspectResponse:
        """Ask for everything about the container, as a model. ``GET /containers/{id}/json``."""
        return await self.docker.engine.send(operations.containers.inspect(self._id, size=size))

    async def start(self, *, detachKeys: str | None = None) -> None:  # noqa: N803  the Engine's name, as users know it
        """Start the container; a running one stays as it is. ``POST /containers/{id}/start``."""
        await self.docker.engine.fetch(operations.containers.start(self._id, detach_keys=detachKeys))

    async def stop(self, *, t: int | None = None, signal: str | None = None, timeout: TimeoutOption = UNSET) -> None:
        """Stop the container, by force after ``t`` seconds; a stopped one stays as it is.

        ``POST /containers/{id}/stop``. ``t`` is the container's own grace period where it is not given, and is added to
        ``timeout``; -1 waits without limit. ``signal`` replaces ``SIGTERM`` (since API 1.42).
        """
        await self.docker.engine.fetch(container_stop(self._id, t, signal, name="t"), timeout=timeout)

    async def restart(self, *, t: int | None = None, timeout: TimeoutOption = UNSET, signal: str | None = None) -> None:
        """Stop the container, by force after ``t`` seconds, and start it. ``POST /containers/{id}/restart``.

        The arguments are those of :meth:`stop`.
        """
        await self.docker.engine.fetch(container_restart(self._id, t, signal, name="t"), timeout=timeout)

    async def kill(self, *, signal: str | int | None = None, timeout: TimeoutOption = UNSET) -> None:
        """Send the container's process a signal, ``SIGKILL`` by default. ``POST /containers/{id}/kill``.

        Raises ``Conflict`` where the container does not run.
        """
        await self.docker.engine.fetch(container_kill(self._id, signal), timeout=timeout)

    async def pause(self) -> None:
        """Freeze all processes of the container. ``POST /containers/{id}/pause``.

        Raises ``Conflict`` where it does not run, or is paused already.
        """
        await self.docker.engine.fetch(operations.containers.pause(self._id))

    async def unpause(self) -> None:
        """Let a paused container go on. ``POST /containers/{id}/unpause``."""
        await self.docker.engine.fetch(operations.containers.unpause(self._id))

    async def rename(self, newname: str) -> None:
        """Give the container another name. ``POST /containers/{id}/rename``.

        Raises ``Conflict`` for a name in use.
        """
        await self.docker.engine.fetch(container_rename(self._id, newname, name="newname"))
        self._container = renamed(self._container, newname)

    async def update(self, **options: Unpack[UpdateOptions]) -> shapes.ContainerUpdateResponse:
        """Change limits and the restart policy of the container. ``POST /containers/{id}/update``.

        The options are those of ``UpdateOptions``: ``mem_limit="256m"``, ``cpu_shares=512``, ``pids_limit=100`` and
        others. Gives the engine's ``Warnings``.
        """
        return await self.docker.engine.fetch(operations.containers.update(self._id, container_update(**options)))

    async def delete(
        self, *, force: bool = False, v: bool = False, link: bool = False, timeout: TimeoutOption = UNSET
    ) -> None:
        """Remove the container; a running one only with ``force``. ``DELETE /containers/{id}``.

        ``v`` removes its anonymous volumes too, ``link`` removes a link instead of the container.
        """
        await self.docker.engine.fetch(container_delete(self._id, force=force, v=v, link=link), timeout=timeout)

    async def wait(
        self,
        *,
        timeout: TimeoutOption = UNSET,
        condition: Literal["not-running", "next-exit", "removed"] | str | None = None,
    ) -> shapes.ContainerWaitResponse:
        """Wait until the container stops, and give its exit code as ``StatusCode``. ``POST /containers/{id}/wait``."""
        operation = container_wait(self._id, condition)
        return await self.docker.engine.fetch(operation, timeout=timeout)

    async def wait_for(
        self,
        *states: State,
        log: LogText | Sequence[LogText] | None = None,
        port: int | str | Sequence[int | str] | None = None,
        file: str | Sequence[str] | None = None,
        any: bool = False,
        timeout: float | None = None,
    ) -> Waited:
        """Wait until the container is ready: all that is given was seen, or with ``any`` the first of it.

        ``states`` are ``"running"``, ``"healthy"`` and ``"exited"``. ``log`` is text that a line of its present run
        contains, or a compiled pattern that finds something in it. ``port`` is one on which something listens inside
        the container (80, ``"53/udp"``), whether published or not, which takes ``cat`` or a shell in the image.
        ``file`` is a path at which there is something. Of the last three it may be several.

        Raises ``ContainerEnded`` as soon as the container ends and nothing restarts it, and ``WaitTimeout`` after
        ``timeout`` seconds; both have the last lines of its log, and say what was missing.
        """
        from time import monotonic

        from ..flows.waiting import wait_for

        engine = self.docker.engine
        return await engine.drive(
            wait_for(
                self._id,
                states,
                log=log,
                port=port,
                file=file,
                any=any,
                timeout=timeout,
                clock=monotonic,
                cleanup=engine.timeouts.cleanup,
            )
        )

    async def port(self, private_port: int | str) -> list[PortInfo] | None:
        """Tell where a port of the container is published: 80, ``"80/tcp"``; None where nowhere.

        A number without a protocol is one of TCP, or else of UDP. Asks the engine where the container was not yet
        inspected. ``GET /containers/{id}/json``.
        """
        asked = published_port("private_port", private_port)
        if "Ports" not in (self._container.get("NetworkSettings") or {}):
            await self.show()
        return cast("list[PortInfo] | None", published(self._container, asked))

    async def commit(
        self,
        *,
        repository: str | None = None,
        tag: str | None = None,
        message: str | None = None,
        author: str | None = None,
        changes: str | Sequence[str] | None = None,
        config: Config | None = None,
        pause: bool = True,
        timeout: TimeoutOption = UNSET,
    ) -> shapes.IDResponse:
        """Make an image of what the container has in its file system now. ``POST /commit``.

        ``changes`` are instructions of a Dockerfile, such as ``ENV DEBUG=1``; ``config`` replaces the container's own.
        ``pause`` freezes it meanwhile. Gives the id of the image as ``Id``.
        """
        operation = container_commit(
            self._id,
            repository=repository,
            tag=tag,
            message=message,
            author=author,
            changes=changes,
            config=config,
            pause=pause,
        )
        return await self.docker.engine.fetch(operation, timeout=timeout)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        from .cleanup import see_through

        await see_through(self.docker.engine.drive(flows.leave(self._id, error)))

    def __getitem__(self, key: str) -> Any:
        return self._container[key]

    def __contains__(self, key: object) -> bool:
        return key in self._container

    def __repr__(self) -> str:
        return f"<DockerContainer {self._id[:12]}>"
