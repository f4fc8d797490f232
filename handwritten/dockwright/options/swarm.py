"""The settings of a swarm, and how an engine joins one, as people write them.

Keys and tokens are never shown in an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypedDict, cast

from ..errors import InvalidArgument, InvalidType, MissingKey
from . import values
from .durations import Duration, checked_nanoseconds
from .records import Reader, Row, Rows, fields_of, read_options, record, refuse_unknown
from .tasks import choice, count

if TYPE_CHECKING:
    from dockwright_api import models, shapes

    SwarmSpec = models.SwarmSpec | shapes.SwarmSpecParam | shapes.SwarmSpec | Mapping[str, Any]

LISTEN = "0.0.0.0:2377"
_SUBNET = re.compile(r"[0-9a-fA-F.:]+/[0-9]{1,3}")


class SwarmSettings(TypedDict, total=False):
    """Settings of a swarm."""

    task_history_retention_limit: int | None
    """How many tasks to keep on record for each replica; a negative number keeps all."""
    snapshot_interval: int | None
    """After how many log entries the managers take a snapshot."""
    keep_old_snapshots: int | None
    log_entries_for_slow_followers: int | None
    heartbeat_tick: int | None
    """Seconds between two heartbeats of the leader."""
    election_tick: int | None
    """Seconds without word from the leader after which there is an election; more than ``heartbeat_tick``."""
    dispatcher_heartbeat_period: Duration | None
    """How often nodes report: nanoseconds as an int, ``5.0`` seconds, or ``"5s"``."""
    node_cert_expiry: Duration | None
    """How long the certificate of a node is valid; an hour at least."""
    external_cas: Sequence[shapes.ExternalCAParam | Mapping[str, Any]] | None
    """Certificate authorities outside of the swarm, such as ``docker.types.SwarmExternalCA``."""
    external_ca: shapes.ExternalCAParam | Mapping[str, Any] | None
    """The same, for one."""
    name: str | None
    """``default``, which is the only one that there is."""
    labels: Mapping[str, str] | Sequence[str] | None
    signing_ca_cert: str | None
    """Root certificate to change over to, in PEM."""
    signing_ca_key: str | None
    """The key of ``signing_ca_cert``, in PEM."""
    ca_force_rotate: int | None
    """A number other than the present one makes the swarm change over to a new root certificate."""
    autolock_managers: bool | None
    """Lock the keys of managers, each of which then needs the unlock key after a restart."""
    log_driver: shapes.SwarmSpecTaskDefaultsLogDriverParam | Mapping[str, Any] | None
    """Log driver for tasks without one: ``{"Name": ..., "Options": {...}}``."""


def changed_settings(spec: SwarmSpec | None, settings: Mapping[str, Any], *, caller: str = "update") -> dict[str, Any]:
    """Give the settings of a swarm with those that are given in their place.

    ``caller`` is named in the error for an unknown one, a ``TypeError``; what is wrong in itself raises
    ``InvalidArgument``.
    """
    given = {name: value for name, value in settings.items() if value is not None}
    refuse_unknown(caller, given, SwarmSettings.__annotations__)
    if "external_ca" in given:
        if "external_cas" in given:
            raise InvalidArgument("external_ca and external_cas are the same; give one of them")
        given["external_cas"] = [given.pop("external_ca")]
    changed = {} if spec is None else fields_of("swarm_spec", spec, "{'Orchestration': {...}}")
    for key, rows in _TABLES.items():
        if fields := read_options(given, rows):
            changed[key] = {**(changed.get(key) or {}), **fields}
    return changed | read_options(given, _SPEC)


def init_body(
    *,
    advertise_addr: str | None,
    listen_addr: str,
    force_new_cluster: bool,
    default_addr_pool: Sequence[str] | None,
    subnet_size: int | None,
    data_path_addr: str | None,
    data_path_port: int | None,
    spec: Mapping[str, Any],
) -> shapes.SwarmInitRequest:
    """Write what a new swarm is made with."""
    given = {
        "advertise_addr": advertise_addr,
        "listen_addr": listen_addr,
        "force_new_cluster": force_new_cluster,
        "default_addr_pool": default_addr_pool,
        "subnet_size": subnet_size,
        "data_path_addr": data_path_addr,
        "data_path_port": data_path_port,
    }
    body = read_options({name: value for name, value in given.items() if value is not None}, _INIT)
    return cast("shapes.SwarmInitRequest", body | ({"Spec": dict(spec)} if spec else {}))


def join_body(
    *,
    remote_addrs: Iterable[str],
    join_token: str,
    listen_addr: str,
    advertise_addr: str | None,
    data_path_addr: str | None,
) -> shapes.SwarmJoinRequest:
    """Write how an engine joins a swarm."""
    if isinstance(remote_addrs, str | bytes):
        raise InvalidType(f"remote_addrs must be a sequence of addresses, such as [{remote_addrs!r}], not one alone")
    remotes = values.texts("remote_addrs", list(remote_addrs))
    if not remotes:
        raise InvalidArgument("remote_addrs must have the address of at least one manager, such as '192.0.2.1:2377'")
    given = {"listen_addr": listen_addr, "advertise_addr": advertise_addr, "data_path_addr": data_path_addr}
    addresses = read_options({name: value for name, value in given.items() if value is not None}, _INIT)
    token = secret_text("join_token", join_token)
    return cast("shapes.SwarmJoinRequest", {"RemoteAddrs": remotes, "JoinToken": token, **addresses})


def unlock_body(key: str | Mapping[str, Any] | models.SwarmUnlockKeyResponse) -> shapes.SwarmUnlockRequest:
    """Write the key that unlocks a manager: the key itself, or what the engine gave when it was asked for it."""
    if not isinstance(key, str):
        to_json = getattr(key, "to_json", None)
        found: object = to_json() if callable(to_json) else key
        if not isinstance(found, Mapping):
            raise InvalidType(f"key must be a str, or a mapping with UnlockKey, not {type(key).__name__}")
        if "UnlockKey" not in found:
            raise MissingKey("key as a mapping must have UnlockKey")
        key = cast("Mapping[str, Any]", found)["UnlockKey"]
    return {"UnlockKey": secret_text("key", key)}


def node_spec(spec: object) -> dict[str, Any]:
    """Take the settings of a node."""
    fields = fields_of("spec", spec, "{'Role': 'worker', 'Availability': 'drain'}")
    for key, accepted in _NODE.items():
        if fields.get(key) is not None:
            choice(*accepted)(f"spec[{key!r}]", fields[key])
    return fields


def whole_node_spec(spec: object) -> dict[str, Any]:
    """Take all settings of a node, in which the engine wants a role and an availability."""
    fields = node_spec(spec)
    present = {key.lower() for key, value in fields.items() if value}
    for key, accepted in _NODE.items():
        if key.lower() not in present:
            raise MissingKey(f"spec must have {key}, one of {', '.join(map(repr, accepted))}, for it replaces all")
    return fields


_NODE = {"Role": ("worker", "manager"), "Availability": ("active", "pause", "drain")}


def secret_text(name: str, value: object) -> str:
    """Take a str that no error may show."""
    if not isinstance(value, str):
        raise InvalidType(f"{name} must be a str, not {type(value).__name__}")
    if not value:
        raise InvalidArgument(f"{name} must not be empty")
    return value


def _address(name: str, value: object) -> str:
    if not values.text(name, value):
        raise InvalidArgument(f"{name} must be an address or an interface, such as '192.0.2.1:2377', not empty")
    return cast("str", value)


def _pools(name: str, value: object) -> list[str]:
    pools = values.texts(name, value)
    for index, pool in enumerate(pools):
        if not _SUBNET.fullmatch(pool):
            raise InvalidArgument(f"{name}[{index}] must be a range of addresses such as '10.20.0.0/16', not {pool!r}")
    return pools


def _between(least: int, most: int) -> Reader:
    def read(name: str, value: object) -> int:
        number = values.whole(name, value)
        if number and not least <= number <= most:
            raise InvalidArgument(f"{name} must be from {least} to {most}, or 0 for the default, not {number}")
        return number

    return read


def _external_cas(name: str, value: object) -> list[dict[str, Any]]:
    items = values.several(name, "a sequence such as [{'URL': 'https://ca.example.org'}]", value)
    return [
        fields_of(f"{name}[{index}]", item, "{'URL': 'https://ca.example.org'}") for index, item in enumerate(items)
    ]


def _log_driver(name: str, value: object) -> dict[str, Any]:
    if isinstance(value, str):
        return {"Name": value}
    rows: Rows = {"name": Row("Name", values.text), "options": Row("Options", values.text_map)}
    return record(name, value, rows, "{'Name': 'json-file'}")


_INIT: Rows = {
    "advertise_addr": Row("AdvertiseAddr", _address),
    "listen_addr": Row("ListenAddr", _address),
    "force_new_cluster": Row("ForceNewCluster", values.flag),
    "default_addr_pool": Row("DefaultAddrPool", _pools),
    "subnet_size": Row("SubnetSize", _between(1, 29)),
    "data_path_addr": Row("DataPathAddr", _address),
    "data_path_port": Row("DataPathPort", _between(1024, 49151)),
}
_SPEC: Rows = {"name": Row("Name", values.text), "labels": Row("Labels", values.labels)}
_TABLES: dict[str, Rows] = {
    "Orchestration": {"task_history_retention_limit": Row("TaskHistoryRetentionLimit", values.whole)},
    "Raft": {
        "snapshot_interval": Row("SnapshotInterval", count),
        "keep_old_snapshots": Row("KeepOldSnapshots", count),
        "log_entries_for_slow_followers": Row("LogEntriesForSlowFollowers", count),
        "heartbeat_tick": Row("HeartbeatTick", count),
        "election_tick": Row("ElectionTick", count),
    },
    "Dispatcher": {"dispatcher_heartbeat_period": Row("HeartbeatPeriod", checked_nanoseconds)},
    "CAConfig": {
        "node_cert_expiry": Row("NodeCertExpiry", checked_nanoseconds),
        "external_cas": Row("ExternalCAs", _external_cas),
        "signing_ca_cert": Row("SigningCACert", values.text),
        "signing_ca_key": Row("SigningCAKey", secret_text),
        "ca_force_rotate": Row("ForceRotate", count),
    },
    "EncryptionConfig": {"autolock_managers": Row("AutoLockManagers", values.flag)},
    "TaskDefaults": {"log_driver": Row("LogDriver", _log_driver)},
}
