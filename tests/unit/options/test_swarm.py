"""Settings of a swarm and of nodes; what must not be seen is not shown."""

from copy import deepcopy
from datetime import timedelta
from typing import Any

import pytest

from dockwright.errors import InvalidArgument, MissingKey
from dockwright.options.swarm import (
    SwarmSettings,
    changed_settings,
    init_body,
    join_body,
    node_spec,
    unlock_body,
    whole_node_spec,
)
from dockwright_api import models

SETTINGS: list[tuple[str, Any, dict[str, Any]]] = [
    ("task_history_retention_limit", -1, {"Orchestration": {"TaskHistoryRetentionLimit": -1}}),
    ("snapshot_interval", 5000, {"Raft": {"SnapshotInterval": 5000}}),
    ("keep_old_snapshots", 0, {"Raft": {"KeepOldSnapshots": 0}}),
    ("log_entries_for_slow_followers", 1200, {"Raft": {"LogEntriesForSlowFollowers": 1200}}),
    ("heartbeat_tick", 2, {"Raft": {"HeartbeatTick": 2}}),
    ("election_tick", 20, {"Raft": {"ElectionTick": 20}}),
    ("dispatcher_heartbeat_period", "10s", {"Dispatcher": {"HeartbeatPeriod": 10**10}}),
    ("node_cert_expiry", timedelta(hours=1), {"CAConfig": {"NodeCertExpiry": 3600 * 10**9}}),
    ("external_cas", [{"URL": "https://a"}], {"CAConfig": {"ExternalCAs": [{"URL": "https://a"}]}}),
    ("external_ca", {"URL": "https://a"}, {"CAConfig": {"ExternalCAs": [{"URL": "https://a"}]}}),
    ("name", "default", {"Name": "default"}),
    ("labels", {"a": "b"}, {"Labels": {"a": "b"}}),
    ("signing_ca_cert", "PEM", {"CAConfig": {"SigningCACert": "PEM"}}),
    ("signing_ca_key", "PEM", {"CAConfig": {"SigningCAKey": "PEM"}}),
    ("ca_force_rotate", 1, {"CAConfig": {"ForceRotate": 1}}),
    ("autolock_managers", False, {"EncryptionConfig": {"AutoLockManagers": False}}),
    ("log_driver", {"name": "json-file"}, {"TaskDefaults": {"LogDriver": {"Name": "json-file"}}}),
]
SECRET = "SWMTKN-hunter2"


@pytest.mark.parametrize(("name", "value", "expected"), SETTINGS)
def test_each_setting(name: str, value: Any, expected: dict[str, Any]) -> None:
    assert changed_settings(None, {name: value}) == expected
    assert not list(models.SwarmSpec.model_validate(expected).unknown_fields())


def test_every_setting_is_tested() -> None:
    assert {name for name, _, _ in SETTINGS} == set(SwarmSettings.__annotations__)


def test_a_change_keeps_the_rest() -> None:
    present = {"Name": "default", "Raft": {"ElectionTick": 10, "HeartbeatTick": 1}, "CAConfig": None, "New": {"x": 1}}
    given = deepcopy(present)
    changed = changed_settings(present, {"heartbeat_tick": 2, "ca_force_rotate": 1, "labels": None})
    assert present == given
    assert changed == {
        "Name": "default",
        "Raft": {"ElectionTick": 10, "HeartbeatTick": 2},
        "CAConfig": {"ForceRotate": 1},
        "New": {"x": 1},
    }
    model = models.SwarmSpec(name="default")
    assert changed_settings(model, {"heartbeat_tick": 2}) == {"Name": "default", "Raft": {"HeartbeatTick": 2}}


def test_init() -> None:
    """Nothing is sent that was not given, no nulls either."""
    nothing: dict[str, Any] = {
        "advertise_addr": None,
        "force_new_cluster": False,
        "default_addr_pool": None,
        "subnet_size": None,
        "data_path_addr": None,
        "data_path_port": None,
        "spec": {},
    }
    plain = init_body(listen_addr="0.0.0.0:2377", **nothing)
    assert plain == {"ListenAddr": "0.0.0.0:2377", "ForceNewCluster": False}
    assert init_body(
        advertise_addr="eth0",
        listen_addr="eth0:5000",
        force_new_cluster=True,
        default_addr_pool=("10.20.0.0/16", "fd00::/64"),
        subnet_size=24,
        data_path_addr="eth1",
        data_path_port=0,
        spec={"Name": "default"},
    ) == {
        "AdvertiseAddr": "eth0",
        "ListenAddr": "eth0:5000",
        "ForceNewCluster": True,
        "DefaultAddrPool": ["10.20.0.0/16", "fd00::/64"],
        "SubnetSize": 24,
        "DataPathAddr": "eth1",
        "DataPathPort": 0,
        "Spec": {"Name": "default"},
    }


