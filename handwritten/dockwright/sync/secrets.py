"""Secrets of a swarm."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from dockwright_api import operations

from ..flows.stored import create_secret, update_secret
from ..options.filters import filters_option
from ..options.stored import changes, new_secret, version_index
from .resources import Collection, Model, resource_id

if TYPE_CHECKING:
    import builtins
    from collections.abc import Mapping

    from dockwright_api import models, shapes
    from dockwright_api.encode import Filters

    from ..options.stored import Data


class Secret(Model):
    """One secret."""

    id_attribute = "ID"

    @property
    def name(self) -> str:
        """The name."""
        entry = self._known()
        return str((self.attrs if entry is None else entry)["Spec"]["Name"])

    def inspect(self) -> models.Secret:
        """Ask for everything about the secret, as a model. ``GET /secrets/{id}``."""
        return self.client.engine.send(operations.secrets.inspect(self._id))

    def update(self, *, labels: Mapping[str, str], version: int | str | None = None) -> None:
        """Replace the labels, the one thing that can change. ``POST /secrets/{id}/update``.

        ``version`` is the ``Index`` that the change is based on, that of now by default; one that is not the newest any
        more raises an ``ApiError``.
        """
        self.client.engine.drive(update_secret(self._id, changes(labels=labels), version_index(version)))
        self.reload()

    def remove(self) -> bool:
        """Remove the secret, which no service may use. ``DELETE /secrets/{id}``.

        Always gives True; what fails raises.
        """
        self.client.engine.fetch(operations.secrets.delete(self._id))
        return True

    def _inspect(self) -> dict[str, Any]:
        return cast("dict[str, Any]", self.client.engine.fetch(operations.secrets.inspect(self._id)))

    def __repr__(self) -> str:
        known = self._attrs or self._entry
        return f"<Secret: {repr(self.name) if known else self.short_id}>"


class SecretCollection(Collection[Secret]):
    """The secrets of the swarm; ``client.secrets``. The engine must be a manager."""

    model = Secret

    def create(
        self,
        name: str,
        data: Data | None,
        labels: Mapping[str, str] | None = None,
        driver: shapes.DriverParam | Mapping[str, Any] | str | None = None,
        *,
        b64: bool = False,
        templating: shapes.DriverParam | Mapping[str, Any] | str | None = None,
    ) -> Secret:
        """Store a secret in the swarm for the tasks of its services. ``POST /secrets/create``.

        ``data`` is its content, which the swarm never gives back: text or bytes; with ``b64`` it is base64 already.
        ``driver`` is the plugin that supplies the content in place of data, which is None then. ``templating="golang"``
        has it filled in for each task. Raises ``Conflict`` for a name in use, and ``ApiError`` where the engine is no
        manager.
        """
        spec = new_secret(name, data, b64=b64, labels=labels, driver=driver, templating=templating)
        entry = self.client.engine.drive(create_secret(spec))
        return Secret.of(self.client, entry["ID"], entry=entry)

    def get(self, secret_id: str) -> Secret:
        """Look a secret up by id or name. ``GET /secrets/{id}``.

        Raises ``NotFound``.
        """
        attrs = self.client.engine.fetch(operations.secrets.inspect(resource_id("secret_id", secret_id)))
        return Secret.of(self.client, attrs["ID"], attrs=attrs)

    def list(self, filters: Filters | str | None = None) -> builtins.list[Secret]:
        """List secrets, with one request. ``GET /secrets``.

        ``filters`` is a mapping such as ``{"name": "web", "label": ["app=web"]}``.
        """
        found = self.client.engine.fetch(operations.secrets.list(filters=filters_option(filters)))
        # The list says as much as an inspection.
        return [Secret.of(self.client, attrs["ID"], attrs=attrs) for attrs in found or ()]
