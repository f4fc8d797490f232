"""Wait until the tasks of a service are as its settings say.

Engines have no events for tasks, so the service and its tasks are asked for again and again, with growing pauses. That
as many tasks run as should is not enough: after a change the old ones still do, so only those of the present settings
count. What changed since the waiting began is not what was waited for.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from dockwright_api import operations
from dockwright_api.unset import UNSET

from ..errors import DeadlineExceeded, ServiceFailed, ServiceTimeout
from ..policy.retry import pauses
from ..policy.timeouts import Deadlines
from . import Flow, fetch, pause

if TYPE_CHECKING:
    from dockwright_api import shapes

ENDED = frozenset({"complete", "shutdown", "failed", "rejected", "remove", "orphaned"})
_UPDATING = frozenset({"updating", "rollback_started"})
_PAUSED = frozenset({"paused", "rollback_paused"})
# For a change of placement alone the swarm replaces no task that may stay where it is; tasks do not tell their runtime.
_NOT_COMPARED = ("Placement", "Runtime")
SHOWN_ERRORS = 5
"""How many different errors of tasks an error shows."""


def converge(service: str, *, timeout: float | None, clock: Callable[[], float]) -> "Flow[shapes.Service]":
    """Wait for a service, and give it as it is then.

    ``clock`` tells the time in seconds, from whenever. Raises ``ServiceFailed`` and ``ServiceTimeout``.
    """
    seconds = Deadlines(total=timeout).total
    expires = None if seconds is None else clock() + seconds

    def left() -> Any:
        if expires is None:
            return UNSET
        remaining = expires - clock()
        if remaining <= 0:
            raise DeadlineExceeded("total", remaining, "wait_until_converged")
        return remaining

    waits = pauses()
    first: shapes.Service | None = None
    tasks: list[shapes.Task] = []
    state = "not looked at yet"
    try:
        while True:
            found = yield from fetch(operations.services.inspect(service), timeout=left())
            listing = operations.tasks.list(filters={"service": found["ID"]})
            tasks = yield from fetch(listing, timeout=left())
            first = first or found
            done, state = _state(found, tasks)
            reason = _change(first, found) or ("" if done else _failure(found, tasks))
            if reason:
                raise ServiceFailed(service, reason, _errors(tasks))
            if done:
                return found
            wait, limit = next(waits), left()
            yield from pause(wait if limit is UNSET else min(wait, limit))
    except DeadlineExceeded as error:
        if seconds is None or error.limit != "total":
            raise
        raise ServiceTimeout(seconds, service, state, _errors(tasks)) from None


def _state(service: "shapes.Service", tasks: "list[shapes.Task]") -> tuple[bool, str]:
    """Say whether a service is as it should be, and how it is."""
    mode = service["Spec"]["Mode"]
    if "ReplicatedJob" in mode or "GlobalJob" in mode:
        return _job_state(service, tasks)
    present = [task for task in tasks if task["DesiredState"] == "running" and not _has_ended(task)]
    running = [task for task in present if task["Status"]["State"] == "running" and _is_of(task, service)]
    wanted = _wanted(service, len(present))
    done = len(running) == len(present) == wanted and _update(service) not in _UPDATING
    return done, f"{len(running)} of {wanted} tasks run"


def _job_state(service: "shapes.Service", tasks: "list[shapes.Task]") -> tuple[bool, str]:
    run = [task for task in tasks if _iteration(task) == _iteration(service.get("JobStatus"))]
    completed = [task for task in run if task["Status"]["State"] == "complete"]
    if "GlobalJob" in service["Spec"]["Mode"]:
        nodes = {task.get("NodeID") for task in run}
        done = {task.get("NodeID") for task in completed}
        return bool(nodes) and nodes == done, f"the job was done on {len(done)} of {len(nodes)} nodes"
    wanted = _wanted(service, len(run))
    return len(completed) >= wanted, f"{len(completed)} of {wanted} tasks completed"


def _change(first: "shapes.Service", service: "shapes.Service") -> str:
    """Say how the settings changed since the waiting began; empty if they did not."""
    if _template(service) == _template(first):
        return ""
    if not _update(service).startswith("rollback"):
        return "it was changed by someone else"
    return f"it was rolled back: {_update_message(service)}"


def _failure(service: "shapes.Service", tasks: "list[shapes.Task]") -> str:
    """Say why a service that is not as it should be cannot become so; empty while it can."""
    if _update(service) in _PAUSED:
        return f"its update is paused: {_update_message(service)}"
    policy: Any = service["Spec"]["TaskTemplate"].get("RestartPolicy") or {}
    condition = policy.get("Condition") or "any"
    is_job = "JobStatus" in service
    of_now = [task for task in tasks if _is_of(task, service) and _is_of_run(task, service)]
    # These are not replaced; what else ended will be, at some time.
    final = {"none": {"failed", "rejected", "complete"}, "on-failure": {"complete"}}.get(condition, set[str]())
    lost = [task for task in of_now if task["Status"]["State"] in final - ({"complete"} if is_job else set[str]())]
    alive = [task for task in of_now if not _has_ended(task)]
    if lost and not alive and (is_job or len(lost) >= _wanted(service, 1)):
        return f"its tasks ended, and the restart policy {condition!r} has no others started"
    return ""


def _wanted(service: "shapes.Service", present: int) -> int:
    """Say how many tasks there should be; where that depends on the nodes, as many as there are, and one at least."""
    mode = service["Spec"]["Mode"]
    if "Replicated" in mode:
        return (mode["Replicated"] or {}).get("Replicas", 1)
    if "ReplicatedJob" in mode:
        job: Any = mode["ReplicatedJob"] or {}
        return cast("int", job.get("TotalCompletions", job.get("MaxConcurrent", 1)))
    return max(present, 1)


def _has_ended(task: "shapes.Task") -> bool:
    return task["Status"]["State"] in ENDED


def _update(service: "shapes.Service") -> str:
    status: Any = service.get("UpdateStatus") or {}
    return str(status.get("State") or "")


def _update_message(service: "shapes.Service") -> str:
    status: Any = service.get("UpdateStatus") or {}
    return str(status.get("Message") or "")


def _iteration(status: Any) -> int:
    known: dict[str, Any] = status or {}
    run: dict[str, int] = known.get("JobIteration") or {}
    return run.get("Index", 0)


def _is_of_run(task: "shapes.Task", service: "shapes.Service") -> bool:
    return _iteration(task) == _iteration(service.get("JobStatus"))


def _is_of(task: "shapes.Task", service: "shapes.Service") -> bool:
    return _compared(task["Spec"]) == _template(service)


def _template(service: "shapes.Service") -> dict[str, Any]:
    return _compared(service["Spec"]["TaskTemplate"])


def _compared(spec: "shapes.TaskSpec") -> dict[str, Any]:
    return {key: value for key, value in cast("dict[str, Any]", spec).items() if key not in _NOT_COMPARED}


def _errors(tasks: "list[shapes.Task]") -> tuple[str, ...]:
    """Collect what tasks say went wrong, each once, the newest first."""
    newest = sorted(tasks, key=lambda task: task["Status"].get("Timestamp") or "", reverse=True)
    said = (task["Status"].get("Err") for task in newest)
    return tuple(dict.fromkeys(error for error in said if error))[:SHOWN_ERRORS]
