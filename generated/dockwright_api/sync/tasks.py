# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""Every operation as a blocking method: tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockwright_api import operations

if TYPE_CHECKING:
    import builtins

    from dockwright_api import encode, models

    from ..sender import Message, Send, Stream


class Tasks:
    """The operations of ``docker.api.tasks``."""

    def __init__(self, send: Send) -> None:
        self._send = send

    def inspect(self, id: str) -> models.Task:
        """Give the settings and the state of a task.

        Managers only.

        Args:
            id: Id of the task, or a unique prefix of it.

        Engine operation TaskInspect: ``GET /tasks/{id}``.
        """
        return self._send(operations.tasks.inspect(id))

    def list(self, *, filters: encode.Filters | None = None) -> builtins.list[models.Task]:
        """List the tasks of the swarm, including ended ones that it still keeps.

        Managers only.

        Args:
            filters: Which tasks to give, as lists of values by filter: `desired-state`, `id`, `label`, `name`, `node`, `runtime` or `service`. Ids and names match by prefix; `label` means labels of the service. An unknown filter is an error, and so is a node or service that does not exist.

        Engine operation TaskList: ``GET /tasks``.
        """
        return self._send(operations.tasks.list(filters=filters))

    def logs(
        self,
        id: str,
        *,
        details: bool | None = None,
        follow: bool | None = None,
        stdout: bool | None = None,
        stderr: bool | None = None,
        since: float | None = None,
        timestamps: bool | None = None,
        tail: str | None = None,
    ) -> Stream[Message]:
        """Read what a task wrote to its output.

        It works with log drivers that can be read (`json-file`, `local` and `journald`), and with others while the
        node's engine keeps a copy. Managers only.

        Since API 1.29.

        Args:
            id: Id of the task, or a unique prefix of it.
            details: Put before every line, as `key=value` pairs, the ids of node, service and task, and the labels and variables that the log driver was told to keep.
            follow: Go on with new output until the caller stops reading, even after the end of the task.
            stdout: Give standard output. At least one of `stdout` and `stderr` is needed.
            stderr: Give standard error. At least one of `stdout` and `stderr` is needed.
            since: Give only lines logged at this time or later, in seconds since 1970, with a fraction if need be; 0 for all.
            timestamps: Put the time before every line, in RFC 3339 with nanoseconds.
            tail: How many lines to give from the end, as a number, or `all`. Anything else, a negative number too, is an error.

        Engine operation TaskLogs: ``GET /tasks/{id}/logs``.
        """
        return self._send(
            operations.tasks.logs(
                id,
                details=details,
                follow=follow,
                stdout=stdout,
                stderr=stderr,
                since=since,
                timestamps=timestamps,
                tail=tail,
            )
        )
