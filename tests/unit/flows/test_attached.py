"""Containers and commands whose output is attached: what is asked, in which order, and what a failure leaves."""

from dataclasses import replace
from typing import Any

import pytest

from dockwright.errors import BadRequest, ConnectionLost, ImageNotFound, NotFound, ServerError
from dockwright.flows import Later, Wanted
from dockwright.flows.containers import Running, end, make, run_attached, run_detached
from dockwright.flows.execs import exec_attached, exec_detached
from dockwright.flows.images import pull, pull_all_tags, pull_operation
from dockwright.options.containers import NewContainer, new_container
from dockwright_api import operations
from dockwright_api.operation import Framing, Operation

from .conftest import Driven

NEW = new_container("busybox", options={"name": "n", "platform": "linux/arm64"})
REMOVED = new_container("busybox", options={"auto_remove": True, "tty": True})
START = operations.containers.start("abc")
INSPECT = operations.containers.inspect("abc")
DELETE = operations.containers.delete("abc", force=True, v=True)
ATTACH = operations.containers.attach("abc", stdout=True, stderr=True, stream=True)
PULL = pull_operation("busybox")
MADE = {"Id": "abc"}
REFUSAL = BadRequest(400, "no such command", "ContainerStart")
LEFT = "container abc was created and is left as it is"
WAITING: Later[Any] = Later(operations.containers.wait("abc"), None)
RUNNING = Running("abc", None, WAITING)


def create(new: NewContainer) -> Operation[Any, Any]:
    return operations.containers.create(new.body, name=new.name, platform=new.platform)


def wait(condition: str) -> Operation[Any, Any]:
    return operations.containers.wait("abc", condition=condition)


def test_make_creates_and_inspects(drive: Driven) -> None:
    assert drive(make(NEW), MADE, {"Id": "abc", "Name": "/n"})["Name"] == "/n"
    assert drive.operations == [create(NEW), INSPECT]


def test_make_pulls_nothing(drive: Driven) -> None:
    with pytest.raises(ImageNotFound):
        drive(make(NEW), ImageNotFound(404, "No such image", "ContainerCreate"))
    assert drive.operations == [create(NEW)]


def test_detached(drive: Driven) -> None:
    identifier, found = drive(run_detached(NEW, pull=None), MADE, None, {"Id": "abc", "Name": "/n"})
    assert found is not None
    assert (identifier, found["Name"]) == ("abc", "/n")
    assert drive.operations == [create(NEW), START, INSPECT]


def test_detached_and_gone_at_once(drive: Driven) -> None:
    assert drive(run_detached(REMOVED, pull=None), MADE, None, NotFound(404, "gone")) == ("abc", None)


def test_detached_and_not_started(drive: Driven) -> None:
    with pytest.raises(BadRequest) as caught:
        drive(run_detached(NEW, pull=None), MADE, REFUSAL)
    assert caught.value is REFUSAL
    assert LEFT in caught.value.__notes__
    assert drive.operations == [create(NEW), START]


@pytest.mark.parametrize(("new", "condition", "tty"), [(NEW, "next-exit", False), (REMOVED, "removed", True)])
def test_attached(drive: Driven, new: NewContainer, condition: str, *, tty: bool) -> None:
    running = drive(run_attached(new, pull=None, remove=False), MADE, WAITING, "stream", None)
    assert running == Running("abc", "stream", WAITING)
    assert drive.operations == [create(new), wait(condition), ATTACH, START]
    assert [step.wanted for step in drive.steps[1:3]] == [Wanted.LATER, Wanted.STREAM]
    assert drive.steps[2].tty is tty


def test_attached_pulls_a_missing_image(drive: Driven) -> None:
    missing = ImageNotFound(404, "No such image", "ContainerCreate")
    drive(run_attached(NEW, pull=PULL, remove=False), missing, [], MADE, WAITING, "stream", None)
    assert drive.operations[:3] == [create(NEW), PULL, create(NEW)]


