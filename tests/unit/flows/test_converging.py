"""When a service is as it should be, when it will not be, and how it is waited for."""

import pickle
from typing import Any

import pytest

from dockwright.errors import DeadlineExceeded, InvalidArgument, NotFound, ServiceFailed, ServiceTimeout
from dockwright.flows import Wanted
from dockwright.flows.converging import converge

from .conftest import Driven

TEMPLATE = {"ContainerSpec": {"Image": "busybox"}, "ForceUpdate": 0}
NEVER_AGAIN = {**TEMPLATE, "RestartPolicy": {"Condition": "none"}}


class Clock:
    """Goes on by 0.4 seconds with each look at it."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += 0.4
        return self.now


def service(mode: dict[str, Any], template: Any = TEMPLATE, **more: Any) -> dict[str, Any]:
    spec = {"Name": "web", "Mode": mode, "TaskTemplate": {**template, "Runtime": "container", "Placement": {"New": 1}}}
    return {"ID": "abc", "Version": {"Index": 1}, "Spec": spec, **more}


def task(state: str, desired: str = "running", template: Any = TEMPLATE, **more: Any) -> dict[str, Any]:
    return {
        "ID": "t",
        "Spec": {**template, "Placement": {}},
        "Status": {"State": state},
        "DesiredState": desired,
        **more,
    }


def update(state: str, message: str = "why") -> dict[str, Any]:
    return {"UpdateStatus": {"State": state, "Message": message}}


TWO = {"Replicated": {"Replicas": 2}}
OLD = {**TEMPLATE, "ForceUpdate": 9}
RUNS, STARTS, GONE = task("running"), task("preparing"), task("shutdown", "shutdown")
LAST_RUN = {"JobStatus": {"JobIteration": {"Index": 4}}}
NOW: Any = {"JobIteration": {"Index": 4}}
DONE: list[tuple[dict[str, Any], list[dict[str, Any]]]] = [
    (service(TWO), [RUNS, RUNS, GONE]),
    (service(TWO, **update("completed")), [RUNS, RUNS]),
    (service(TWO, **update("rollback_completed")), [RUNS, RUNS]),
    # A pause of an update that changed nothing in the end.
    (service(TWO, **update("paused")), [RUNS, RUNS]),
    (service({"Replicated": {"Replicas": 0}}), [GONE]),
    (service({"Replicated": {}}), [RUNS]),
    (service({"Global": {}}), [RUNS]),
    (service({"ReplicatedJob": {"TotalCompletions": 2, "MaxConcurrent": 1}}), [task("complete"), task("complete")]),
    (service({"GlobalJob": {}}), [task("complete", NodeID="a"), task("failed", NodeID="a")]),
    (service({"ReplicatedJob": {"MaxConcurrent": 1}}, **LAST_RUN), [task("complete", **NOW)]),
]
NOT_YET: list[tuple[dict[str, Any], list[dict[str, Any]], str]] = [
    (service(TWO), [], "0 of 2 tasks run"),
    (service(TWO), [RUNS, STARTS], "1 of 2 tasks run"),
    (service(TWO), [RUNS, RUNS, STARTS], "2 of 2 tasks run"),
    (service(TWO), [RUNS, task("running", template=OLD)], "1 of 2 tasks run"),
    (service(TWO, **update("updating")), [RUNS, RUNS], "2 of 2 tasks run"),
    (service(TWO), [RUNS, task("failed", "shutdown")], "1 of 2 tasks run"),
    (service({"Global": {}}), [], "0 of 1 tasks run"),
    (service({"ReplicatedJob": {"TotalCompletions": 2}}), [task("complete")], "1 of 2 tasks completed"),
    (service({"ReplicatedJob": {"TotalCompletions": 1}}, **LAST_RUN), [task("complete")], "0 of 1 tasks completed"),
    (service({"GlobalJob": {}}), [], "the job was done on 0 of 0 nodes"),
    (
        service({"GlobalJob": {}}),
        [task("complete", NodeID="a"), task("running", NodeID="b")],
        "the job was done on 1 of 2 nodes",
    ),
]
LOST = [task("failed", "shutdown", NEVER_AGAIN), task("rejected", "shutdown", NEVER_AGAIN)]
NEVER: list[tuple[dict[str, Any], list[dict[str, Any]], str]] = [
    (service(TWO, **update("paused")), [RUNS, STARTS], "its update is paused: why"),
    (service(TWO, **update("rollback_paused")), [RUNS], "its update is paused: why"),
    (service(TWO, NEVER_AGAIN), LOST, "the restart policy 'none' has no others started"),
    (
        service({"ReplicatedJob": {"TotalCompletions": 2}}, NEVER_AGAIN, JobStatus={}),
        LOST[:1],
        "the restart policy 'none' has no others started",
    ),
]


@pytest.mark.parametrize(("found", "tasks"), DONE)
def test_done(drive: Driven, found: dict[str, Any], tasks: list[dict[str, Any]]) -> None:
    assert drive(converge("web", timeout=None, clock=Clock()), found, tasks) == found
    assert [operation.path for operation in drive.operations] == ["/services/web", "/tasks"]
    assert dict(drive.operations[1].query) == {"filters": '{"service":["abc"]}'}


@pytest.mark.parametrize(("found", "tasks", "state"), NOT_YET)
def test_not_yet(drive: Driven, found: dict[str, Any], tasks: list[dict[str, Any]], state: str) -> None:
    with pytest.raises(ServiceTimeout) as caught:
        drive(converge("web", timeout=1, clock=Clock()), found, tasks)
    assert caught.value.state == state
    assert str(caught.value) == f"service web: after 1 second {state}"


@pytest.mark.parametrize(("found", "tasks", "reason"), NEVER)
def test_never(drive: Driven, found: dict[str, Any], tasks: list[dict[str, Any]], reason: str) -> None:
    with pytest.raises(ServiceFailed, match=reason) as caught:
        drive(converge("web", timeout=None, clock=Clock()), found, tasks)
    assert reason in caught.value.reason


def test_it_is_looked_at_again_with_growing_pauses(drive: Driven) -> None:
    found = service(TWO)
    replies = [found, [], None, found, [STARTS], None, found, [RUNS, RUNS]]
    assert drive(converge("web", timeout=None, clock=Clock()), *replies) == found
    pauses = [step.seconds for step in drive.steps if step.wanted is Wanted.PAUSE]
    assert len(pauses) == 2
    assert pauses[0] < pauses[1]


def test_a_change_meanwhile(drive: Driven) -> None:
    before, after = service(TWO, OLD), service(TWO, **update("rollback_completed", "rollback completed"))
    with pytest.raises(ServiceFailed, match="it was rolled back: rollback completed"):
        drive(converge("web", timeout=None, clock=Clock()), before, [], None, after, [RUNS, RUNS])
    other = service(TWO, **update("updating"))
    with pytest.raises(ServiceFailed, match="it was changed by someone else"):
        drive(converge("web", timeout=None, clock=Clock()), before, [], None, other, [RUNS, RUNS])


def test_errors_say_what_the_tasks_said(drive: Driven) -> None:
    def failed(at: int, why: str) -> dict[str, Any]:
        status = {"State": "rejected", "Timestamp": f"2024-01-01T00:00:{at:02}Z", "Err": why}
        return {**task("rejected", "shutdown"), "Status": status}

    tasks = [
        failed(1, "old"),
        failed(9, "no such image"),
        failed(5, "no such image"),
        *(failed(0, str(n)) for n in range(9)),
    ]
    with pytest.raises(ServiceTimeout) as caught:
        drive(converge("web", timeout=1, clock=Clock()), service(TWO), tasks)
    assert caught.value.errors == ("no such image", "old", "0", "1", "2")
    assert str(caught.value).startswith(
        "service web: after 1 second 0 of 2 tasks run; its tasks said:\n  no such image\n  old"
    )
    assert isinstance(caught.value, TimeoutError)
    copy = pickle.loads(pickle.dumps(caught.value))  # noqa: S301  our own
    assert (copy.errors, copy.service, str(copy)) == (caught.value.errors, "web", str(caught.value))


def test_the_time_counts_for_each_call(drive: Driven) -> None:
    late = DeadlineExceeded("total", 1, "ServiceInspect")
    with pytest.raises(ServiceTimeout, match="not looked at yet"):
        drive(converge("web", timeout=1, clock=Clock()), late)
    assert drive.steps[0].timeout == pytest.approx(0.6)
    slow = DeadlineExceeded("first_byte", 60, "ServiceInspect")
    with pytest.raises(DeadlineExceeded) as caught:
        drive(converge("web", timeout=None, clock=Clock()), slow)
    assert caught.value is slow


def test_what_cannot_be_waited_for(drive: Driven) -> None:
    with pytest.raises(InvalidArgument, match="must be more than 0 seconds"):
        drive(converge("web", timeout=0, clock=Clock()))
    with pytest.raises(NotFound):
        drive(converge("web", timeout=None, clock=Clock()), NotFound(404, "no such service", "ServiceInspect"))
