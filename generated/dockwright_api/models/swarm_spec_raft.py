# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``SwarmSpecRaft``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class SwarmSpecRaft(Model):
    """How managers keep the state of a swarm. A tick is a second."""

    snapshot_interval: Annotated[int | None, Field(alias="SnapshotInterval")] = None
    """After how many log entries a snapshot is taken; 10000 by default."""
    keep_old_snapshots: Annotated[int | None, Field(alias="KeepOldSnapshots")] = None
    """How many snapshots to keep beside the newest; 0 by default."""
    log_entries_for_slow_followers: Annotated[int | None, Field(alias="LogEntriesForSlowFollowers")] = None
    """How many log entries to keep after a snapshot for managers that lag behind; 500 by default."""
    election_tick: Annotated[int | None, Field(alias="ElectionTick")] = None
    """After how many ticks without word from the leader a manager stands for election; 10 by default. It must be
    greater than `HeartbeatTick`."""
    heartbeat_tick: Annotated[int | None, Field(alias="HeartbeatTick")] = None
    """Number of ticks between two heartbeats of the leader; 1 by default."""
