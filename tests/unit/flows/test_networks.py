"""Networks: what is said to which engine, and how one is removed at the end of a block."""

from typing import Any

import pytest

from dockwright.errors import Conflict, ConnectionLost, Forbidden, NotFound
from dockwright.flows.networks import creation, leave, remove
from dockwright_api import models, operations

from .conftest import Driven

IN_USE = Forbidden(403, "has active endpoints", "NetworkDelete")
GONE = NotFound(404, "no such network", "NetworkDelete")
DELETE = operations.networks.delete("n")
INSPECT = operations.networks.inspect("n")


def disconnect(container: str) -> Any:
    return operations.networks.disconnect("n", {"Container": container, "Force": True})


class TestCreation:
    """A field that is gone is not sent to engines that do what it says anyway."""

    def test_to_an_older_engine(self) -> None:
        assert creation({"Name": "n", "CheckDuplicate": True}, "1.44").body == {"Name": "n", "CheckDuplicate": True}

    def test_to_a_newer_engine(self) -> None:
        body: Any = {"Name": "n", "CheckDuplicate": True}
        assert creation(body, "1.45").body == {"Name": "n"}
        assert body == {"Name": "n", "CheckDuplicate": True}

    def test_what_newer_engines_do_not_do_is_said(self) -> None:
        assert creation({"Name": "n", "CheckDuplicate": False}, "1.51").body == {"Name": "n", "CheckDuplicate": False}

    def test_models_are_sent_as_they_are(self) -> None:
        model = models.NetworkCreateRequest(name="n")
        assert creation(model, "1.51").body is model


def test_one_that_nobody_uses(drive: Driven) -> None:
    drive(remove("n"), None)
    assert drive.operations == [DELETE]


def test_one_that_is_gone(drive: Driven) -> None:
    drive(remove("n"), GONE)
    assert drive.operations == [DELETE]


def test_what_is_connected_is_disconnected(drive: Driven) -> None:
    drive(remove("n"), IN_USE, {"Name": "n", "Containers": {"a": {}, "b": {}}}, None, GONE, None)
    assert drive.operations == [DELETE, INSPECT, disconnect("a"), disconnect("b"), DELETE]


@pytest.mark.parametrize("containers", [None, {}])
def test_one_that_is_refused_for_another_reason(drive: Driven, containers: Any) -> None:
    with pytest.raises(Forbidden):
        drive(remove("n"), IN_USE, {"Name": "n", "Containers": containers})


def test_the_engines_own_are_left_alone(drive: Driven) -> None:
    with pytest.raises(Forbidden):
        drive(remove("n"), IN_USE, {"Name": "bridge", "Containers": {"a": {}}})
    assert drive.operations == [DELETE, INSPECT]


class TestLeaving:
    """The end of a block."""

    def test_without_an_error(self, drive: Driven) -> None:
        drive(leave("n", None), None)
        with pytest.raises(Conflict):
            drive(leave("n", None), Conflict(409, "m"))

    def test_a_failure_does_not_hide_the_first_error(self, drive: Driven) -> None:
        first = ZeroDivisionError()
        drive(leave("n", first), ConnectionLost("cut"))
        assert first.__notes__ == ["network n is left behind: cut"]
