# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""Operations as values: nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockwright_api import encode

from ..operation import Framing, Operation, Timing

if TYPE_CHECKING:
    import builtins

    from dockwright_api import models, shapes


def delete(id: str, *, force: bool | None = None) -> Operation[None, None]:
    """Remove a node from the swarm after it has left or is down.

    A manager must first be made a worker. Managers only.

    Args:
        id: Id or host name of the node, or a unique prefix of its id.
        force: Remove the node even if it is up. It cannot come back with its old identity.

    Engine operation NodeDelete: ``DELETE /nodes/{id}``.
    """
    return Operation(
        name="NodeDelete",
        method="DELETE",
        path=encode.path("/nodes/{id}", id=id),
        query=encode.query(("force", force)),
        framing=Framing.EMPTY,
        timing=Timing.UNARY,
    )


def inspect(id: str) -> Operation[models.Node, shapes.Node]:
    """Give the settings and the state of a node.

    Managers only.

    Args:
        id: Id or host name of the node, or a unique prefix of its id.

    Engine operation NodeInspect: ``GET /nodes/{id}``.
    """
    return Operation(
        name="NodeInspect",
        method="GET",
        path=encode.path("/nodes/{id}", id=id),
        reply="Node",
        framing=Framing.JSON,
        timing=Timing.UNARY,
    )


def list(*, filters: encode.Filters | None = None) -> Operation[builtins.list[models.Node], builtins.list[shapes.Node]]:
    """List the nodes of the swarm.

    Managers only.

    Args:
        filters: Which nodes to give, as lists of values by filter: `id`, `label`, `membership`, `name`, `node.label` or `role`. Ids and host names match by prefix; `label` means labels of the engine. An unknown filter is an error.

    Engine operation NodeList: ``GET /nodes``.
    """
    return Operation(
        name="NodeList",
        method="GET",
        path="/nodes",
        query=encode.query(("filters", encode.filters(filters))),
        reply="list[Node]",
        framing=Framing.JSON,
        timing=Timing.UNARY,
    )


def update(
    id: str, version: int, body: models.NodeSpec | shapes.NodeSpecParam | shapes.NodeSpec
) -> Operation[None, None]:
    """Change the settings of a node, for example to drain it or make it a manager.

    Managers only.

    Args:
        id: Id or host name of the node, or a unique prefix of its id.
        version: The `Index` of the node's `Version` as last read. The update fails if the node has changed since.
        body: All settings of the node; what is left out is not kept.

    Engine operation NodeUpdate: ``POST /nodes/{id}/update``.
    """
    return Operation(
        name="NodeUpdate",
        method="POST",
        path=encode.path("/nodes/{id}/update", id=id),
        query=encode.query(("version", version)),
        body=body,
        content_type="application/json",
        framing=Framing.EMPTY,
        timing=Timing.UNARY,
    )
