# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""JSON as it goes over the wire: networks."""

from typing import TypedDict

from . import shared


class IPAMConfig(TypedDict):
    """A subnet of a network. Addresses outside of the subnet are an error."""

    Subnet: str
    """The subnet in CIDR notation, such as `172.20.0.0/16`, with no bits set for the host."""
    IPRange: str
    """Part of the subnet to give out addresses from, in CIDR notation; the whole subnet by default."""
    Gateway: str
    """Address of the gateway in the subnet; the driver chooses one by default."""
    AuxiliaryAddresses: dict[str, str]
    """Addresses in the subnet that containers must not get, each under a name of one's choice."""


class SubnetStatus(TypedDict):
    """How many addresses of one subnet are taken and free. Since API 1.52."""

    IPsInUse: int
    """Addresses of the subnet that are handed out or set aside, such as those of the network, the gateway and auxiliary
    addresses. The count stops at 2^64 - 1. Since API 1.52."""
    DynamicIPsAvailable: int
    """Addresses that the engine can still choose for containers, within `IPRange` if the subnet has one. The count
    stops at 2^64 - 1. Since API 1.52."""


class EndpointResource(TypedDict):
    """The connection of one container to a network."""

    Name: str
    """Name of the container, or of what else is connected."""
    EndpointID: str
    """Id of the connection."""
    MacAddress: str
    """MAC address of the interface; empty without one."""
    IPv4Address: str
    """Address with prefix length, such as `172.18.0.2/16`; empty without one."""
    IPv6Address: str
    """Address with prefix length, such as `fd00::2/64`; empty without one."""


class PeerInfo(TypedDict):
    """A node that takes part in a network of the swarm."""

    Name: str
    """Name of the node among the peers, its host name and an id."""
    IP: str
    """Address of the node."""


class NetworkCreateResponse(TypedDict):
    """The network that was created."""

    Id: str
    """Id of the network."""
    Warning: str
    """What the engine has to say about the request; mostly empty."""


class NetworkPruneResponse(TypedDict):
    """Which networks were removed."""

    NetworksDeleted: list[str]
    """Names of the networks that were removed."""


class NetworkTaskInfo(TypedDict):
    """A task of a service on a network of the swarm."""

    Name: str
    """Name of the task."""
    EndpointID: str
    """Id of the task's connection to the network."""
    EndpointIP: str
    """Address of the task on the network."""
    Info: dict[str, str]
    """What the driver tells about it, such as the address of its node under `Host IP`."""


class IPAM(TypedDict):
    """How a network gives out addresses."""

    Driver: str
    """Driver that gives out addresses; `default` is the built-in one."""
    Config: list[IPAMConfig]
    """Subnets of the network. Without one the engine takes a free subnet from its address pools."""
    Options: dict[str, str]
    """Options of that driver."""


class IPAMStatus(TypedDict):
    """How many addresses of a network are in use. Since API 1.52."""

    Subnets: dict[str, SubnetStatus]
    """Use of each subnet, by the subnet in CIDR notation. Since API 1.52."""


class ServiceInfo(TypedDict):
    """A service on a network of the swarm."""

    VIP: str
    """Virtual address of the service on the network; empty without one."""
    Ports: list[str]
    """Ports that the routing mesh publishes, as lines such as `Target: 80, Publish: 8080`."""
    LocalLBIndex: int
    """Mark by which this engine tells packets for the load balancer of the service; 0 without one."""
    Tasks: list[NetworkTaskInfo]
    """Tasks of the service on the network."""


class Network(TypedDict):
    """A network that containers can be connected to."""

    Name: str
    """Name of the network."""
    Id: str
    """Id of the network."""
    Created: str
    """When the network was created."""
    Scope: str
    """Where the network exists: on this host only (`local`) or in the whole swarm (`swarm`); drivers may also say
    `global`."""
    Driver: str
    """Driver of the network, such as `bridge`, `overlay` or `macvlan`."""
    EnableIPv4: bool
    """Whether containers get IPv4 addresses. Since API 1.47."""
    EnableIPv6: bool
    """Whether containers get IPv6 addresses."""
    IPAM: IPAM
    """How addresses are given out."""
    Internal: bool
    """Whether the network has no way to the outside; containers reach only one another."""
    Attachable: bool
    """Whether containers that belong to no service may join a network of the swarm."""
    Ingress: bool
    """Whether it is the network of the routing mesh, through which published ports of services are reached. Since API
    1.29."""
    ConfigFrom: shared.ConfigReference
    """Configuration-only network that it takes its settings from; empty without one. Since API 1.30."""
    ConfigOnly: bool
    """Whether this is only a configuration for other networks to take. Containers cannot use it. Since API 1.30."""
    Options: dict[str, str]
    """Options of the driver."""
    Labels: dict[str, str]
    """Labels of the network."""
    Peers: list[PeerInfo]
    """Nodes of the swarm that take part in an `overlay` network, as this engine knows them."""


