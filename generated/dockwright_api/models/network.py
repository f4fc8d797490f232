# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``Network``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .config_reference import ConfigReference
from .ipam import IPAM
from .peer_info import PeerInfo


class Network(Model):
    """A network that containers can be connected to."""

    name: Annotated[str, Field(alias="Name")]
    """Name of the network."""
    id: Annotated[str, Field(alias="Id")]
    """Id of the network."""
    created: Annotated[str, Field(alias="Created")]
    """When the network was created."""
    scope: Annotated[str, Field(alias="Scope")]
    """Where the network exists: on this host only (`local`) or in the whole swarm (`swarm`); drivers may also say
    `global`."""
    driver: Annotated[str, Field(alias="Driver")]
    """Driver of the network, such as `bridge`, `overlay` or `macvlan`."""
    enable_ipv4: Annotated[bool | None, Field(alias="EnableIPv4")] = None
    """Whether containers get IPv4 addresses. Since API 1.47."""
    enable_ipv6: Annotated[bool, Field(alias="EnableIPv6")]
    """Whether containers get IPv6 addresses."""
    ipam: Annotated[IPAM, Field(alias="IPAM")]
    """How addresses are given out."""
    internal: Annotated[bool, Field(alias="Internal")]
    """Whether the network has no way to the outside; containers reach only one another."""
    attachable: Annotated[bool, Field(alias="Attachable")]
    """Whether containers that belong to no service may join a network of the swarm."""
    ingress: Annotated[bool, Field(alias="Ingress")]
    """Whether it is the network of the routing mesh, through which published ports of services are reached. Since API
    1.29."""
    config_from: Annotated[ConfigReference, Field(alias="ConfigFrom")]
    """Configuration-only network that it takes its settings from; empty without one. Since API 1.30."""
    config_only: Annotated[bool, Field(alias="ConfigOnly")]
    """Whether this is only a configuration for other networks to take. Containers cannot use it. Since API 1.30."""
    options: Annotated[dict[str, str], Field(alias="Options")]
    """Options of the driver."""
    labels: Annotated[dict[str, str], Field(alias="Labels")]
    """Labels of the network."""
    peers: Annotated[list[PeerInfo] | None, Field(alias="Peers")] = None
    """Nodes of the swarm that take part in an `overlay` network, as this engine knows them."""
