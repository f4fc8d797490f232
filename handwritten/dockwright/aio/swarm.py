"""The swarm that an engine is part of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dockwright_api import operations

from ..flows import swarm as flows
from ..options.stored import version_index
from ..options.swarm import LISTEN, changed_settings, init_body, join_body, unlock_body

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Unpack

    from dockwright_api import models, shapes

    from ..options.swarm import SwarmSettings, SwarmSpec
    from .docker import Docker


class DockerSwarm:
    """The swarm that the engine is part of, or can be; ``docker.swarm``."""

    def __init__(self, docker: Docker) -> None:
        self.docker = docker

    async def init(
        self,
        *,
        advertise_addr: str | None = None,
        data_path_port: int | None = None,
        default_addr_pool: Sequence[str] | None = None,
        listen_addr: str = LISTEN,
        force_new_cluster: bool = False,
        subnet_size: int = 24,
        swarm_spec: SwarmSpec | None = None,
        data_path_addr: str | None = None,
        **settings: Unpack[SwarmSettings],
    ) -> str:
        """Start a swarm with the engine as its first manager, and give the id of the node. ``POST /swarm/init``.

        ``advertise_addr`` is where other nodes reach the engine: an address or interface, which is needed where the
        host has several. ``default_addr_pool`` are ranges from which networks get subnets of the length
        ``subnet_size``. Settings are given as the Engine's own ``swarm_spec``, by name, such as
        ``autolock_managers=True``, or both.
        """
        body = init_body(
            advertise_addr=advertise_addr,
            listen_addr=listen_addr,
            force_new_cluster=force_new_cluster,
            default_addr_pool=default_addr_pool,
            subnet_size=subnet_size,
            data_path_addr=data_path_addr,
            data_path_port=data_path_port,
            spec=changed_settings(swarm_spec, settings, caller="init"),
        )
        return await self.docker.engine.fetch(operations.swarm.init(body))

    async def inspect(self) -> shapes.Swarm:
        """Ask for everything about the swarm, the tokens to join it included, as JSON. ``GET /swarm``.

        Raises ``ServerError`` where the engine is no manager.
        """
        return await self.docker.engine.fetch(operations.swarm.inspect())

    async def model(self) -> models.Swarm:
        """Give the same as :meth:`inspect`, as a model."""
        return await self.docker.engine.send(operations.swarm.inspect())

    async def join(
        self,
        *,
        remote_addrs: Iterable[str],
        listen_addr: str = LISTEN,
        join_token: str,
        advertise_addr: str | None = None,
        data_path_addr: str | None = None,
    ) -> bool:
        """Join the engine to a swarm, as a worker or a manager, as the token says. ``POST /swarm/join``.

        ``remote_addrs`` are addresses of managers. Always gives True; what fails raises.
        """
        body = join_body(
            remote_addrs=remote_addrs,
            join_token=join_token,
            listen_addr=listen_addr,
            advertise_addr=advertise_addr,
            data_path_addr=data_path_addr,
        )
        await self.docker.engine.fetch(operations.swarm.join(body))
        return True

    async def leave(self, *, force: bool = False) -> bool:
        """Take the engine out of the swarm; a manager only with ``force``. ``POST /swarm/leave``.

        When the last manager leaves, the swarm is lost with everything in it. Always gives True; what fails raises.
        """
        await self.docker.engine.fetch(operations.swarm.leave(force=force))
        return True

    async def update(
        self,
        *,
        version: int | str | None = None,
        swarm_spec: SwarmSpec | None = None,
        rotate_worker_token: bool = False,
        rotate_manager_token: bool = False,
        rotate_manager_unlock_key: bool = False,
        **settings: Unpack[SwarmSettings],
    ) -> bool:
        """Change the settings of the swarm, replace its tokens or its unlock key. ``POST /swarm/update``.

        Settings by name, such as ``task_history_retention_limit=2``, leave the others as they are; ``swarm_spec``
        replaces all. ``version`` is the ``Index`` of the ``Version`` that the change is based on; one that is not the
        newest any more raises a ``ServerError``. Without it the change is made of whatever there is now. Always gives
        True; what fails raises.
        """
        rotation = flows.Rotation(rotate_worker_token, rotate_manager_token, rotate_manager_unlock_key)
        flow = flows.update(settings, spec=swarm_spec, version=version_index(version), rotation=rotation)
        await self.docker.engine.drive(flow)
        return True

    async def get_unlock_key(self) -> shapes.SwarmUnlockKeyResponse:
        """Ask for the key that unlocks managers, as ``UnlockKey``; empty where they are not locked.

        ``GET /swarm/unlockkey``.
        """
        return await self.docker.engine.fetch(operations.swarm.unlock_key())

    async def unlock(self, key: str | Mapping[str, Any] | models.SwarmUnlockKeyResponse) -> bool:
        """Unlock this manager after its engine has started again. ``POST /swarm/unlock``.

        ``key`` is the key, or what :meth:`get_unlock_key` gave. Always gives True; what fails raises.
        """
        await self.docker.engine.fetch(operations.swarm.unlock(unlock_body(key)))
        return True