@pytest.mark.parametrize("failing", [1, 2, 3])
def test_attached_and_not_started(drive: Driven, failing: int) -> None:
    error = BadRequest(400, "no", "ContainerStart")
    replies = [MADE, WAITING, "stream", None][:failing]
    with pytest.raises(BadRequest) as caught:
        drive(run_attached(NEW, pull=None, remove=False), *replies, error)
    assert caught.value is error
    assert caught.value.__notes__ == [LEFT]
    assert DELETE not in drive.operations


@pytest.mark.parametrize("removal", [None, NotFound(404, "gone"), ServerError(500, "busy")], ids=str)
def test_attached_and_not_started_and_removed(drive: Driven, removal: Exception | None) -> None:
    error = BadRequest(400, "no", "ContainerStart")
    with pytest.raises(BadRequest) as caught:
        drive(run_attached(NEW, pull=None, remove=True), MADE, WAITING, "stream", error, removal)
    assert caught.value is error
    assert drive.operations[-1] == DELETE


def test_end(drive: Driven) -> None:
    assert drive(end(RUNNING, remove=False), {"StatusCode": 3}) == 3
    assert drive.operations == [WAITING.operation]
    assert drive.steps[0].later is WAITING


@pytest.mark.parametrize("removal", [None, NotFound(404, "gone")], ids=str)
def test_end_and_remove(drive: Driven, removal: Exception | None) -> None:
    assert drive(end(RUNNING, remove=True), {"StatusCode": 0}, removal) == 0
    assert drive.operations == [WAITING.operation, DELETE]


def test_a_removal_that_fails_is_told(drive: Driven) -> None:
    with pytest.raises(ServerError, match="busy"):
        drive(end(RUNNING, remove=True), {"StatusCode": 0}, ServerError(500, "busy"))


def test_an_end_that_is_not_told_still_removes(drive: Driven) -> None:
    with pytest.raises(ServerError, match="wait failed"):
        drive(end(RUNNING, remove=True), ServerError(500, "wait failed"), None)
    assert drive.operations[-1] == DELETE


def test_a_lost_engine_is_asked_for_nothing_more(drive: Driven) -> None:
    with pytest.raises(ConnectionLost):
        drive(end(RUNNING, remove=True), ConnectionLost("gone"))
    assert drive.operations == [WAITING.operation]


@pytest.mark.parametrize("tty", [False, True])
def test_exec_attached(drive: Driven, *, tty: bool) -> None:
    config: Any = {"Cmd": ["true"], "Tty": tty}
    assert drive(exec_attached("c", config), {"Id": "e"}, "stream") == ("e", "stream")
    assert drive.operations == [
        operations.execs.create("c", config),
        operations.execs.start("e", {"Detach": False, "Tty": tty}),
    ]
    assert (drive.steps[1].wanted, drive.steps[1].tty) == (Wanted.STREAM, tty)


def test_exec_detached_switches_to_nothing(drive: Driven) -> None:
    assert drive(exec_detached("c", {"Cmd": ["true"]}), {"Id": "e"}, None) == "e"
    start = operations.execs.start("e", {"Detach": True, "Tty": False})
    assert drive.operations[1] == replace(start, framing=Framing.EMPTY)


@pytest.mark.parametrize(
    ("image", "tag", "name"),
    [("a", None, "a:latest"), ("r:5000/a:1", None, "r:5000/a:1"), ("a", "sha256:1", "a@sha256:1")],
)
def test_pull_gives_what_was_pulled(drive: Driven, image: str, tag: str | None, name: str) -> None:
    assert drive(pull(image, tag=tag, platform="p", registry_auth="r"), [{"status": "x"}], {"Id": "i"})["Id"] == "i"
    assert drive.operations == [
        pull_operation(image, tag=tag, platform="p", registry_auth="r"),
        operations.images.inspect(name),
    ]


def test_pull_all_tags(drive: Driven) -> None:
    (found,) = drive(pull_all_tags("a", platform="p"), [], [{"Id": "i"}])
    assert found["Id"] == "i"
    assert drive.operations == [
        pull_operation("a", tag="", platform="p"),
        operations.images.list(filters={"reference": "a"}),
    ]
