"""Networks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from dockwright_api import operations

from ..flows import networks as flows
from ..options.filters import filters_option
from ..options.networks import connection, created_network, disconnection, known_of_network

if TYPE_CHECKING:
    import builtins
    from collections.abc import Mapping
    from types import TracebackType
    from typing import Self, Unpack

    from dockwright_api import models, shapes
    from dockwright_api.encode import Filters

    from ..options.networks import EndpointOptions, NetworkOptions
    from .containers import DockerContainer
    from .docker import Docker

    Config = models.NetworkCreateRequest | shapes.NetworkCreateRequest | Mapping[str, Any]
    Connection = models.NetworkConnectRequest | shapes.NetworkConnectRequest | Mapping[str, Any]
    Disconnection = models.NetworkDisconnectRequest | shapes.NetworkDisconnectRequest | Mapping[str, Any]


class DockerNetworks:
    """The networks of an engine; ``docker.networks``."""

    def __init__(self, docker: Docker) -> None:
        self.docker = docker

    async def list(self, *, filters: Filters | str | None = None) -> builtins.list[shapes.NetworkSummary]:
        """List networks, as JSON. ``GET /networks``.

        ``filters`` is a mapping such as ``{"driver": "bridge", "label": ["app=web"]}``. The list does not tell which
        containers are connected; :meth:`DockerNetwork.show` does.
        """
        return await self.docker.engine.fetch(operations.networks.list(filters=filters_option(filters)))

    async def create(self, config: Config | str, **options: Unpack[NetworkOptions]) -> DockerNetwork:
        """Create a network. ``POST /networks/create``.

        ``config`` is its name, with options beside it: ``create("web", driver="bridge", internal=True)``; or the
        Engine's own JSON, or a model of it, and no options. Raises ``Conflict`` for a name in use.
        """
        body = created_network(config, options)
        engine = self.docker.engine
        created = await engine.fetch(flows.creation(body, await engine.negotiate()))
        return DockerNetwork.of(self.docker, created["Id"], known_of_network(body, created["Id"]))

    async def get(self, net_specs: str, *, verbose: bool | None = None, scope: str | None = None) -> DockerNetwork:
        """Look a network up by id or name. ``GET /networks/{id}``.

        ``verbose`` adds the services on a swarm network, ``scope`` (``local``, ``swarm`` or ``global``) looks only
        among networks of that scope. Raises ``NetworkNotFound``.
        """
        data = await self.docker.engine.fetch(operations.networks.inspect(net_specs, verbose=verbose, scope=scope))
        return DockerNetwork.of(self.docker, data["Id"], data)

    def network(self, network_id: str) -> DockerNetwork:
        """Give a network by id or name, without asking the engine."""
        return DockerNetwork(self.docker, network_id)

    async def prune(self, *, filters: Filters | str | None = None) -> shapes.NetworkPruneResponse:
        """Remove all networks that no container is connected to. ``POST /networks/prune``.

        ``filters`` is a mapping such as ``{"until": "24h", "label!": "keep"}``. Gives the names of what was removed as
        ``NetworksDeleted``, None or an empty list if there was nothing.
        """
        return await self.docker.engine.fetch(operations.networks.prune(filters=filters_option(filters)))


class DockerNetwork:
    """One network.

    ``network["Key"]`` reads what the call that made this object said of it, or the last :meth:`show`. As ``async with``
    it is removed at the end of the block, whatever happened inside, and what is connected to it is disconnected.
    """

    __slots__ = ("_network", "docker", "id")

    def __init__(self, docker: Docker, id_: str) -> None:
        if not id_:
            raise ValueError("a DockerNetwork needs the id or name of a network")
        self.docker: Docker = docker
        self.id: str = id_
        self._network: Mapping[str, Any] = {"Id": id_}

    @classmethod
    def of(cls, docker: Docker, network_id: str, data: Any) -> DockerNetwork:
        """Make a network of what the engine said about it, without copying that."""
        self = cls(docker, network_id)
        self._network = data
        return self

    @property
    def attrs(self) -> Mapping[str, Any]:
        """What is known of the network, by the engine's names: what made this object, or the last :meth:`show`."""
        return self._network

    @property
    def name(self) -> str | None:
        """The name; None while only the id is known, before :meth:`show`."""
        return self._network.get("Name")

    @property
    def short_id(self) -> str:
        """The first 12 characters of the id."""
        return self.id[:12]

    @property
    def driver(self) -> str | None:
        """Such as ``bridge``; None while it is not known, before :meth:`show`."""
        return self._network.get("Driver")

    @property
    def labels(self) -> Mapping[str, str]:
        """The labels, as far as they are known."""
        return self._network.get("Labels") or {}

    async def show(self, *, verbose: bool | None = None, scope: str | None = None) -> shapes.NetworkInspect:
        """Ask for everything about the network, with what is connected to it, as JSON. ``GET /networks/{id}``.

        The arguments are those of :meth:`DockerNetworks.get`.
        """
        data = await self.docker.engine.fetch(operations.networks.inspect(self.id, verbose=verbose, scope=scope))
        self._network = cast("Mapping[str, Any]", data)
        return data

    async def inspect(self, *, verbose: bool | None = None, scope: str | None = None) -> models.NetworkInspect:
        """Ask for everything about the network, as a model. ``GET /networks/{id}``."""
        return await self.docker.engine.send(operations.networks.inspect(self.id, verbose=verbose, scope=scope))

    async def delete(self) -> bool:
        """Remove the network; nothing may be connected to it. ``DELETE /networks/{id}``.

        Always gives True; what fails raises, ``Forbidden`` where it is in use.
        """
        await self.docker.engine.fetch(operations.networks.delete(self.id))
        return True

    async def connect(self, config: Connection | DockerContainer | str, **options: Unpack[EndpointOptions]) -> None:
        """Connect a container. ``POST /networks/{id}/connect``.

        ``config`` is the container, its id or name, with options beside it:
        ``connect("web", aliases=["www"], ipv4_address="172.28.0.5")``; or the Engine's own JSON, or a model of it, and
        no options. Raises ``NotFound`` for the container or the network.
        """
        await self.docker.engine.fetch(operations.networks.connect(self.id, connection(config, options, name="config")))

    async def disconnect(self, config: Disconnection | DockerContainer | str, *, force: bool | None = None) -> None:
        """Disconnect a container. ``POST /networks/{id}/disconnect``.

        ``config`` is the container, its id or name, or the Engine's own JSON, or a model of it. ``force`` removes a
        connection left behind too.
        """
        request = disconnection(config, force=force, name="config")
        await self.docker.engine.fetch(operations.networks.disconnect(self.id, request))

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        from .cleanup import see_through

        await see_through(self.docker.engine.drive(flows.leave(self.id, error)))

    def __getitem__(self, key: str) -> Any:
        return self._network[key]

    def __contains__(self, key: object) -> bool:
        return key in self._network

    def __repr__(self) -> str:
        return f"<DockerNetwork {self.name or self.short_id}>"
