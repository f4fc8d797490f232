"""Networks, by docker-py's low-level names."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from dockwright_api import operations
from dockwright_api.sync import networks as generated

from ...flows import networks as flows
from ...options.filters import filters_option
from ...options.networks import listed, network_config
from ..networks import Network
from .calls import Calls, Listing, resource_id

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dockwright_api import shapes
    from dockwright_api.encode import Filters

    from ...options.networks import Links


class Networks(Listing, generated.Networks):
    """The operations of ``client.api.networks``; called, it lists networks as docker-py does."""

    def __call__(
        self,
        names: Sequence[str] | None = None,
        ids: Sequence[str] | None = None,
        filters: Filters | str | None = None,
    ) -> list[shapes.NetworkSummary]:
        """List networks. ``GET /networks``. ``names`` and ``ids`` take parts of these."""
        wanted = listed(filters_option(filters), names=names, ids=ids)
        return self._engine.fetch(operations.networks.list(filters=wanted))


class NetworkCalls(Calls):
    """Networks."""

    @cached_property
    def networks(self) -> Networks:
        """List networks, ``client.api.networks(["web"])``; and the operations of ``client.api.networks``."""
        return Networks(self._engine)

    def create_network(
        self,
        name: str,
        driver: str | None = None,
        options: Mapping[str, str] | None = None,
        ipam: Mapping[str, Any] | None = None,
        check_duplicate: bool | None = None,
        internal: bool = False,
        labels: Mapping[str, str] | None = None,
        enable_ipv6: bool = False,
        attachable: bool | None = None,
        scope: str | None = None,
        ingress: bool | None = None,
    ) -> shapes.NetworkCreateResponse:
        """Create a network, and give its id; as ``client.networks.create``."""
        given: dict[str, Any] = {
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
        }
        body = network_config(name, cast(Any, given), caller="create_network")
        return self._fetch(flows.creation(body, self._engine.negotiate()))

    def connect_container_to_network(
        self,
        container: object,
        net_id: object,
        ipv4_address: str | None = None,
        ipv6_address: str | None = None,
        aliases: Sequence[str] | None = None,
        links: Links | None = None,
        link_local_ips: Sequence[str] | None = None,
        driver_opt: Mapping[str, str] | None = None,
        mac_address: str | None = None,
    ) -> None:
        """Connect a container to a network. ``POST /networks/{id}/connect``."""
        self._network(net_id).connect(
            resource_id("container", container),
            ipv4_address,
            ipv6_address,
            aliases,
            links,
            link_local_ips,
            driver_opt,
            mac_address,
        )

    def disconnect_container_from_network(self, container: object, net_id: object, force: bool = False) -> None:
        """Disconnect a container from a network. ``POST /networks/{id}/disconnect``."""
        self._network(net_id).disconnect(resource_id("container", container), force)

    def inspect_network(
        self, net_id: object, verbose: bool | None = None, scope: str | None = None
    ) -> shapes.NetworkInspect:
        """Give everything about a network. ``GET /networks/{id}``."""
        return self._fetch(operations.networks.inspect(resource_id("net_id", net_id), verbose=verbose, scope=scope))

    def prune_networks(self, filters: Filters | None = None) -> shapes.NetworkPruneResponse:
        """Remove networks that nothing uses. ``POST /networks/prune``."""
        return self._client.networks.prune(filters)

    def remove_network(self, net_id: object) -> None:
        """Remove a network. ``DELETE /networks/{id}``."""
        self._network(net_id).remove()

    def _network(self, net_id: object) -> Network:
        return Network.of(self._client, resource_id("net_id", net_id))
