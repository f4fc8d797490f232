"""One container."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any, Literal, cast

from dockwright_api import operations
from dockwright_api.unset import UNSET

from ..errors import NotFound
from ..flows import containers as flows
from ..flows.descriptions import health_of, image_id_of, labels_of, name_of, ports_of, renamed, status_of, terminal_of
from ..flows.terminals import content_type_tells
from ..options.commits import container_commit
from ..options.lifecycle import (
    container_delete,
    container_kill,
    container_rename,
    container_restart,
    container_stop,
    container_wait,
)
from ..options.updates import container_update
from .copies import ContainerCopies
from .images import Image
from .logs import ContainerLogs
from .processes import ContainerProcesses
from .resources import Model

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


class Container(ContainerLogs, ContainerProcesses, ContainerCopies, Model):
    """One container.

    As a context manager it is removed at the end of the block, whatever happened in it.
    """

    _outdated = False

    @property
    def attrs(self) -> dict[str, Any]:
        """Everything that the engine says, as JSON.

        The one attribute that asks the engine, and ``status``, ``health`` and ``ports`` with it, when they are first
        read: after a listing, and after a method that changed the state of the container. :meth:`reload` asks again.
        What is gone keeps what was last known.
        """
        if self._attrs is not None and not self._outdated:
            return self._attrs
        try:
            self.reload()
        except NotFound:
            if self._attrs is None:
                raise
            self._outdated = False
        return cast("dict[str, Any]", self._attrs)

    def reload(self) -> None:
        """Ask the engine again for what ``attrs`` holds. ``GET /containers/{id}/json``."""
        super().reload()
        self._outdated = False

    @property
    def name(self) -> str:
        """The name, without the slash that the engine puts in front."""
        return name_of(self._constant()) or ""

    @property
    def image(self) -> Image:
        """The image that the container was made of."""
        return Image.of(self.client, image_id_of(self._constant()) or "")

    @property
    def labels(self) -> dict[str, str]:
        """The labels."""
        return labels_of(self._constant()) or {}

    @property
    def status(self) -> str:
        """When last asked: ``created running paused restarting removing exited`` or ``dead``."""
        return status_of(self._present()) or ""

    @property
    def health(self) -> str:
        """``healthy``, ``unhealthy`` or ``starting``; ``unknown`` without a health check."""
        return health_of(self._present()) or ""

    @property
    def ports(self) -> dict[str, list[dict[str, str]] | None]:
        """Ports of the container, such as ``80/tcp``, with the places where they are published; None where nowhere."""
        return ports_of(self._present()) or {}

    def inspect(self, *, size: bool | None = None) -> models.ContainerInspectResponse:
        """Ask for everything about the container, as a model. ``GET /containers/{id}/json``.

        ``size`` adds ``size_rw`` and ``size_root_fs``.
        """
        return self.client.engine.send(operations.containers.inspect(self._id, size=size))

    def start(self, *, detach_keys: str | None = None) -> None:
        """Start the container; a running one stays as it is. ``POST /containers/{id}/start``."""
        self.client.engine.fetch(operations.containers.start(self._id, detach_keys=detach_keys))
        self._outdated = True

    def stop(self, *, timeout: int | None = None, signal: str | None = None) -> None:
        """Stop the container, by force after ``timeout`` seconds; a stopped one stays as it is.

        ``POST /containers/{id}/stop``. ``timeout`` is the container's own grace period where it is not given; -1 waits
        without limit. ``signal`` replaces ``SIGTERM`` (since API 1.42).
        """
        self.client.engine.fetch(container_stop(self._id, timeout, signal, name="timeout"))
        self._outdated = True

    def kill(self, signal: str | int | None = None) -> None:
        """Send the container's process a signal, ``SIGKILL`` by default. ``POST /containers/{id}/kill``.

        Raises ``Conflict`` where the container does not run.
        """
        self.client.engine.fetch(container_kill(self._id, signal))
        self._outdated = True

    def restart(self, *, timeout: int | None = 10, signal: str | None = None) -> None:
        """Stop the container, by force after ``timeout`` seconds, and start it. ``POST /containers/{id}/restart``.

        ``signal`` replaces ``SIGTERM`` (since API 1.42).
        """
        self.client.engine.fetch(container_restart(self._id, timeout, signal, name="timeout"))
        self._outdated = True

    def pause(self) -> None:
        """Freeze all processes of the container. ``POST /containers/{id}/pause``.

        Raises ``Conflict`` where it does not run, or is paused already.
        """
        self.client.engine.fetch(operations.containers.pause(self._id))
        self._outdated = True

    def unpause(self) -> None:
        """Let a paused container go on. ``POST /containers/{id}/unpause``."""
        self.client.engine.fetch(operations.containers.unpause(self._id))
        self._outdated = True

    def rename(self, name: str) -> None:
        """Give the container another name. ``POST /containers/{id}/rename``.

        Raises ``Conflict`` for a name in use.
        """
        self.client.engine.fetch(container_rename(self._id, name, name="name"))
        if self._attrs is not None:
            self._attrs = cast("dict[str, Any]", renamed(self._attrs, name))
        if self._entry is not None:
            self._entry = renamed(self._entry, name)

    def update(self, **options: Unpack[UpdateOptions]) -> shapes.ContainerUpdateResponse:
        """Change limits and the restart policy of the container. ``POST /containers/{id}/update``.

        The options are those of ``UpdateOptions``: ``mem_limit="256m"``, ``cpu_shares=512``, ``pids_limit=100`` and
        others; 0 is sent as it is. Gives the engine's ``Warnings``.
        """
        reply = self.client.engine.fetch(operations.containers.update(self._id, container_update(**options)))
        self._outdated = True
        return reply

    def remove(self, *, v: bool = False, link: bool = False, force: bool = False) -> None:
        """Remove the container; a running one only with ``force``. ``DELETE /containers/{id}``.

        ``v`` removes its anonymous volumes too, ``link`` removes a link instead of the container.
        """
        self.client.engine.fetch(container_delete(self._id, force=force, v=v, link=link))

    def wait(
        self,
        *,
        timeout: TimeoutOption = UNSET,
        condition: Literal["not-running", "next-exit", "removed"] | str | None = None,
    ) -> shapes.ContainerWaitResponse:
        """Wait until the container stops, and give its exit status as ``StatusCode``. ``POST /containers/{id}/wait``.

        Raises ``DeadlineExceeded`` where that takes longer than ``timeout`` seconds; without it there is no limit.
        """
        operation = container_wait(self._id, condition)
        reply = self.client.engine.fetch(operation, timeout=timeout)
        self._outdated = True
        return reply

    def wait_for(
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
        from ..flows.waiting import wait_for

        self._outdated = True
        engine = self.client.engine
        return engine.drive(
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

    def commit(
        self,
        repository: str | None = None,
        tag: str | None = None,
        *,
        message: str | None = None,
        author: str | None = None,
        pause: bool = True,
        changes: str | Sequence[str] | None = None,
        conf: Config | None = None,
    ) -> Image:
        """Make an image of what the container has in its file system now. ``POST /commit``.

        ``changes`` are instructions of a Dockerfile, such as ``ENV DEBUG=1``; ``conf`` replaces the container's own
        config. ``pause`` freezes it meanwhile.
        """
        operation = container_commit(
            self._id,
            repository=repository,
            tag=tag,
            message=message,
            author=author,
            changes=changes,
            config=conf,
            pause=pause,
        )
        return Image.of(self.client, self.client.engine.fetch(operation)["Id"])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.client.engine.drive(flows.leave(self._id, error))

    def _inspect(self) -> dict[str, Any]:
        return cast("dict[str, Any]", self.client.engine.fetch(operations.containers.inspect(self._id)))

    def _constant(self) -> Mapping[str, Any]:
        """Give what says what never changes, however old."""
        return self._attrs or self._entry or self.attrs

    def _present(self) -> Mapping[str, Any]:
        """Give what says how the container is."""
        return self.attrs if self._outdated else self._known() or self.attrs

    def _known_tty(self) -> bool | None:
        return None if self._attrs is None else terminal_of(self._attrs)

    def _terminal(self) -> bool | None:
        """Find out about a terminal where a reply does not tell, and remember it."""
        if content_type_tells(self.client.engine.negotiate()):
            return None
        return terminal_of(self._attrs or self.attrs)
