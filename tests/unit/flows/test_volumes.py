"""Volumes: how one is removed at the end of a block, and how a cluster volume is updated."""

from typing import Any

import pytest

from dockwright.errors import Conflict, InvalidArgument, NotFound
from dockwright.flows.volumes import leave, update
from dockwright_api import operations

from .conftest import Driven

CLUSTER = {"ID": "i", "Version": {"Index": 7}, "Spec": {"Group": "g", "Availability": "active"}}
INSPECT = operations.volumes.inspect("v")


def test_at_the_end_of_a_block_it_is_removed(drive: Driven) -> None:
    drive(leave("v", None), None)
    drive(leave("v", None), NotFound(404, "gone"))
    assert drive.operations == [operations.volumes.delete("v")] * 2


def test_a_failure_does_not_hide_the_first_error(drive: Driven) -> None:
    first = ZeroDivisionError()
    drive(leave("v", first), Conflict(409, "in use"))
    assert first.__notes__ == ["volume v is left behind: [409] in use"]
    with pytest.raises(Conflict):
        drive(leave("v", None), Conflict(409, "in use"))


@pytest.mark.parametrize(("version", "sent"), [(None, 7), (5, 5), (0, 0)])
def test_an_update_keeps_the_rest(drive: Driven, version: int | None, sent: int) -> None:
    document: dict[str, Any] = {"Name": "v", "ClusterVolume": CLUSTER}
    drive(update("v", "drain", version), document, None)
    body: Any = {"Spec": {"Group": "g", "Availability": "drain"}}
    assert drive.operations == [INSPECT, operations.volumes.update("i", sent, body)]
    assert CLUSTER["Spec"] == {"Group": "g", "Availability": "active"}


@pytest.mark.parametrize("document", [{}, {"ClusterVolume": None}])
def test_other_volumes_are_refused(drive: Driven, document: dict[str, Any]) -> None:
    with pytest.raises(InvalidArgument, match="'v' is no cluster volume"):
        drive(update("v", "drain", None), document)
