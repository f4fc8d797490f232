"""Waiting for a container: what is asked, from when on, and what ends it."""

import re
from typing import Any

import pytest

from dockwright.errors import (
    ContainerEnded,
    ContainerNotFound,
    DeadlineExceeded,
    InvalidArgument,
    ServerError,
    WaitTimeout,
)
from dockwright.flows import Flow, Wanted
from dockwright.flows.waiting import Waited, wait_for
from dockwright.wire.loglines import LogLine
from dockwright_api.unset import UNSET

from .conftest import Driven

STARTED = "2026-11-20T10:00:00.000000005Z"
NEVER = "0001-01-01T00:00:00Z"
LINE = LogLine("stdout", "ready")


def inspected(status: str = "running", *, health: str = "", ended: str = NEVER, **state: Any) -> dict[str, Any]:
    facts: dict[str, Any] = {"Status": status, "StartedAt": STARTED, "FinishedAt": ended, "ExitCode": 0}
    if health:
        facts["Health"] = {"Status": health, "Log": [{"End": "2026-11-20T11:00:01.5+01:00"}]}
    return {
        "Id": "abc",
        "Created": "2026-11-20T09:59:59Z",
        "State": {**facts, "OOMKilled": False, "Error": "", **state},
        "Config": {"Tty": False},
        "HostConfig": {"Tmpfs": {"/run": ""}},
        "Mounts": [],
    }


def event(action: str, at: int, **attributes: str) -> dict[str, Any]:
    return {"Action": action, "timeNano": at, "Actor": {"Attributes": attributes}}


def wait(*states: Any, timeout: float | None = None, clock: Any = lambda: 0.0, **wanted: Any) -> Flow[Waited]:
    given: dict[str, Any] = {"log": None, "port": None, "file": None, "any": False, **wanted}
    return wait_for("c", states, timeout=timeout, clock=clock, cleanup="cleanup", **given)


def test_what_is_so_already_takes_one_look(drive: Driven) -> None:
    assert drive(wait("running"), inspected()) == Waited(("running",))
    assert [operation.name for operation in drive.operations] == ["ContainerInspect"]
    assert drive.steps[0].timeout is UNSET


def test_events_wake_and_are_asked_for_from_the_newest_fact_on(drive: Driven) -> None:
    news = event("health_status: healthy", 7)
    assert drive(wait("healthy"), inspected(health="starting"), news, inspected(health="healthy")).met == ("healthy",)
    first, events, second = drive.steps
    assert (first.operation.name, events.operation.name, second.operation.name) == (
        "ContainerInspect",
        "SystemEvents",
        "ContainerInspect",
    )
    query = dict(events.operation.query)
    assert query["since"] == "1795168801.5", "the last check is newer than the start"
    assert '"container":["abc"]' in query["filters"]
    assert events.wanted is Wanted.ANSWER
    assert events.look is not None
    assert events.look(event("start", 8)) is not None


def test_an_event_wakes_only_once(drive: Driven) -> None:
    starting = inspected(health="starting")
    drive(wait("healthy"), starting, event("start", 5), starting, event("x", 6), inspected(health="healthy"))
    looked = [step.look for step in drive.steps if step.look is not None]
    # What was seen is not news, though it is no older than the facts.
    assert looked[-1](event("start", 6)) is None
    assert looked[-1](event("start", 7)) is not None


def test_the_end(drive: Driven) -> None:
    ended = inspected("exited", ExitCode=137, OOMKilled=True)
    with pytest.raises(
        ContainerEnded, match=r"exit code 137 .it ran out of memory. before there was healthy"
    ) as caught:
        drive(wait("healthy"), inspected(health="starting"), event("die", 6, exitCode="137"), ended, None)
    assert caught.value.exit_code == 137
    assert (drive.steps[-1].operation.name, drive.steps[-1].timeout) == ("ContainerLogs", "cleanup")


def test_one_that_is_gone_told_how_it_ended_before(drive: Driven) -> None:
    gone = ContainerNotFound(404, "no such container")
    flow = wait("exited")
    assert drive(flow, inspected(), event("die", 6, exitCode="4"), gone) == Waited(("exited",), exit_code=4)
    with pytest.raises(ContainerEnded) as caught:
        drive(wait("healthy"), inspected(health="starting"), event("destroy", 6), gone, gone)
    assert caught.value.exit_code is None
    with pytest.raises(ContainerNotFound):
        drive(wait("running"), gone)


