"""Tasks: what the services of a swarm run on its nodes."""

from __future__ import annotations

from time import time
from typing import TYPE_CHECKING, Literal, overload

from dockwright_api import operations
from dockwright_api.unset import UNSET

from ..options.filters import filters_option
from ..options.services import swarm_logs

if TYPE_CHECKING:
    import builtins
    from collections.abc import AsyncIterator, Awaitable
    from typing import Unpack

    from dockwright_api import models, shapes
    from dockwright_api.encode import Filters

    from ..options.services import LogOptions
    from ..policy.retry import Reconnect
    from ..policy.timeouts import TimeoutOption
    from ..wire.loglines import LogLine
    from .docker import Docker
    from .stream import Message
    from .streams import ReplyStream


class DockerTasks:
    """The tasks of the swarm; ``docker.tasks``. The engine must be a manager."""

    def __init__(self, docker: Docker) -> None:
        self.docker = docker

    async def list(self, *, filters: Filters | str | None = None) -> builtins.list[shapes.Task]:
        """List tasks, as JSON. ``GET /tasks``.

        ``filters`` is a mapping such as ``{"service": "web", "desired-state": "running"}``.
        """
        return await self.docker.engine.fetch(operations.tasks.list(filters=filters_option(filters)))

    async def inspect(self, task_id: str) -> shapes.Task:
        """Ask for everything about a task, as JSON. ``GET /tasks/{id}``.

        Raises ``NotFound``.
        """
        return await self.docker.engine.fetch(operations.tasks.inspect(task_id))

    async def model(self, task_id: str) -> models.Task:
        """Give the same as :meth:`inspect`, as a model."""
        return await self.docker.engine.send(operations.tasks.inspect(task_id))

    @overload
    def logs(
        self,
        task_id: str,
        *,
        stdout: bool = ...,
        stderr: bool = ...,
        follow: Literal[False] = False,
        timeout: TimeoutOption = ...,
        reconnect: Reconnect = ...,
        **options: Unpack[LogOptions],
    ) -> Awaitable[builtins.list[str]]: ...
    @overload
    def logs(
        self,
        task_id: str,
        *,
        stdout: bool = ...,
        stderr: bool = ...,
        follow: Literal[True],
        timeout: TimeoutOption = ...,
        reconnect: Reconnect = ...,
        **options: Unpack[LogOptions],
    ) -> AsyncIterator[str]: ...

    def logs(
        self,
        task_id: str,
        *,
        stdout: bool = False,
        stderr: bool = False,
        follow: bool = False,
        timeout: TimeoutOption = UNSET,
        reconnect: Reconnect = False,
        **options: Unpack[LogOptions],
    ) -> Awaitable[builtins.list[str]] | AsyncIterator[str]:
        """Read what a task wrote, as text. ``GET /tasks/{id}/logs``.

        The arguments are those of the logs of services.

        Raises ``ConnectionLost`` where the engine goes away. With ``reconnect=True`` it waits for the engine instead
        and goes on without a gap or a repetition until the task has ended; a number limits the seconds of that. An
        engine that comes back may leave the log of a task that ended with it open: then close it.
        """
        operation = swarm_logs("tasks", task_id, options, stdout=stdout, stderr=stderr, follow=follow, now=time())
        stream = self.docker.engine.texts(operation, timeout=timeout, reconnect=reconnect)
        return stream if follow else stream.read_all()

    def messages(
        self,
        task_id: str,
        *,
        stdout: bool = True,
        stderr: bool = True,
        follow: bool = False,
        timeout: TimeoutOption = UNSET,
        reconnect: Reconnect = False,
        **options: Unpack[LogOptions],
    ) -> ReplyStream[Message]:
        """Read what a task wrote as messages, each with its stream (1 or 2) and bytes. ``GET /tasks/{id}/logs``."""
        operation = swarm_logs("tasks", task_id, options, stdout=stdout, stderr=stderr, follow=follow, now=time())
        return self.docker.engine.output(operation, timeout=timeout, reconnect=reconnect)

    def lines(
        self,
        task_id: str,
        *,
        stdout: bool = True,
        stderr: bool = True,
        follow: bool = False,
        errors: str = "replace",
        timeout: TimeoutOption = UNSET,
        reconnect: Reconnect = False,
        **options: Unpack[LogOptions],
    ) -> ReplyStream[LogLine]:
        """Read what a task wrote line by line, each with its stream and, if asked for, its time.

        ``GET /tasks/{id}/logs``.
        """
        operation = swarm_logs("tasks", task_id, options, stdout=stdout, stderr=stderr, follow=follow, now=time())
        return self.docker.engine.lines(
            operation,
            timeout=timeout,
            timestamps=bool(options.get("timestamps")),
            errors=errors,
            reconnect=reconnect,
        )
