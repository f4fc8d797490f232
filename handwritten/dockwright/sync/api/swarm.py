"""The swarm and its nodes, by docker-py's low-level names."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from dockwright_api import operations
from dockwright_api.sync import nodes as generated

from ...flows import nodes as flows
from ...options.filters import filters_option
from ...options.swarm import LISTEN, init_body
from .calls import Calls, Listing, resource_id

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dockwright_api import shapes
    from dockwright_api.encode import Filters


class Nodes(Listing, generated.Nodes):
    """The operations of ``client.api.nodes``; called, it lists nodes as docker-py does."""

    def __call__(self, filters: Filters | str | None = None) -> list[shapes.Node]:
        """List nodes. ``GET /nodes``."""
        return self._engine.fetch(operations.nodes.list(filters=filters_option(filters)))


class SwarmCalls(Calls):
    """The swarm and its nodes."""

    @cached_property
    def nodes(self) -> Nodes:
        """List nodes, ``client.api.nodes()``; and the operations of ``client.api.nodes``."""
        return Nodes(self._engine)

    def create_swarm_spec(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Make the settings of a swarm; as ``docker.types.SwarmSpec``."""
        from ..types import SwarmSpec

        return SwarmSpec(self._client.api_version, *args, **kwargs)

    def get_unlock_key(self) -> shapes.SwarmUnlockKeyResponse:
        """Give the key that unlocks the managers of the swarm. ``GET /swarm/unlockkey``."""
        return self._fetch(operations.swarm.unlock_key())

    def init_swarm(
        self,
        advertise_addr: str | None = None,
        listen_addr: str = LISTEN,
        force_new_cluster: bool = False,
        swarm_spec: Mapping[str, Any] | None = None,
        default_addr_pool: Sequence[str] | None = None,
        subnet_size: int | None = None,
        data_path_addr: str | None = None,
        data_path_port: int | None = None,
    ) -> str:
        """Start a swarm, and give the id of its first node. ``POST /swarm/init``."""
        body = init_body(
            advertise_addr=advertise_addr,
            listen_addr=listen_addr,
            force_new_cluster=force_new_cluster,
            default_addr_pool=default_addr_pool,
            subnet_size=subnet_size,
            data_path_addr=data_path_addr,
            data_path_port=data_path_port,
            spec=swarm_spec or {},
        )
        return self._fetch(operations.swarm.init(body))

    def inspect_node(self, node_id: object) -> shapes.Node:
        """Give everything about a node. ``GET /nodes/{id}``."""
        return self._fetch(operations.nodes.inspect(resource_id("node_id", node_id)))

    def inspect_swarm(self) -> shapes.Swarm:
        """Give everything about the swarm. ``GET /swarm``."""
        return self._fetch(operations.swarm.inspect())

    def join_swarm(
        self,
        remote_addrs: Sequence[str],
        join_token: str,
        listen_addr: str = LISTEN,
        advertise_addr: str | None = None,
        data_path_addr: str | None = None,
    ) -> bool:
        """Join a swarm. ``POST /swarm/join``."""
        return self._client.swarm.join(remote_addrs, join_token, listen_addr, advertise_addr, data_path_addr)

    def leave_swarm(self, force: bool = False) -> bool:
        """Leave the swarm. ``POST /swarm/leave``. With ``force`` it is no error to be in none."""
        return self._client.swarm.leave(force)

    def remove_node(self, node_id: object, force: bool = False) -> bool:
        """Remove a node from the swarm. ``DELETE /nodes/{id}``."""
        return self._done(operations.nodes.delete(resource_id("node_id", node_id), force=force or None))

    def unlock_swarm(self, key: str | Mapping[str, str]) -> bool:
        """Unlock a manager after its restart. ``POST /swarm/unlock``.

        ``key`` is text, or what :meth:`get_unlock_key` gave.
        """
        return self._client.swarm.unlock(key)

    def update_node(self, node_id: object, version: int, node_spec: Mapping[str, Any] | None = None) -> bool:
        """Change a node, which is at ``version`` now. ``POST /nodes/{id}/update``."""
        self._engine.drive(flows.update(resource_id("node_id", node_id), node_spec or {}, version=version))
        return True

    def update_swarm(
        self,
        version: int,
        swarm_spec: Mapping[str, Any] | None = None,
        rotate_worker_token: bool = False,
        rotate_manager_token: bool = False,
        rotate_manager_unlock_key: bool = False,
    ) -> bool:
        """Change the swarm, which is at ``version`` now. ``POST /swarm/update``."""
        operation = operations.swarm.update(
            version,
            cast("shapes.SwarmSpecParam", dict(swarm_spec or {})),
            rotate_worker_token=rotate_worker_token,
            rotate_manager_token=rotate_manager_token,
            rotate_manager_unlock_key=rotate_manager_unlock_key,
        )
        return self._done(operation)
