"""Networks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from dockwright_api import operations

from ..flows import networks as flows
from ..options.filters import filters_option
from ..options.networks import connection, disconnection, known_of_network, listed, network_config
from .resources import Collection, Model, resource_id

if TYPE_CHECKING:
    import builtins
    from collections.abc import Mapping, Sequence
    from types import TracebackType
    from typing import Self

    from dockwright_api import models, shapes
    from dockwright_api.encode import Filters

    from ..options.networks import Links
    from .container import Container


class Network(Model):
    """One network.

    As ``with`` it is removed at the end of the block, whatever happened inside, and what is connected to it is
    disconnected.
    """

    @property
    def name(self) -> str | None:
        """The name."""
        entry = self._known()
        return (self.attrs if entry is None else entry).get("Name")

    @property
    def containers(self) -> list[Container]:
        """The containers that run and are connected, asked for anew each time, with one request.

        ``GET /containers/json``.
        """
        return self.client.containers.list(filters={"network": self._id})

    def inspect(self, *, verbose: bool | None = None, scope: str | None = None) -> models.NetworkInspect:
        """Ask for everything about the network, as a model. ``GET /networks/{id}``.

        The arguments are those of :meth:`NetworkCollection.get`.
        """
        return self.client.engine.send(operations.networks.inspect(self._id, verbose=verbose, scope=scope))

    def connect(
        self,
        container: Container | str,
        ipv4_address: str | None = None,
        ipv6_address: str | None = None,
        aliases: Sequence[str] | None = None,
        links: Links | None = None,
        link_local_ips: Sequence[str] | None = None,
        driver_opt: Mapping[str, str | int] | None = None,
        mac_address: str | None = None,
        *,
        gw_priority: int | None = None,
    ) -> None:
        """Connect a container, which may be given by id or name. ``POST /networks/{id}/connect``.

        The addresses must be in subnets that the network was made with. ``aliases`` are further names under which other
        containers find it, ``links`` names for other containers: ``{"container": "name"}``, or pairs. Of its networks
        that with the greatest ``gw_priority`` gives the default gateway (since API 1.48). Raises ``NotFound`` for the
        container or the network.
        """
        request = connection(
            container,
            {
                "ipv4_address": ipv4_address,
                "ipv6_address": ipv6_address,
                "aliases": aliases,
                "links": links,
                "link_local_ips": link_local_ips,
                "driver_opt": driver_opt,
                "mac_address": mac_address,
                "gw_priority": gw_priority,
            },
        )
        self.client.engine.fetch(operations.networks.connect(self._id, request))

    def disconnect(self, container: Container | str, force: bool = False) -> None:
        """Disconnect a container, which may be given by id or name. ``POST /networks/{id}/disconnect``.

        ``force`` removes a connection left behind too.
        """
        self.client.engine.fetch(operations.networks.disconnect(self._id, disconnection(container, force=force)))

    def remove(self) -> None:
        """Remove the network; nothing may be connected to it. ``DELETE /networks/{id}``.

        Raises ``Forbidden`` where it is in use.
        """
        self.client.engine.fetch(operations.networks.delete(self._id))

    def _inspect(self) -> dict[str, Any]:
        return cast("dict[str, Any]", self.client.engine.fetch(operations.networks.inspect(self._id)))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.client.engine.drive(flows.leave(self._id, error))


class NetworkCollection(Collection[Network]):
    """The networks of an engine; ``client.networks``."""

    model = Network

    def create(
        self,
        name: str,
        driver: str | None = None,
        options: Mapping[str, str | int] | None = None,
        ipam: models.IPAM | shapes.IPAMParam | Mapping[str, Any] | None = None,
        check_duplicate: bool | None = None,
        internal: bool = False,
        labels: Mapping[str, str] | None = None,
        enable_ipv6: bool = False,
        attachable: bool | None = None,
        scope: str | None = None,
        ingress: bool | None = None,
        *,
        enable_ipv4: bool | None = None,
        config_only: bool | None = None,
        config_from: str | None = None,
    ) -> Network:
        """Create a network. ``POST /networks/create``.

        ``ipam`` says how addresses are given out, as an ``IPAMConfig`` or such as
        ``{"Config": [{"Subnet": "172.28.0.0/16"}]}``. ``config_only`` makes only a configuration, which another network
        takes with ``config_from``; ``enable_ipv4`` is for API 1.47 and later. Raises ``Conflict`` for a name in use.
        """
        body = network_config(
            name,
            {
                "driver": driver,
                "options": options,
                "ipam": ipam,
                "check_duplicate": check_duplicate,
                "internal": internal or None,
                "labels": labels,
                "enable_ipv6": enable_ipv6 or None,
                "attachable": attachable,
                "scope": scope,
                "ingress": ingress,
                "enable_ipv4": enable_ipv4,
                "config_only": config_only,
                "config_from": config_from,
            },
        )
        engine = self.client.engine
        created = engine.fetch(flows.creation(body, engine.negotiate()))
        return Network.of(self.client, created["Id"], entry=known_of_network(body, created["Id"]))

    def get(self, network_id: str, verbose: bool | None = None, scope: str | None = None) -> Network:
        """Look a network up by id or name. ``GET /networks/{id}``.

        ``verbose`` adds the services on a swarm network, ``scope`` (``local``, ``swarm`` or ``global``) looks only
        among networks of that scope. Raises ``NotFound``.
        """
        identifier = resource_id("network_id", network_id)
        attrs = self.client.engine.fetch(operations.networks.inspect(identifier, verbose=verbose, scope=scope))
        return Network.of(self.client, attrs["Id"], attrs=attrs)

    def list(
        self,
        names: Sequence[str] | None = None,
        ids: Sequence[str] | None = None,
        filters: Filters | str | None = None,
        greedy: bool = False,
    ) -> builtins.list[Network]:
        """List networks, with one request. ``GET /networks``.

        ``names`` and ``ids`` take those whose name or id has one of them as a part; ``filters`` is a mapping such as
        ``{"driver": "bridge", "label": "app=web"}``. ``greedy`` has no effect: ``attrs`` asks for everything when it is
        first read.
        """
        operation = operations.networks.list(filters=listed(filters_option(filters), names=names, ids=ids))
        client = self.client
        return [Network.of(client, entry["Id"], entry=entry) for entry in client.engine.fetch(operation)]

    def prune(self, filters: Filters | str | None = None) -> shapes.NetworkPruneResponse:
        """Remove all networks that no container is connected to. ``POST /networks/prune``.

        ``filters`` is a mapping such as ``{"until": "24h", "label!": "keep"}``. Gives the names of what was removed as
        ``NetworksDeleted``, None or an empty list if there was nothing.
        """
        return self.client.engine.fetch(operations.networks.prune(filters=filters_option(filters)))
