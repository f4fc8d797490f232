"""The swarm and its nodes: what is asked, and what an error means."""

from typing import Any

import pytest

from dockwright.errors import ApiError, InvalidArgument, MissingKey, ServerError
from dockwright.flows import nodes
from dockwright.flows.swarm import Rotation, inspect_if_any, leave, update
from dockwright_api import operations

from .conftest import Driven

SPEC: dict[str, Any] = {"Name": "default", "EncryptionConfig": {"AutoLockManagers": True}}
SWARM: dict[str, Any] = {"Version": {"Index": 7}, "Spec": SPEC}
IN_NONE = ServerError(503, "This node is not part of a swarm", "SwarmLeave")
NODE: dict[str, Any] = {
    "ID": "n1",
    "Version": {"Index": 7},
    "Spec": {"Role": "worker", "Availability": "active", "Labels": {"a": "b"}},
}


def test_update_keeps_the_settings(drive: Driven) -> None:
    """Replacing a token leaves the settings as they are, the lock of the managers among them."""
    drive(update({}, rotation=Rotation(worker_token=True)), SWARM, None)
    body: Any = SPEC
    expected = operations.swarm.update(
        7, body, rotate_worker_token=True, rotate_manager_token=False, rotate_manager_unlock_key=False
    )
    assert drive.operations == [operations.swarm.inspect(), expected]


def test_update_of_a_version(drive: Driven) -> None:
    whole: Any = {"Name": "default"}
    with pytest.raises(ServerError):
        drive(update({"autolock_managers": False}, spec=whole, version=3, rotation=Rotation()), SWARM, IN_NONE)
    assert drive.operations[-1].body == {"Name": "default", "EncryptionConfig": {"AutoLockManagers": False}}
    assert dict(drive.operations[-1].query)["version"] == "3"


def test_update_refuses_before_anything_is_sent(drive: Driven) -> None:
    with pytest.raises(TypeError, match="autolock"):
        drive(update({"autolock": True}, rotation=Rotation()))
    assert not drive.steps


@pytest.mark.parametrize("status", [406, 503])
def test_leaving_no_swarm_by_force(drive: Driven, status: int) -> None:
    drive(leave(force=True), ApiError(status, "not part of a swarm", "SwarmLeave"))
    with pytest.raises(ApiError):
        drive(leave(force=False), ApiError(status, "not part of a swarm", "SwarmLeave"))
    with pytest.raises(ServerError):
        drive(leave(force=True), ServerError(500, "something else", "SwarmLeave"))


def test_a_swarm_there_may_be(drive: Driven) -> None:
    assert drive(inspect_if_any(), SWARM) == SWARM
    assert drive(inspect_if_any(), IN_NONE) is None
    with pytest.raises(ServerError):
        drive(inspect_if_any(), ServerError(500, "something else", "SwarmInspect"))


def test_a_node_as_a_whole(drive: Driven) -> None:
    spec: Any = {"Role": "worker", "Availability": "drain"}
    drive(nodes.update("n", spec, version=3), None)
    assert drive.operations == [operations.nodes.update("n", 3, spec)]
    with pytest.raises(MissingKey, match="for it replaces all"):
        drive(nodes.update("n", {"Availability": "drain"}, version=3))


def test_a_part_of_a_node(drive: Driven) -> None:
    drive(nodes.update("n", {"Availability": "drain"}), NODE, None)
    merged: Any = {**NODE["Spec"], "Availability": "drain"}
    assert drive.operations == [operations.nodes.inspect("n"), operations.nodes.update("n1", 7, merged)]
    with pytest.raises(InvalidArgument):
        drive(nodes.update("n", {"Availability": "off"}))
