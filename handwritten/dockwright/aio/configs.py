"""Configs of a swarm."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dockwright_api import operations

from ..flows.stored import create_config, update_config
from ..options.filters import filters_option
from ..options.stored import changes, new_config, version_index

if TYPE_CHECKING:
    import builtins
    from collections.abc import Mapping

    from dockwright_api import models, shapes
    from dockwright_api.encode import Filters

    from ..flows.stored import Created
    from ..options.stored import Data
    from .docker import Docker


class DockerConfigs:
    """The configs of the swarm; ``docker.configs``. The engine must be a manager."""

    def __init__(self, docker: Docker) -> None:
        self.docker = docker

    async def list(self, *, filters: Filters | str | None = None) -> builtins.list[shapes.Config]:
        """List configs, as JSON. ``GET /configs``.

        ``filters`` is a mapping such as ``{"name": "web", "label": ["app=web"]}``.
        """
        return await self.docker.engine.fetch(operations.configs.list(filters=filters_option(filters)))

    async def create(
        self,
        name: str,
        data: Data,
        *,
        b64: bool = False,
        labels: Mapping[str, str] | None = None,
        templating: shapes.DriverParam | Mapping[str, Any] | str | None = None,
    ) -> Created:
        """Store a config in the swarm for the tasks of its services, and give its ``ID``, with its name in ``Spec``.

        ``POST /configs/create``. ``data`` is its content, text or bytes; with ``b64`` it is base64 already.
        ``templating="golang"`` has it filled in for each task. Raises ``Conflict`` for a name in use, and ``ApiError``
        where the engine is no manager.
        """
        spec = new_config(name, data, b64=b64, labels=labels, templating=templating)
        return await self.docker.engine.drive(create_config(spec))

    async def inspect(self, config_id: str) -> shapes.Config:
        """Ask for everything about a config, as JSON. ``GET /configs/{id}``.

        Raises ``NotFound``.
        """
        return await self.docker.engine.fetch(operations.configs.inspect(config_id))

    async def model(self, config_id: str) -> models.Config:
        """Give the same as :meth:`inspect`, as a model."""
        return await self.docker.engine.send(operations.configs.inspect(config_id))

    async def delete(self, config_id: str) -> bool:
        """Remove a config, which no service may use. ``DELETE /configs/{id}``.

        Always gives True; what fails raises.
        """
        await self.docker.engine.fetch(operations.configs.delete(config_id))
        return True

    async def update(
        self,
        config_id: str,
        version: int | str,
        *,
        name: str | None = None,
        data: Data | None = None,
        b64: bool = False,
        labels: Mapping[str, str] | None = None,
        templating: shapes.DriverParam | Mapping[str, Any] | str | None = None,
    ) -> bool:
        """Change a config: of all this the engine lets only the labels change. ``POST /configs/{id}/update``.

        ``version`` is the ``Index`` of the ``Version`` that the change is based on; one that is not the newest any more
        raises an ``ApiError``. What is not given stays. Always gives True.
        """
        changed = changes(data, b64=b64, name=name, labels=labels, templating=templating)
        await self.docker.engine.drive(update_config(config_id, changed, version_index(version)))
        return True
