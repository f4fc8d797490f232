"""Nodes: the engines of a swarm."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from dockwright_api import operations

from ..flows import nodes as flows
from ..options.filters import filters_option
from .resources import Collection, Model, resource_id

if TYPE_CHECKING:
    import builtins
    from collections.abc import Mapping

    from dockwright_api import models, shapes
    from dockwright_api.encode import Filters


class Node(Model):
    """One node."""

    id_attribute = "ID"

    @property
    def version(self) -> int:
        """The number of the version that ``attrs`` shows."""
        return cast("int", self.attrs["Version"]["Index"])

    def inspect(self) -> models.Node:
        """Ask for everything about the node, as a model. ``GET /nodes/{id}``."""
        return self.client.engine.send(operations.nodes.inspect(self._id))

    def update(
        self,
        node_spec: models.NodeSpec | shapes.NodeSpecParam | shapes.NodeSpec | Mapping[str, Any],
        *,
        merge: bool = False,
    ) -> bool:
        """Change the node: its ``Role``, ``Availability``, ``Labels`` or ``Name``. ``POST /nodes/{id}/update``.

        ``node_spec`` replaces all settings, provided that the node is as ``attrs`` shows it; it raises an ``APIError``
        if not. With ``merge`` what is left out stays as it is now: ``node.update({"Availability": "drain"},
        merge=True)``. ``attrs`` is asked for again when it is read next. Always gives True; what fails raises.
        """
        self.client.engine.drive(flows.update(self._id, node_spec, version=None if merge else self.version))
        self._attrs = None
        return True

    def remove(self, force: bool = False) -> bool:
        """Remove the node, if it is down, or with ``force`` any worker. ``DELETE /nodes/{id}``.

        A manager must be made a worker first. Always gives True; what fails raises.
        """
        self.client.engine.fetch(operations.nodes.delete(self._id, force=force or None))
        return True

    def _inspect(self) -> dict[str, Any]:
        return cast("dict[str, Any]", self.client.engine.fetch(operations.nodes.inspect(self._id)))


class NodeCollection(Collection[Node]):
    """The nodes of the swarm; ``client.nodes``. The engine must be a manager."""

    model = Node

    def get(self, node_id: str) -> Node:
        """Look a node up by id or host name. ``GET /nodes/{id}``.

        Raises ``NotFound``.
        """
        attrs = self.client.engine.fetch(operations.nodes.inspect(resource_id("node_id", node_id)))
        return Node.of(self.client, attrs["ID"], attrs=attrs)

    def list(self, filters: Filters | str | None = None) -> builtins.list[Node]:
        """List nodes, with one request. ``GET /nodes``.

        ``filters`` is a mapping such as ``{"role": "manager", "node.label": "zone=a"}``.
        """
        found = self.client.engine.fetch(operations.nodes.list(filters=filters_option(filters)))
        # The list says as much as an inspection.
        return [Node.of(self.client, attrs["ID"], attrs=attrs) for attrs in found]
