"""``docker.types.swarm``: the settings of a swarm."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...options.swarm import changed_settings
from .base import given

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ...options.durations import Duration


class SwarmSpec(dict[str, Any]):
    """The settings of a swarm. ``version`` has no effect: the client knows what it speaks."""

    def __init__(
        self,
        version: str | None,
        task_history_retention_limit: int | None = None,
        snapshot_interval: int | None = None,
        keep_old_snapshots: int | None = None,
        log_entries_for_slow_followers: int | None = None,
        heartbeat_tick: int | None = None,
        election_tick: int | None = None,
        dispatcher_heartbeat_period: Duration | None = None,
        node_cert_expiry: Duration | None = None,
        external_cas: Sequence[Mapping[str, Any]] | None = None,
        name: str | None = None,
        labels: Mapping[str, str] | None = None,
        signing_ca_cert: str | None = None,
        signing_ca_key: str | None = None,
        ca_force_rotate: int | None = None,
        autolock_managers: bool | None = None,
        log_driver: Mapping[str, Any] | None = None,
    ) -> None:
        fields = given(
            task_history_retention_limit=task_history_retention_limit,
            snapshot_interval=snapshot_interval,
            keep_old_snapshots=keep_old_snapshots,
            log_entries_for_slow_followers=log_entries_for_slow_followers,
            heartbeat_tick=heartbeat_tick,
            election_tick=election_tick,
            dispatcher_heartbeat_period=dispatcher_heartbeat_period,
            node_cert_expiry=node_cert_expiry,
            external_cas=external_cas or None,
            name=name,
            labels=labels,
            signing_ca_cert=signing_ca_cert or None,
            signing_ca_key=signing_ca_key or None,
            ca_force_rotate=ca_force_rotate,
            autolock_managers=autolock_managers,
            log_driver=log_driver,
        )
        super().__init__(changed_settings(None, fields, caller="SwarmSpec"))

    def __repr__(self) -> str:
        """Show all but the key of the certificate."""
        shown: dict[str, Any] = dict(self)
        if shown.get("CAConfig", {}).get("SigningCAKey"):
            shown["CAConfig"] = {**shown["CAConfig"], "SigningCAKey": "..."}
        return repr(shown)


class SwarmExternalCA(dict[str, Any]):
    """A certificate authority outside of the swarm."""

    def __init__(
        self,
        url: str,
        protocol: str | None = None,
        options: Mapping[str, str] | None = None,
        ca_cert: str | None = None,
    ) -> None:
        super().__init__(given(URL=url, Protocol=protocol, Options=options, CACert=ca_cert))
