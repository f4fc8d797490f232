"""Tasks: what the services of a swarm run on its nodes."""

from __future__ import annotations

from time import time
from typing import TYPE_CHECKING, Any, cast

from dockwright_api import operations
from dockwright_api.unset import UNSET

from ..options.filters import filters_option
from ..options.services import swarm_logs
from .resources import Collection, Model

if TYPE_CHECKING:
    import builtins
    from typing import Unpack

    from dockwright_api import models
    from dockwright_api.encode import Filters

    from ..options.services import LogOptions
    from ..policy.retry import Reconnect
    from ..policy.timeouts import TimeoutOption
    from ..wire.loglines import LogLine
    from .stream import Message
    from .streams import ReplyStream


class Task(Model):
    """One task: a container on one node, as a part of a service."""

    id_attribute = "ID"

    @property
    def status(self) -> str:
        """When last asked: ``running``, ``complete``, ``failed``, ``rejected`` or one of the steps to there."""
        status: dict[str, Any] = self.attrs.get("Status") or {}
        return str(status.get("State", ""))

    @property
    def service_id(self) -> str:
        """The id of its service."""
        return str(self.attrs.get("ServiceID", ""))

    @property
    def node_id(self) -> str:
        """The id of the node that it is for; empty while there is none."""
        return str(self.attrs.get("NodeID") or "")

    @property
    def container_id(self) -> str:
        """The id of its container, on its node; empty before there is one."""
        status: dict[str, Any] = self.attrs.get("Status") or {}
        container: dict[str, Any] = status.get("ContainerStatus") or {}
        return str(container.get("ContainerID") or "")

    def inspect(self) -> models.Task:
        """Ask for everything about the task, as a model. ``GET /tasks/{id}``."""
        return self.client.engine.send(operations.tasks.inspect(self._id))

    def logs(
        self,
        *,
        stdout: bool = True,
        stderr: bool = True,
        follow: bool = False,
        timeout: TimeoutOption = UNSET,
        reconnect: Reconnect = False,
        **options: Unpack[LogOptions],
    ) -> ReplyStream[bytes]:
        """Read what the task wrote, piece by piece, as an iterator, which can be closed. ``GET /tasks/{id}/logs``.

        ``since`` is a ``datetime`` (local time without a zone), a ``timedelta`` for so long ago, seconds since 1970 or
        a time as in RFC 3339, ``tail`` a number of lines.

        Raises ``ConnectionLost`` where the engine goes away. With ``reconnect=True`` it waits for the engine instead
        and goes on without a gap or a repetition until the task has ended; a number limits the seconds of that. An
        engine that comes back may leave the log of a task that ended with it open: then close it.
        """
        operation = swarm_logs("tasks", self._id, options, stdout=stdout, stderr=stderr, follow=follow, now=time())
        return self.client.engine.payloads(operation, timeout=timeout, reconnect=reconnect).open()

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
        """Read what the task wrote as messages, each with its stream (1 or 2) and bytes. ``GET /tasks/{id}/logs``."""
        operation = swarm_logs("tasks", self._id, options, stdout=stdout, stderr=stderr, follow=follow, now=time())
        return self.client.engine.output(operation, timeout=timeout, reconnect=reconnect)

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
        """Read what the task wrote line by line, each with its stream and, if asked for, its time.

        ``GET /tasks/{id}/logs``.
        """
        operation = swarm_logs("tasks", self._id, options, stdout=stdout, stderr=stderr, follow=follow, now=time())
        return self.client.engine.lines(
            operation,
            timeout=timeout,
            timestamps=bool(options.get("timestamps")),
            errors=errors,
            reconnect=reconnect,
        )

    def _inspect(self) -> dict[str, Any]:
        return cast("dict[str, Any]", self.client.engine.fetch(operations.tasks.inspect(self._id)))


class TaskCollection(Collection[Task]):
    """The tasks of the swarm; ``client.tasks``. The engine must be a manager."""

    model = Task

    def get(self, task_id: str) -> Task:
        """Look a task up. ``GET /tasks/{id}``.

        Raises ``NotFound``.
        """
        attrs = self.client.engine.fetch(operations.tasks.inspect(task_id))
        return Task.of(self.client, attrs["ID"], attrs=attrs)

    def list(self, filters: Filters | str | None = None) -> builtins.list[Task]:
        """List tasks, with one request. ``GET /tasks``.

        ``filters`` is a mapping such as ``{"service": "web", "desired-state": "running"}``.
        """
        found = self.client.engine.fetch(operations.tasks.list(filters=filters_option(filters)))
        return [Task.of(self.client, attrs["ID"], attrs=attrs) for attrs in found]
