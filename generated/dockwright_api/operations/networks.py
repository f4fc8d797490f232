# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""Operations as values: networks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockwright_api import encode

from ..operation import Framing, Operation, Timing

if TYPE_CHECKING:
    import builtins

    from dockwright_api import models, shapes


def connect(id: str, body: models.NetworkConnectRequest | shapes.NetworkConnectRequest) -> Operation[None, None]:
    """Connect a container to a further network, at once when it runs, otherwise when it starts.

    A container on the network of the host or of another container cannot be connected.

    Args:
        id: Id or name of the network, or a unique prefix of its id.
        body: Which container to connect, and its addresses and names there.

    Engine operation NetworkConnect: ``POST /networks/{id}/connect``.
    """
    return Operation(
        name="NetworkConnect",
        method="POST",
        path=encode.path("/networks/{id}/connect", id=id),
        body=body,
        content_type="application/json",
        framing=Framing.EMPTY,
        timing=Timing.UNARY,
    )


def create(
    body: models.NetworkCreateRequest | shapes.NetworkCreateRequest,
) -> Operation[models.NetworkCreateResponse, shapes.NetworkCreateResponse]:
    """Create a network.

    A name in use is a conflict, and an `overlay` network needs a swarm manager.

    Args:
        body: The driver of the network, its addresses and who may use it.

    Engine operation NetworkCreate: ``POST /networks/create``.
    """
    return Operation(
        name="NetworkCreate",
        method="POST",
        path="/networks/create",
        body=body,
        content_type="application/json",
        reply="NetworkCreateResponse",
        framing=Framing.JSON,
        timing=Timing.UNARY,
    )


def delete(id: str) -> Operation[None, None]:
    """Remove a network.

    Nothing may be connected to it, and predefined ones such as `bridge` and `host` cannot be removed.

    Args:
        id: Id or name of the network, or a unique prefix of its id.

    Engine operation NetworkDelete: ``DELETE /networks/{id}``.
    """
    return Operation(
        name="NetworkDelete",
        method="DELETE",
        path=encode.path("/networks/{id}", id=id),
        framing=Framing.EMPTY,
        timing=Timing.UNARY,
    )


def disconnect(
    id: str, body: models.NetworkDisconnectRequest | shapes.NetworkDisconnectRequest
) -> Operation[None, None]:
    """Take a container off a network.

    A running one loses the interface at once.

    Args:
        id: Id or name of the network, or a unique prefix of its id.
        body: Which container to disconnect.

    Engine operation NetworkDisconnect: ``POST /networks/{id}/disconnect``.
    """
    return Operation(
        name="NetworkDisconnect",
        method="POST",
        path=encode.path("/networks/{id}/disconnect", id=id),
        body=body,
        content_type="application/json",
        framing=Framing.EMPTY,
        timing=Timing.UNARY,
    )


def inspect(
    id: str, *, verbose: bool | None = None, scope: str | None = None
) -> Operation[models.NetworkInspect, shapes.NetworkInspect]:
    """Give everything that the engine knows about a network, with the containers on it.

    A name or prefix that fits several networks is an error.

    Args:
        id: Id or name of the network, or a unique prefix of its id.
        verbose: Give `Services` too, the services on a swarm network with their tasks. Since API 1.28.
        scope: Look only among networks of this scope, `local`, `swarm` or `global`; among all by default. Since API 1.31.

    Engine operation NetworkInspect: ``GET /networks/{id}``.
    """
    return Operation(
        name="NetworkInspect",
        method="GET",
        path=encode.path("/networks/{id}", id=id),
        query=encode.query(("verbose", verbose), ("scope", scope)),
        reply="NetworkInspect",
        framing=Framing.JSON,
        timing=Timing.UNARY,
    )


def list(
    *, filters: encode.Filters | None = None
) -> Operation[builtins.list[models.NetworkSummary], builtins.list[shapes.NetworkSummary]]:
    """List networks, those of this engine and, on a swarm manager, those of the swarm.

    The list does not tell which containers are connected; inspecting a network does.

    Args:
        filters: Which networks to give, as lists of values by filter: `dangling` (`true` for those without containers and services), `driver`, `id` and `name` (a part is enough), `label`, `scope` (`local`, `swarm` or `global`) or `type` (`builtin` or `custom`). An unknown filter is an error.

    Engine operation NetworkList: ``GET /networks``.
    """
    return Operation(
        name="NetworkList",
        method="GET",
        path="/networks",
        query=encode.query(("filters", encode.filters(filters))),
        reply="list[NetworkSummary]",
        framing=Framing.JSON,
        timing=Timing.UNARY,
    )


def prune(
    *, filters: encode.Filters | None = None
) -> Operation[models.NetworkPruneResponse, shapes.NetworkPruneResponse]:
    """Remove all networks that no container is connected to, on a swarm manager unused networks of the swarm too.

    Predefined, configuration-only and ingress networks stay; a second prune at the same time is a conflict.

    Args:
        filters: Which unused networks to remove, as lists of values by filter: `until` for those created before a time, or longer ago than a duration such as `24h`; `label` and `label!` for those with and without a label.

    Engine operation NetworkPrune: ``POST /networks/prune``.
    """
    return Operation(
        name="NetworkPrune",
        method="POST",
        path="/networks/prune",
        query=encode.query(("filters", encode.filters(filters))),
        reply="NetworkPruneResponse",
        framing=Framing.JSON,
        timing=Timing.WAIT,
    )
