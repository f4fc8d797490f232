"""Secrets of a swarm."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dockwright_api import operations

from ..flows.stored import create_secret, update_secret
from ..options.filters import filters_option
from ..options.stored import changes, new_secret, version_index

if TYPE_CHECKING:
    import builtins
    from collections.abc import Mapping

    from dockwright_api import models, shapes
    from dockwright_api.encode import Filters

    from ..flows.stored import Created
    from ..options.stored import Data
    from .docker import Docker


class DockerSecrets:
    """The secrets of the swarm; ``docker.secrets``. The engine must be a manager."""

    def __init__(self, docker: Docker) -> None:
        self.docker = docker

    async def list(self, *, filters: Filters | str | None = None) -> builtins.list[shapes.Secret]:
        """List secrets, as JSON. ``GET /secrets``.

        ``filters`` is a mapping such as ``{"name": "web", "label": ["app=web"]}``.
        """
        return await self.docker.engine.fetch(operations.secrets.list(filters=filters_option(filters)))

    async def create(
        self,
        name: str,
        data: Data | None,
        *,
        b64: bool = False,
        labels: Mapping[str, str] | None = None,
        driver: shapes.DriverParam | Mapping[str, Any] | str | None = None,
        templating: shapes.DriverParam | Mapping[str, Any] | str | None = None,
    ) -> Created:
        """Store a secret in the swarm for the tasks of its services, and give its ``ID``, with its name in ``Spec``.

        ``POST /secrets/create``. ``data`` is its content, which the swarm never gives back: text or bytes; with ``b64``
        it is base64 already. ``driver`` is the plugin that supplies the content in place of data, which is None then.
        ``templating="golang"`` has it filled in for each task. Raises ``Conflict`` for a name in use, and ``ApiError``
        where the engine is no manager.
        """
        spec = new_secret(name, data, b64=b64, labels=labels, driver=driver, templating=templating)
        return await self.docker.engine.drive(create_secret(spec))

    async def inspect(self, secret_id: str) -> shapes.Secret:
        """Ask for everything about a secret, as JSON. ``GET /secrets/{id}``.

        Raises ``NotFound``.
        """
        return await self.docker.engine.fetch(operations.secrets.inspect(secret_id))

    async def model(self, secret_id: str) -> models.Secret:
        """Give the same as :meth:`inspect`, as a model."""
        return await self.docker.engine.send(operations.secrets.inspect(secret_id))

    async def delete(self, secret_id: str) -> bool:
        """Remove a secret, which no service may use. ``DELETE /secrets/{id}``.

        Always gives True; what fails raises.
        """
        await self.docker.engine.fetch(operations.secrets.delete(secret_id))
        return True

    async def update(
        self,
        secret_id: str,
        version: int | str,
        *,
        name: str | None = None,
        data: Data | None = None,
        b64: bool = False,
        labels: Mapping[str, str] | None = None,
        driver: shapes.DriverParam | Mapping[str, Any] | str | None = None,
        templating: shapes.DriverParam | Mapping[str, Any] | str | None = None,
    ) -> bool:
        """Change a secret: of all this the engine lets only the labels change. ``POST /secrets/{id}/update``.

        ``version`` is the ``Index`` of the ``Version`` that the change is based on; one that is not the newest any more
        raises an ``ApiError``. What is not given stays. Always gives True.
        """
        changed = changes(data, b64=b64, name=name, labels=labels, driver=driver, templating=templating)
        await self.docker.engine.drive(update_secret(secret_id, changed, version_index(version)))
        return True