class NetworkSummary(Network):
    """A network as the list gives it."""

    Containers: dict[str, EndpointResource]
    """Always empty in a list; inspecting the network tells its containers. Until API 1.51."""


class NetworkStatus(TypedDict):
    """How much of a network is in use. Since API 1.52."""

    IPAM: IPAMStatus
    """Use of its addresses. Since API 1.52."""


class NetworkInspect(Network):
    """A network with what is connected to it."""

    Containers: dict[str, EndpointResource]
    """Connections of containers on this engine, by the id of the container, or by `ep-` and the id of the endpoint
    where no container belongs to it. Stopped containers have none."""
    Services: dict[str, ServiceInfo]
    """Services on a swarm network by name, as this engine knows them; only when asked for with `verbose`. Since API
    1.52."""
    Status: NetworkStatus
    """How full the network is. Since API 1.52."""


class IPAMConfigParam(TypedDict, total=False):
    """A subnet of a network. Addresses outside of the subnet are an error."""

    Subnet: str
    """The subnet in CIDR notation, such as `172.20.0.0/16`, with no bits set for the host."""
    IPRange: str
    """Part of the subnet to give out addresses from, in CIDR notation; the whole subnet by default."""
    Gateway: str
    """Address of the gateway in the subnet; the driver chooses one by default."""
    AuxiliaryAddresses: dict[str, str]
    """Addresses in the subnet that containers must not get, each under a name of one's choice."""


class NetworkDisconnectRequest(TypedDict, total=False):
    """Which container to disconnect, and whether by force."""

    Container: str
    """Id or name of the container, or a unique prefix of its id."""
    Force: bool
    """Remove a connection left behind too, of a container that the engine no longer knows or that is not on the network
    any more."""


class IPAMParam(TypedDict, total=False):
    """How a network gives out addresses."""

    Driver: str
    """Driver that gives out addresses; `default` is the built-in one."""
    Config: list[IPAMConfigParam]
    """Subnets of the network. Without one the engine takes a free subnet from its address pools."""
    Options: dict[str, str]
    """Options of that driver."""


class NetworkCreateRequest(TypedDict, total=False):
    """A network to create."""

    Name: str
    """Name of the network. One in use, or that of a predefined network such as `bridge`, is an error."""
    Driver: str
    """Driver of the network, such as `bridge`, `overlay`, `macvlan` or `ipvlan`, or the name of a plugin. The default
    is `bridge`, on Windows `nat`."""
    Scope: str
    """With `swarm`, a network of a driver that is local by nature, such as `macvlan`, is known to the whole swarm. By
    default the driver decides. Since API 1.30."""
    Internal: bool
    """Give the network no way to the outside; containers reach only one another."""
    Attachable: bool
    """Let containers that belong to no service join a network of the swarm."""
    Ingress: bool
    """Create the network of the routing mesh, through which published ports of services are reached. A swarm has one,
    of the driver `overlay`. Since API 1.29."""
    ConfigOnly: bool
    """Create only a configuration, which other networks take with `ConfigFrom`. Containers cannot use it. Since API
    1.30."""
    ConfigFrom: shared.ConfigReferenceParam
    """Configuration-only network to take addresses and options from. They must not be given here as well. Since API
    1.30."""
    IPAM: IPAMParam
    """How addresses are given out; by default the engine chooses a subnet."""
    EnableIPv4: bool
    """Give containers IPv4 addresses; on by default unless the engine is set up otherwise. Only some drivers can do
    without, and only on Linux. Since API 1.47."""
    EnableIPv6: bool
    """Give containers IPv6 addresses; off by default unless the engine is set up otherwise."""
    Options: dict[str, str]
    """Options of the driver, such as `com.docker.network.driver.mtu` or `com.docker.network.bridge.name`."""
    Labels: dict[str, str]
    """Labels of the network."""
    CheckDuplicate: bool
    """Refuse a name in use. Newer engines always do, whatever is set here. Until API 1.45."""


class NetworkConnectRequest(TypedDict, total=False):
    """Which container to connect, and how."""

    Container: str
    """Id or name of the container, or a unique prefix of its id."""
    EndpointConfig: shared.EndpointSettingsParam | None
    """Addresses, names and options of the container on the network; the engine chooses by default."""
