"""Commands: their mark, and the steps that kill what bears one."""

import pytest

from dockwright.aio import ApiError, BadRequest, Conflict, ContainerNotFound
from dockwright.flows.execs import KILLER, ExecResult, exec_attached, exec_end, exec_kill, marked
from dockwright.options.processes import exec_config
from dockwright.wire.demux import Message
from dockwright_api import operations

from .conftest import Driven

SAID = [Message(1, b"out "), Message(2, b"err "), Message(1, b"more")]
NO_SHELL = BadRequest(400, "no such file", "ExecStart")
RUNNING = {"State": {"Running": True, "Paused": False}}
DONE = {"Running": False, "ExitCode": 0}


def test_output_by_stream_and_in_order() -> None:
    result = ExecResult(0, tuple(SAID))
    assert (result.stdout, result.stderr, result.output) == (b"out more", b"err ", b"out err more")
    assert (ExecResult(0, ()).stdout, ExecResult(0, ()).output) == (b"", b"")


def test_a_mark_is_added_and_new_each_time() -> None:
    config = exec_config("true", environment={"A": "1"})
    with_mark, mark = marked(config)
    assert with_mark == {**config, "Env": ["A=1", mark]}
    assert config.get("Env") == ["A=1"]
    assert mark.startswith("DOCKWRIGHT_EXEC=")
    assert marked(config)[1] != mark
    assert len(marked(exec_config("true"))[0].get("Env", ())) == 1


def test_a_terminal_is_told(drive: Driven) -> None:
    config = exec_config("true", tty=True)
    assert drive(exec_attached("c", config), {"Id": "e"}, "the stream") == ("e", "the stream")
    assert drive.operations == [
        operations.execs.create("c", config),
        operations.execs.start("e", {"Detach": False, "Tty": True}),
    ]
    assert drive.steps[1].tty is True


def test_killing(drive: Driven) -> None:
    assert (
        drive(exec_kill("c", "X=1", user="me", timeout=1), {"Id": "k"}, [], {"Running": True, "ExitCode": None}, DONE)
        == ""
    )
    body = drive.operations[0].body
    assert body["Cmd"] == ["/bin/sh", "-c", KILLER, "/bin/sh", "X=1"]
    assert (body["User"], body["Privileged"]) == ("0", True)
    assert {step.timeout for step in drive.steps} == {1}


def test_a_command_that_was_not_there_yet_is_killed_again(drive: Driven) -> None:
    once: list[object] = [{"Id": "k"}, [], DONE]
    waiting = {"Running": False, "ExitCode": None}
    started = {"Running": True, "ExitCode": None}
    killed = {"Running": False, "ExitCode": 137}
    flow = exec_end("c", "e", "X=1", user="", timeout=1)
    assert drive(flow, *once, waiting, *once, started, *once, killed) == ""
    assert [operation.name for operation in drive.operations].count("ContainerExec") == 3


def test_a_command_that_will_not_end(drive: Driven) -> None:
    round_: list[object] = [{"Id": "k"}, [], DONE, {"Running": True, "ExitCode": None}]
    assert drive(exec_end("c", "e", "X=1", user="", timeout=1, rounds=2), *round_ * 2) == (
        "it did not end, although it was killed"
    )


def test_a_command_that_went_with_its_container(drive: Driven) -> None:
    flow = exec_end("c", "e", "X=1", user="", timeout=1)
    assert drive(flow, {"Id": "k"}, [], DONE, ContainerNotFound(404, "gone")) == ""


def test_killing_without_a_privilege(drive: Driven) -> None:
    refused = {"Running": False, "ExitCode": 126}
    assert drive(exec_kill("c", "X=1", user="me", timeout=1), {"Id": "k"}, [], refused, {"Id": "l"}, [], DONE) == ""
    body = drive.operations[3].body
    assert (body["User"], body["Privileged"]) == ("me", False)


def test_an_image_without_a_shell(drive: Driven) -> None:
    replies = [{"Id": "k"}, NO_SHELL, RUNNING] * 4
    flow = exec_kill("c", "X=1", user="", timeout=1, shells=("/bin/sh", "sh"))
    assert "no shell" in drive(flow, *replies)


@pytest.mark.parametrize(
    ("state", "why"),
    [
        ({"State": {"Running": False, "Paused": False}}, ""),
        ({"State": {"Running": True, "Paused": True}}, "it is paused"),
        (ContainerNotFound(404, "gone"), ""),
    ],
)
def test_a_container_in_which_nothing_can_be_started(drive: Driven, state: object, why: str) -> None:
    refusal: ApiError = Conflict(409, "it is paused")
    assert drive(exec_kill("c", "X=1", user="", timeout=1), refusal, state) == why


def test_a_killer_that_was_killed_itself(drive: Driven) -> None:
    replies: list[object] = [{"Id": "k"}, [], {"Running": False, "ExitCode": 137}] * 2
    flow = exec_kill("c", "X=1", user="", timeout=1, shells=("sh",))
    assert drive(flow, *replies) == "what should have killed it ended with 137"
