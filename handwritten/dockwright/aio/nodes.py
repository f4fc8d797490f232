"""Nodes: the engines of a swarm."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dockwright_api import operations

from ..flows import nodes as flows
from ..options.filters import filters_option
from ..options.stored import version_index

if TYPE_CHECKING:
    import builtins
    from collections.abc import Mapping

    from dockwright_api import models, shapes
    from dockwright_api.encode import Filters

    from .docker import Docker


class DockerSwarmNodes:
    """The nodes of the swarm; ``docker.nodes``. The engine must be a manager."""

    def __init__(self, docker: Docker) -> None:
        self.docker = docker

    async def list(self, *, filters: Filters | str | None = None) -> builtins.list[shapes.Node]:
        """List nodes, as JSON. ``GET /nodes``.

        ``filters`` is a mapping such as ``{"role": "manager", "node.label": "zone=a"}``.
        """
        return await self.docker.engine.fetch(operations.nodes.list(filters=filters_option(filters)))

    async def inspect(self, *, node_id: str) -> shapes.Node:
        """Ask for everything about a node, by id or host name, as JSON. ``GET /nodes/{id}``.

        Raises ``NotFound``.
        """
        return await self.docker.engine.fetch(operations.nodes.inspect(node_id))

    async def model(self, *, node_id: str) -> models.Node:
        """Give the same as :meth:`inspect`, as a model."""
        return await self.docker.engine.send(operations.nodes.inspect(node_id))

    async def update(
        self,
        *,
        node_id: str,
        version: int | str | None,
        spec: models.NodeSpec | shapes.NodeSpecParam | shapes.NodeSpec | Mapping[str, Any],
    ) -> bool:
        """Change a node: its ``Role``, ``Availability``, ``Labels`` or ``Name``. ``POST /nodes/{id}/update``.

        ``spec`` replaces all settings, and ``version`` is the ``Index`` of the ``Version`` that this is based on; one
        that is not the newest any more raises a ``ServerError``. With None as ``version`` what is left out stays as it
        is: ``spec={"Availability": "drain"}``. Always gives True; what fails raises.
        """
        await self.docker.engine.drive(flows.update(node_id, spec, version=version_index(version)))
        return True

    async def remove(self, *, node_id: str, force: bool = False) -> bool:
        """Remove a node that is down, or with ``force`` any worker. ``DELETE /nodes/{id}``.

        A manager must be made a worker first. Always gives True; what fails raises.
        """
        await self.docker.engine.fetch(operations.nodes.delete(node_id, force=force or None))
        return True