def test_a_restart_by_the_engine_is_no_end(drive: Driven) -> None:
    flow = wait("healthy")
    replies = [inspected("restarting"), event("start", 9), inspected(health="healthy")]
    assert drive(flow, *replies).met == ("healthy",)
    before = inspected(ended="2026-11-20T09:00:00.5Z")
    flow = wait(log="ready")
    # Its log ended with the process, and there is a new one.
    restarted = inspected("running", StartedAt="2026-11-20T10:00:09Z")
    assert drive(flow, before, None, restarted, None, restarted, True).met == ()
    logs = [operation for operation in drive.operations if operation.name == "ContainerLogs"]
    assert [step.wanted for step in drive.steps].count(Wanted.PAUSE) == 1
    assert dict(logs[0].query)["since"] == "1795165200.5", "what an earlier run wrote does not count"


def test_lines_are_found(drive: Driven) -> None:
    flow = wait(log=["ready", re.compile("d{2}")])
    look = _look_of(flow, inspected())
    assert look(LogLine("stdout", "nothing")) is None
    assert look(LINE) is None
    assert look(LogLine("stderr", "oddd")) is True
    with pytest.raises(StopIteration) as stopped:
        flow.send(True)
    assert stopped.value.value == Waited(("log 'ready'", "log /d{2}/"), (LINE, LogLine("stderr", "oddd")))


def test_the_end_comes_last(drive: Driven) -> None:
    flow = wait("exited", log="ready")
    look = _look_of(flow, inspected())
    look(LINE)
    step = flow.send(True)
    assert step.operation.name == "ContainerInspect"
    with pytest.raises(StopIteration) as stopped:
        flow.send(inspected("exited", ExitCode=3))
    assert stopped.value.value == Waited(("log 'ready'", "exited"), (LINE,), 3)


def test_files_are_asked_for_with_pauses(drive: Driven) -> None:
    missing = ContainerNotFound(404, "no such file")
    flow = wait(file="/x")
    replies = [inspected(), missing, None, inspected(), missing, None, inspected(), {"name": "x"}]
    assert drive(flow, *replies).met == ("file /x",)
    seconds = [step.seconds for step in drive.steps if step.wanted is Wanted.PAUSE]
    assert len(seconds) == 2
    assert 0 < seconds[0] < seconds[1]
    with pytest.raises(InvalidArgument, match=r"/run of container abc is in memory"):
        drive(wait(file="/run/x"), inspected())
    assert drive(wait(file="/running"), inspected(), {"name": "running"}).met == ("file /running",)


def test_a_container_that_is_ending_is_no_failure(drive: Driven) -> None:
    boom = ServerError(500, "cannot exec in a stopped container")
    dying = [inspected(), boom, None]
    with pytest.raises(ContainerEnded):
        drive(wait(port=1), *dying, inspected("exited"), None)
    with pytest.raises(ServerError):
        drive(wait(port=1), *dying, *dying, *dying, inspected(), boom)


def test_time_runs_out(drive: Driven) -> None:
    now = iter([0.0, 0.4, 0.9, 1.1])
    flow = wait("healthy", timeout=1, clock=lambda: next(now))
    with pytest.raises(WaitTimeout, match="which is running and starting: waited 1 second for healthy") as caught:
        drive(flow, inspected(health="starting"), event("x", 9), None)
    assert caught.value.missing == ("healthy",)
    assert [step.timeout for step in drive.steps] == [pytest.approx(0.6), pytest.approx(0.1), "cleanup"]


def test_whose_limit_it_was(drive: Driven) -> None:
    late = DeadlineExceeded("total", 1, "SystemEvents")
    with pytest.raises(WaitTimeout):
        drive(wait("exited", timeout=1), inspected(), late, None)
    # The engine that does not answer is another matter, and so is a limit that was not asked for.
    for error, timeout in ((DeadlineExceeded("first_byte", 60, "SystemEvents"), 1), (late, None)):
        with pytest.raises(DeadlineExceeded) as caught:
            drive(wait("exited", timeout=timeout), inspected(), error)
        assert caught.value is error


def test_no_health_check(drive: Driven) -> None:
    with pytest.raises(InvalidArgument, match="container abc has no health check"):
        drive(wait("healthy"), inspected())
    with pytest.raises(InvalidArgument, match="container abc has no health check"):
        drive(wait("healthy"), inspected(health="none"))


def _look_of(flow: Flow[Waited], facts: dict[str, Any]) -> Any:
    next(flow)
    return flow.send(facts).look
