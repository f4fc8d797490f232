# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""Operations as values: tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockwright_api import encode

from ..operation import Framing, LogStream, Operation, Timing

if TYPE_CHECKING:
    import builtins

    from dockwright_api import models, shapes


def inspect(id: str) -> Operation[models.Task, shapes.Task]:
    """Give the settings and the state of a task.

    Managers only.

    Args:
        id: Id of the task, or a unique prefix of it.

    Engine operation TaskInspect: ``GET /tasks/{id}``.
    """
    return Operation(
        name="TaskInspect",
        method="GET",
        path=encode.path("/tasks/{id}", id=id),
        reply="Task",
        framing=Framing.JSON,
        timing=Timing.UNARY,
    )


def list(*, filters: encode.Filters | None = None) -> Operation[builtins.list[models.Task], builtins.list[shapes.Task]]:
    """List the tasks of the swarm, including ended ones that it still keeps.

    Managers only.

    Args:
        filters: Which tasks to give, as lists of values by filter: `desired-state`, `id`, `label`, `name`, `node`, `runtime` or `service`. Ids and names match by prefix; `label` means labels of the service. An unknown filter is an error, and so is a node or service that does not exist.

    Engine operation TaskList: ``GET /tasks``.
    """
    return Operation(
        name="TaskList",
        method="GET",
        path="/tasks",
        query=encode.query(("filters", encode.filters(filters))),
        reply="list[Task]",
        framing=Framing.JSON,
        timing=Timing.UNARY,
    )


def logs(
    id: str,
    *,
    details: bool | None = None,
    follow: bool | None = None,
    stdout: bool | None = None,
    stderr: bool | None = None,
    since: float | None = None,
    timestamps: bool | None = None,
    tail: str | None = None,
) -> LogStream:
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
    return LogStream(
        name="TaskLogs",
        method="GET",
        path=encode.path("/tasks/{id}/logs", id=id),
        query=encode.query(
            ("details", details),
            ("follow", follow),
            ("stdout", stdout),
            ("stderr", stderr),
            ("since", since),
            ("timestamps", timestamps),
            ("tail", tail),
        ),
        framing=Framing.MULTIPLEXED,
        timing=Timing.STREAM,
    )
