# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""Every operation as an awaitable method: nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockwright_api import operations

if TYPE_CHECKING:
    import builtins
    from collections.abc import Awaitable

    from dockwright_api import encode, models, shapes

    from ..sender import AsyncSend


class Nodes:
    """The operations of ``docker.api.nodes``."""

    def __init__(self, send: AsyncSend) -> None:
        self._send = send

    def delete(self, id: str, *, force: bool | None = None) -> Awaitable[None]:
        """Remove a node from the swarm after it has left or is down.

        A manager must first be made a worker. Managers only.

        Args:
            id: Id or host name of the node, or a unique prefix of its id.
            force: Remove the node even if it is up. It cannot come back with its old identity.

        Engine operation NodeDelete: ``DELETE /nodes/{id}``.
        """
        return self._send(operations.nodes.delete(id, force=force))

    def inspect(self, id: str) -> Awaitable[models.Node]:
        """Give the settings and the state of a node.

        Managers only.

        Args:
            id: Id or host name of the node, or a unique prefix of its id.

        Engine operation NodeInspect: ``GET /nodes/{id}``.
        """
        return self._send(operations.nodes.inspect(id))

    def list(self, *, filters: encode.Filters | None = None) -> Awaitable[builtins.list[models.Node]]:
        """List the nodes of the swarm.

        Managers only.

        Args:
            filters: Which nodes to give, as lists of values by filter: `id`, `label`, `membership`, `name`, `node.label` or `role`. Ids and host names match by prefix; `label` means labels of the engine. An unknown filter is an error.

        Engine operation NodeList: ``GET /nodes``.
        """
        return self._send(operations.nodes.list(filters=filters))

    def update(
        self, id: str, version: int, body: models.NodeSpec | shapes.NodeSpecParam | shapes.NodeSpec
    ) -> Awaitable[None]:
        """Change the settings of a node, for example to drain it or make it a manager.

        Managers only.

        Args:
            id: Id or host name of the node, or a unique prefix of its id.
            version: The `Index` of the node's `Version` as last read. The update fails if the node has changed since.
            body: All settings of the node; what is left out is not kept.

        Engine operation NodeUpdate: ``POST /nodes/{id}/update``.
        """
        return self._send(operations.nodes.update(id, version, body))