@pytest.mark.parametrize(
    ("argument", "kind", "match"),
    [
        ({"subnet_size": 30}, InvalidArgument, "subnet_size must be from 1 to 29, or 0 for the default, not 30"),
        ({"data_path_port": 80}, InvalidArgument, "data_path_port must be from 1024 to 49151"),
        ({"listen_addr": ""}, InvalidArgument, "listen_addr must be an address or an interface"),
        ({"default_addr_pool": "10.0.0.0/8"}, TypeError, "default_addr_pool must be a sequence of str"),
        ({"default_addr_pool": ["10.0.0.0"]}, InvalidArgument, r"default_addr_pool\[0\] must be a range"),
        ({"force_new_cluster": "yes"}, TypeError, "force_new_cluster must be True or False"),
    ],
)
def test_init_refuses(argument: dict[str, Any], kind: type[Exception], match: str) -> None:
    given: dict[str, Any] = {
        "advertise_addr": None,
        "listen_addr": "0.0.0.0",
        "force_new_cluster": False,
        "default_addr_pool": None,
        "subnet_size": None,
        "data_path_addr": None,
        "data_path_port": None,
        "spec": {},
    }
    with pytest.raises(kind, match=match):
        init_body(**{**given, **argument})


@pytest.mark.parametrize(
    ("settings", "kind", "match"),
    [
        ({"heartbeat": 1}, TypeError, r"update\(\) got an unexpected keyword argument 'heartbeat'"),
        ({"heartbeat_tick": -1}, InvalidArgument, "heartbeat_tick must be 0 or more"),
        ({"node_cert_expiry": 3600}, InvalidArgument, r"3600 seconds are written 3600\.0"),
        ({"external_ca": {"URL": "a"}, "external_cas": []}, InvalidArgument, "give one of them"),
        ({"external_cas": {"URL": "a"}}, TypeError, "external_cas must be a sequence"),
        ({"log_driver": {"Driver": "x"}}, InvalidArgument, "log_driver has the key 'Driver'"),
    ],
)
def test_settings_that_are_refused(settings: dict[str, Any], kind: type[Exception], match: str) -> None:
    with pytest.raises(kind, match=match):
        changed_settings(None, settings)


def test_join() -> None:
    body = join_body(
        remote_addrs=(each for each in ["192.0.2.1:2377"]),
        join_token=SECRET,
        listen_addr="0.0.0.0:2377",
        advertise_addr=None,
        data_path_addr="eth0",
    )
    assert body == {
        "RemoteAddrs": ["192.0.2.1:2377"],
        "JoinToken": SECRET,
        "ListenAddr": "0.0.0.0:2377",
        "DataPathAddr": "eth0",
    }


@pytest.mark.parametrize(
    ("argument", "kind", "match"),
    [
        ({"remote_addrs": "192.0.2.1"}, TypeError, r"such as \['192.0.2.1'\], not one alone"),
        ({"remote_addrs": []}, InvalidArgument, "at least one manager"),
        ({"join_token": ""}, InvalidArgument, "join_token must not be empty"),
        ({"join_token": SECRET.encode()}, TypeError, "join_token must be a str, not bytes"),
        ({"advertise_addr": ""}, InvalidArgument, "advertise_addr must be an address"),
    ],
)
def test_join_refuses(argument: dict[str, Any], kind: type[Exception], match: str) -> None:
    given: dict[str, Any] = {
        "remote_addrs": ["192.0.2.1"],
        "join_token": SECRET,
        "listen_addr": "0.0.0.0:2377",
        "advertise_addr": None,
        "data_path_addr": None,
    }
    with pytest.raises(kind, match=match) as caught:
        join_body(**{**given, **argument})
    assert "hunter2" not in str(caught.value)


def test_unlock() -> None:
    assert unlock_body(SECRET) == {"UnlockKey": SECRET}
    assert unlock_body({"UnlockKey": SECRET}) == {"UnlockKey": SECRET}
    assert unlock_body(models.SwarmUnlockKeyResponse(unlock_key=SECRET)) == {"UnlockKey": SECRET}
    with pytest.raises(MissingKey, match="must have UnlockKey"):
        unlock_body({"Key": SECRET})
    for key in (SECRET.encode(), [SECRET], {"UnlockKey": SECRET.encode()}):
        with pytest.raises(TypeError, match="must be a str") as caught:
            unlock_body(key)  # type: ignore[arg-type]  # what is tested
        assert "hunter2" not in str(caught.value)
    with pytest.raises(InvalidArgument, match="key must not be empty"):
        unlock_body("")
    with pytest.raises(TypeError) as refused:
        changed_settings(None, {"signing_ca_key": [SECRET]})
    assert "hunter2" not in str(refused.value)


def test_nodes() -> None:
    assert node_spec({"Availability": "drain"}) == {"Availability": "drain"}
    assert node_spec(models.NodeSpec(role="worker")) == {"Role": "worker"}
    whole = {"Role": "worker", "Availability": "active", "Labels": {"a": "b"}}
    assert whole_node_spec(whole) == whole
    # The engine heeds no case in keys.
    assert whole_node_spec({"role": "worker", "availability": "pause"})
    with pytest.raises(MissingKey, match="spec must have Availability, one of 'active', 'pause', 'drain'"):
        whole_node_spec({"Role": "worker"})
    with pytest.raises(InvalidArgument, match=r"spec\['Role'\] must be one of 'worker', 'manager', not 'leader'"):
        whole_node_spec({"Role": "leader", "Availability": "active"})
    with pytest.raises(InvalidArgument, match=r"spec\['Availability'\] must be one of"):
        node_spec({"Availability": "drained"})
    with pytest.raises(TypeError, match="spec must be a mapping"):
        node_spec("drain")
