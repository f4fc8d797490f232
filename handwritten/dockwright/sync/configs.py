"""Configs of a swarm."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from dockwright_api import operations

from ..flows.stored import create_config, update_config
from ..options.filters import filters_option
from ..options.stored import changes, new_config, version_index
from .resources import Collection, Model, resource_id

if TYPE_CHECKING:
    import builtins
    from collections.abc import Mapping

    from dockwright_api import models, shapes
    from dockwright_api.encode import Filters

    from ..options.stored import Data


class Config(Model):
    """One config."""

    id_attribute = "ID"

    @property
    def name(self) -> str:
        """The name."""
        entry = self._known()
        return str((self.attrs if entry is None else entry)["Spec"]["Name"])

    def inspect(self) -> models.Config:
        """Ask for everything about the config, as a model. ``GET /configs/{id}``."""
        return self.client.engine.send(operations.configs.inspect(self._id))

    def update(self, *, labels: Mapping[str, str], version: int | str | None = None) -> None:
        """Replace the labels, the one thing that can change. ``POST /configs/{id}/update``.

        ``version`` is the ``Index`` that the change is based on, that of now by default; one that is not the newest any
        more raises an ``ApiError``.
        """
        self.client.engine.drive(update_config(self._id, changes(labels=labels), version_index(version)))
        self.reload()

    def remove(self) -> bool:
        """Remove the config, which no service may use. ``DELETE /configs/{id}``.

        Always gives True; what fails raises.
        """
        self.client.engine.fetch(operations.configs.delete(self._id))
        return True

    def _inspect(self) -> dict[str, Any]:
        return cast("dict[str, Any]", self.client.engine.fetch(operations.configs.inspect(self._id)))

    def __repr__(self) -> str:
        known = self._attrs or self._entry
        return f"<Config: {repr(self.name) if known else self.short_id}>"


class ConfigCollection(Collection[Config]):
    """The configs of the swarm; ``client.configs``. The engine must be a manager."""

    model = Config

    def create(
        self,
        name: str,
        data: Data,
        labels: Mapping[str, str] | None = None,
        templating: shapes.DriverParam | Mapping[str, Any] | str | None = None,
        *,
        b64: bool = False,
    ) -> Config:
        """Store a config in the swarm for the tasks of its services. ``POST /configs/create``.

        ``data`` is its content, text or bytes; with ``b64`` it is base64 already. ``templating="golang"`` has it
        filled in for each task. Raises ``Conflict`` for a name in use, and ``ApiError`` where the engine is no manager.
        """
        spec = new_config(name, data, b64=b64, labels=labels, templating=templating)
        entry = self.client.engine.drive(create_config(spec))
        return Config.of(self.client, entry["ID"], entry=entry)

    def get(self, config_id: str) -> Config:
        """Look a config up by id or name. ``GET /configs/{id}``.

        Raises ``NotFound``.
        """
        attrs = self.client.engine.fetch(operations.configs.inspect(resource_id("config_id", config_id)))
        return Config.of(self.client, attrs["ID"], attrs=attrs)

    def list(self, filters: Filters | str | None = None) -> builtins.list[Config]:
        """List configs, with one request. ``GET /configs``.

        ``filters`` is a mapping such as ``{"name": "web", "label": ["app=web"]}``.
        """
        found = self.client.engine.fetch(operations.configs.list(filters=filters_option(filters)))
        # The list says as much as an inspection.
        return [Config.of(self.client, attrs["ID"], attrs=attrs) for attrs in found or ()]
