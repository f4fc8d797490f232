# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""Every operation as an awaitable method: swarm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockwright_api import operations

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from dockwright_api import models, shapes

    from ..sender import AsyncSend


class Swarm:
    """The operations of ``docker.api.swarm``."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

    def init(self, body: models.SwarmInitRequest | shapes.SwarmInitRequest) -> Awaitable[str]:
        """Start a new swarm with the engine as its first manager, and give the id of the node.

        The engine must not be in a swarm, except with `ForceNewCluster`.

        Args:
            body: Addresses of the engine, and settings of the swarm.

        Engine operation SwarmInit: ``POST /swarm/init``.
        """
        return self._send(operations.swarm.init(body))

    def inspect(self) -> Awaitable[models.Swarm]:
        """Give the settings of the swarm and the tokens to join it.

        Managers only.

        Engine operation SwarmInspect: ``GET /swarm``.
        """
        return self._send(operations.swarm.inspect())

    def join(self, body: models.SwarmJoinRequest | shapes.SwarmJoinRequest) -> Awaitable[None]:
        """Join the engine to a swarm, as a worker or a manager, as the token says.

        After 20 seconds without success the call fails, but the engine goes on trying.

        Args:
            body: Where the swarm is, the token, and addresses of the engine.

        Engine operation SwarmJoin: ``POST /swarm/join``.
        """
        return self._send(operations.swarm.join(body))

    def leave(self, *, force: bool | None = None) -> Awaitable[None]:
        """Take the engine out of the swarm, and remove the containers of its tasks.

        The swarm keeps listing it as a node that is down.

        Args:
            force: Leave even as a manager, or while the swarm is locked. When the last manager leaves, the swarm is lost with everything in it.

        Engine operation SwarmLeave: ``POST /swarm/leave``.
        """
        return self._send(operations.swarm.leave(force=force))

    def unlock(self, body: models.SwarmUnlockRequest | shapes.SwarmUnlockRequest) -> Awaitable[None]:
        """Unlock a manager whose engine has started again in a swarm with `AutoLockManagers`.

        A manager that is not locked is an error.

        Args:
            body: The key of the swarm.

        Engine operation SwarmUnlock: ``POST /swarm/unlock``.
        """
        return self._send(operations.swarm.unlock(body))

    def unlock_key(self) -> Awaitable[models.SwarmUnlockKeyResponse]:
        """Give the key that unlocks a manager after its engine has started again.

        Managers only.

        Engine operation SwarmUnlockkey: ``GET /swarm/unlockkey``.
        """
        return self._send(operations.swarm.unlock_key())

    def update(
        self,
        version: int,
        body: models.SwarmSpec | shapes.SwarmSpecParam | shapes.SwarmSpec,
        *,
        rotate_worker_token: bool | None = None,
        rotate_manager_token: bool | None = None,
        rotate_manager_unlock_key: bool | None = None,
    ) -> Awaitable[None]:
        """Change the settings of the swarm, replace its tokens or its unlock key, or all of these.

        Managers only.

        Args:
            version: The `Index` of the swarm's `Version` as last read. The update fails if the swarm has changed since.
            body: All settings of the swarm; what is left out is not kept.
            rotate_worker_token: Replace the token that workers join with. Nodes that have joined stay.
            rotate_manager_token: Replace the token that managers join with. Nodes that have joined stay.
            rotate_manager_unlock_key: Replace the key that unlocks managers. It counts only if the settings have `AutoLockManagers`.

        Engine operation SwarmUpdate: ``POST /swarm/update``.
        """
        return self._send(
            operations.swarm.update(
                version,
                body,
                rotate_worker_token=rotate_worker_token,
                rotate_manager_token=rotate_manager_token,
                rotate_manager_unlock_key=rotate_manager_unlock_key,
            )
        )
