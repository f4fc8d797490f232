"""Whether output is framed, by version and by the object that it belongs to; how typed input ends."""

from typing import Any

import pytest

from dockwright.flows import Wanted
from dockwright.flows.terminals import TypedInput, content_type_tells, has_terminal
from dockwright_api import operations
from dockwright_api.operation import Operation

from .conftest import Driven


@pytest.mark.parametrize(
    ("version", "tells"), [("1.41", False), ("1.42", True), ("1.100", True), ("2.0", True), ("1.9", False)]
)
def test_since_when_the_content_type_tells(version: str, *, tells: bool) -> None:
    assert content_type_tells(version) is tells


INSPECTIONS = [
    (operations.containers.logs("a/logs", stdout=True), "/containers/a%2Flogs/json", {"Config": {"Tty": True}}),
    (operations.containers.logs("logs", stdout=True), "/containers/logs/json", {"Config": {"Tty": True}}),
    (operations.containers.attach("c"), "/containers/c/json", {"Config": {"Tty": True}}),
    (operations.execs.start("e", {}), "/exec/e/json", {"ProcessConfig": {"tty": True}}),
    (operations.services.logs("s"), "/services/s", {"Spec": {"TaskTemplate": {"ContainerSpec": {"TTY": True}}}}),
    (operations.tasks.logs("t"), "/tasks/t", {"Spec": {"ContainerSpec": {"TTY": True}}}),
]


@pytest.mark.parametrize(("operation", "path", "reply"), INSPECTIONS, ids=[each[1] for each in INSPECTIONS])
def test_the_object_is_inspected(drive: Driven, operation: Operation[Any, Any], path: str, reply: object) -> None:
    assert drive(has_terminal(operation), reply) is True
    (step,) = drive.steps
    assert (step.operation.method, step.operation.path, step.wanted) == ("GET", path, Wanted.JSON)
    assert step.operation.query == ()
    assert step.operation.name == operation.name, "an error counts for the operation that was asked for"


@pytest.mark.parametrize("reply", [{}, {"Config": None}, {"Config": {}}, {"Config": {"Tty": False}}, None])
def test_no_flag_means_no_terminal(drive: Driven, reply: object) -> None:
    assert drive(has_terminal(operations.containers.logs("c", stdout=True)), reply) is False


@pytest.mark.parametrize(
    ("chunks", "end"),
    [
        ([], b"\x04"),
        ([b""], b"\x04"),
        ([b"a\n"], b"\x04"),
        ([b"a\r"], b"\x04"),
        ([b"a\n\x04"], b"\x04"),
        ([b"a"], b"\x04\x04"),
        ([b"a\n", b"b", b""], b"\x04\x04"),
        ([b"a", b"\n"], b"\x04"),
    ],
)
def test_the_end_of_typed_input(chunks: list[bytes], end: bytes) -> None:
    typed = TypedInput()
    for chunk in chunks:
        typed.add(chunk)
    assert typed.end() == end
