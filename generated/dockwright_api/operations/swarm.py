# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""Operations as values: swarm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockwright_api import encode

from ..operation import Framing, Operation, Timing

if TYPE_CHECKING:
    from dockwright_api import models, shapes


def init(body: models.SwarmInitRequest | shapes.SwarmInitRequest) -> Operation[str, str]:
    """Start a new swarm with the engine as its first manager, and give the id of the node.

    The engine must not be in a swarm, except with `ForceNewCluster`.

    Args:
        body: Addresses of the engine, and settings of the swarm.

    Engine operation SwarmInit: ``POST /swarm/init``.
    """
    return Operation(
        name="SwarmInit",
        method="POST",
        path="/swarm/init",
        body=body,
        content_type="application/json",
        reply="str",
        framing=Framing.JSON,
        timing=Timing.WAIT,
    )


def inspect() -> Operation[models.Swarm, shapes.Swarm]:
    """Give the settings of the swarm and the tokens to join it.

    Managers only.

    Engine operation SwarmInspect: ``GET /swarm``.
    """
    return Operation(
        name="SwarmInspect",
        method="GET",
        path="/swarm",
        reply="Swarm",
        framing=Framing.JSON,
        timing=Timing.UNARY,
    )


def join(body: models.SwarmJoinRequest | shapes.SwarmJoinRequest) -> Operation[None, None]:
    """Join the engine to a swarm, as a worker or a manager, as the token says.

    After 20 seconds without success the call fails, but the engine goes on trying.

    Args:
        body: Where the swarm is, the token, and addresses of the engine.

    Engine operation SwarmJoin: ``POST /swarm/join``.
    """
    return Operation(
        name="SwarmJoin",
        method="POST",
        path="/swarm/join",
        body=body,
        content_type="application/json",
        framing=Framing.EMPTY,
        timing=Timing.WAIT,
    )


def leave(*, force: bool | None = None) -> Operation[None, None]:
    """Take the engine out of the swarm, and remove the containers of its tasks.

    The swarm keeps listing it as a node that is down.

    Args:
        force: Leave even as a manager, or while the swarm is locked. When the last manager leaves, the swarm is lost with everything in it.

    Engine operation SwarmLeave: ``POST /swarm/leave``.
    """
    return Operation(
        name="SwarmLeave",
        method="POST",
        path="/swarm/leave",
        query=encode.query(("force", force)),
        framing=Framing.EMPTY,
        timing=Timing.WAIT,
    )


def unlock(body: models.SwarmUnlockRequest | shapes.SwarmUnlockRequest) -> Operation[None, None]:
    """Unlock a manager whose engine has started again in a swarm with `AutoLockManagers`.

    A manager that is not locked is an error.

    Args:
        body: The key of the swarm.

    Engine operation SwarmUnlock: ``POST /swarm/unlock``.
    """
    return Operation(
        name="SwarmUnlock",
        method="POST",
        path="/swarm/unlock",
        body=body,
        content_type="application/json",
        framing=Framing.EMPTY,
        timing=Timing.WAIT,
    )


def unlock_key() -> Operation[models.SwarmUnlockKeyResponse, shapes.SwarmUnlockKeyResponse]:
    """Give the key that unlocks a manager after its engine has started again.

    Managers only.

    Engine operation SwarmUnlockkey: ``GET /swarm/unlockkey``.
    """
    return Operation(
        name="SwarmUnlockkey",
        method="GET",
        path="/swarm/unlockkey",
        reply="SwarmUnlockKeyResponse",
        framing=Framing.JSON,
        timing=Timing.UNARY,
    )


def update(
    version: int,
    body: models.SwarmSpec | shapes.SwarmSpecParam | shapes.SwarmSpec,
    *,
    rotate_worker_token: bool | None = None,
    rotate_manager_token: bool | None = None,
    rotate_manager_unlock_key: bool | None = None,
) -> Operation[None, None]:
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
    return Operation(
        name="SwarmUpdate",
        method="POST",
        path="/swarm/update",
        query=encode.query(
            ("version", version),
            ("rotateWorkerToken", rotate_worker_token),
            ("rotateManagerToken", rotate_manager_token),
            ("rotateManagerUnlockKey", rotate_manager_unlock_key),
        ),
        body=body,
        content_type="application/json",
        framing=Framing.EMPTY,
        timing=Timing.UNARY,
    )
