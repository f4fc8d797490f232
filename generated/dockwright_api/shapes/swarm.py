# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""JSON as it goes over the wire: swarm."""

from typing import TypedDict

from . import shared


class JoinTokens(TypedDict):
    """Secrets that let nodes into the swarm. Each begins with `SWMTKN-`."""

    Worker: str
    """Token to join with as a worker."""
    Manager: str
    """Token to join with as a manager."""


class SwarmUnlockKeyResponse(TypedDict):
    """The key that unlocks managers."""

    UnlockKey: str
    """The key, beginning with `SWMKEY-`; empty if the swarm does not lock its managers."""


class Swarm(shared.ClusterInfo):
    """The swarm, with its settings and the tokens to join it."""

    JoinTokens: JoinTokens
    """Tokens to join the swarm with."""


class SwarmJoinRequest(TypedDict, total=False):
    """A swarm to join, and how the engine is reached."""

    ListenAddr: str
    """Where the engine listens for other nodes if it is or becomes a manager: an address or interface of its host, with
    a port unless it is 2377, such as `0.0.0.0:2377`. Empty is an error."""
    AdvertiseAddr: str
    """Where other nodes reach the engine: an address or interface, with a port unless it is that of `ListenAddr`. If
    empty, the swarm takes the address that it sees."""
    DataPathAddr: str
    """Address or interface for the traffic between containers on different nodes; that of `AdvertiseAddr` by default.
    Since API 1.30."""
    RemoteAddrs: list[str]
    """Addresses of managers, with a port unless it is 2377. At least one is needed; the engine joins by the first."""
    JoinToken: str
    """Token of the swarm for workers or managers, which decides what the node becomes."""


class SwarmUnlockRequest(TypedDict, total=False):
    """A key to unlock a manager with."""

    UnlockKey: str
    """The key of the swarm, beginning with `SWMKEY-`."""


class SwarmInitRequest(TypedDict, total=False):
    """A swarm to start, and how its first manager is reached."""

    ListenAddr: str
    """Where the engine listens for other nodes: an address or interface of its host, with a port unless it is 2377,
    such as `0.0.0.0:2377`. Empty is an error."""
    AdvertiseAddr: str
    """Where other nodes reach the engine: an address or interface, with a port unless it is that of `ListenAddr`. If
    empty, the engine takes its configured one, or the only address of its host; several are an error."""
    DataPathAddr: str
    """Address or interface for the traffic between containers on different nodes; that of `AdvertiseAddr` by default.
    Since API 1.30."""
    DataPathPort: int
    """UDP port for the traffic between containers on different nodes, from 1024 to 49151; 0 for 4789. Since API
    1.40."""
    DefaultAddrPool: list[str]
    """Address pools from which the subnets of the swarm's networks are cut, in CIDR notation; `10.0.0.0/8` by default.
    Since API 1.39."""
    ForceNewCluster: bool
    """Make a new swarm, with this node as the only manager, from the state of the one that the engine is in. The engine
    must be a manager; this is the way out when most managers are lost."""
    SubnetSize: int
    """Prefix length of the subnets that are cut from `DefaultAddrPool`, at most 29; 0 for 24. Since API 1.39."""
    Spec: shared.SwarmSpecParam
    """Settings of the swarm; those that are zero, empty or absent get their defaults."""
