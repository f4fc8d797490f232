# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""Every operation as a blocking method: configs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockwright_api import operations

if TYPE_CHECKING:
    import builtins

    from dockwright_api import encode, models, shapes

    from ..sender import Send


class Configs:
    """The operations of ``docker.api.configs``."""

    def __init__(self, send: Send) -> None:
        self._send = send

    def create(
        self, body: models.ConfigSpec | shapes.ConfigSpecParam | shapes.ConfigSpec
    ) -> models.ConfigCreateResponse:
        """Store a config in the swarm for the tasks of its services, and give its id.

        Managers only.

        Since API 1.30.

        Args:
            body: Name and content of the config.

        Engine operation ConfigCreate: ``POST /configs/create``.
        """
        return self._send(operations.configs.create(body))

    def delete(self, id: str) -> None:
        """Remove a config.

        One that a service uses cannot be removed. Managers only.

        Since API 1.30.

        Args:
            id: Id or name of the config, or a unique prefix of its id.

        Engine operation ConfigDelete: ``DELETE /configs/{id}``.
        """
        return self._send(operations.configs.delete(id))

    def inspect(self, id: str) -> models.Config:
        """Give a config with its content.

        Managers only.

        Since API 1.30.

        Args:
            id: Id or name of the config, or a unique prefix of its id.

        Engine operation ConfigInspect: ``GET /configs/{id}``.
        """
        return self._send(operations.configs.inspect(id))

    def list(self, *, filters: encode.Filters | None = None) -> builtins.list[models.Config]:
        """List the configs of the swarm.

        Managers only.

        Since API 1.30.

        Args:
            filters: Which configs to give, as lists of values by filter: `id`, `label` or `name`. Ids and names match by prefix. An unknown filter is an error.

        Engine operation ConfigList: ``GET /configs``.
        """
        return self._send(operations.configs.list(filters=filters))

    def update(
        self, id: str, version: int, body: models.ConfigSpec | shapes.ConfigSpecParam | shapes.ConfigSpec
    ) -> None:
        """Change the labels of a config; everything else is fixed.

        Managers only.

        Since API 1.30.

        Args:
            id: Id or name of the config, or a unique prefix of its id.
            version: The `Index` of the config's `Version` as last read. The update fails if the config has changed since.
            body: The present name of the config and all its labels. `Data` may be left out; if given, it must be the present content.

        Engine operation ConfigUpdate: ``POST /configs/{id}/update``.
        """
        return self._send(operations.configs.update(id, version, body))
