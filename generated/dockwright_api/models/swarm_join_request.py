# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``SwarmJoinRequest``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class SwarmJoinRequest(Model):
    """A swarm to join, and how the engine is reached."""

    listen_addr: Annotated[str, Field(alias="ListenAddr")]
    """Where the engine listens for other nodes if it is or becomes a manager: an address or interface of its host, with
    a port unless it is 2377, such as `0.0.0.0:2377`. Empty is an error."""
    advertise_addr: Annotated[str | None, Field(alias="AdvertiseAddr")] = None
    """Where other nodes reach the engine: an address or interface, with a port unless it is that of `ListenAddr`. If
    empty, the swarm takes the address that it sees."""
    data_path_addr: Annotated[str | None, Field(alias="DataPathAddr")] = None
    """Address or interface for the traffic between containers on different nodes; that of `AdvertiseAddr` by default.
    Since API 1.30."""
    remote_addrs: Annotated[list[str], Field(alias="RemoteAddrs")]
    """Addresses of managers, with a port unless it is 2377. At least one is needed; the engine joins by the first."""
    join_token: Annotated[str, Field(alias="JoinToken")]
    """Token of the swarm for workers or managers, which decides what the node becomes."""
