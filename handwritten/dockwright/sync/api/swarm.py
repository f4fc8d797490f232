"""The swarm and its nodes, by docker-py's low-level names."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from dockwright_api import operations
from dockwright_api.sync import nodes as generated

from ...errors import ApiError
from ...options.filters import filters_option
from .calls import Calls, Listing, resource_id

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from dockwright_api import shapes
    from dockwright_api.encode import Filters

_NOT_IN_A_SWARM = (406, 503)


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
        listen_addr: str = "0.0.0.0:2377",
        force_new_cluster: bool = False,
        swarm_spec: Mapping[str, Any] | None = None,
        default_addr_pool: Sequence[str] | None = None,
        subnet_size: int | None = None,
        data_path_addr: str | None = None,
        data_path_port: int | None = None,
    ) -> str:
        """Start a swarm, and give the id of its first node. ``POST /swarm/init``."""
        body: dict[str, Any] = {
            "AdvertiseAddr": advertise_addr,
            "ListenAddr": listen_addr,
            "ForceNewCluster": force_new_cluster,
            "Spec": None if swarm_spec is None else dict(swarm_spec),
            "DefaultAddrPool": None if default_addr_pool is None else list(default_addr_pool),
            "SubnetSize": subnet_size,
            "DataPathAddr": data_path_addr,
            "DataPathPort": data_path_port,
        }
        given = {key: value for key, value in body.items() if value is not None}
        return self._fetch(operations.swarm.init(cast("shapes.SwarmInitRequest", given)))

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
        listen_addr: str = "0.0.0.0:2377",
        advertise_addr: str | None = None,
        data_path_addr: str | None = None,
    ) -> bool:
        """Join a swarm. ``POST /swarm/join``."""
        body: dict[str, Any] = {
            "RemoteAddrs": list(remote_addrs),
            "ListenAddr": listen_addr,
            "JoinToken": join_token,
            "AdvertiseAddr": advertise_addr,
            "DataPathAddr": data_path_addr,
        }
        given = {key: value for key, value in body.items() if value is not None}
        return self._done(operations.swarm.join(cast("shapes.SwarmJoinRequest", given)))

    def leave_swarm(self, force: bool = False) -> bool:
        """Leave the swarm. ``POST /swarm/leave``. With ``force`` it is no error to be in none."""
        try:
            return self._done(operations.swarm.leave(force=force or None))
        except ApiError as error:
            if force and error.status in _NOT_IN_A_SWARM:
                return True
            raise

    def remove_node(self, node_id: object, force: bool = False) -> bool:
        """Remove a node from the swarm. ``DELETE /nodes/{id}``."""
        return self._done(operations.nodes.delete(resource_id("node_id", node_id), force=force or None))

    def unlock_swarm(self, key: str | Mapping[str, str]) -> bool:
        """Unlock a manager after its restart. ``POST /swarm/unlock``.

        ``key`` is text, or what :meth:`get_unlock_key` gave.
        """
        body = {"UnlockKey": key} if isinstance(key, str) else {"UnlockKey": key["UnlockKey"]}
        return self._done(operations.swarm.unlock(cast("shapes.SwarmUnlockRequest", body)))

    def update_node(self, node_id: object, version: int, node_spec: Mapping[str, Any] | None = None) -> bool:
        """Change a node, which is at ``version`` now. ``POST /nodes/{id}/update``."""
        spec = cast("shapes.NodeSpecParam", dict(node_spec or {}))
        return self._done(operations.nodes.update(resource_id("node_id", node_id), version, spec))

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
