"""Secrets of a swarm, by docker-py's low-level names."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from dockwright_api import operations
from dockwright_api.sync import secrets as generated

from ...options.filters import filters_option
from ...options.stored import new_secret
from .calls import Calls, Listing, resource_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dockwright_api import shapes
    from dockwright_api.encode import Filters


class Secrets(Listing, generated.Secrets):
    """The operations of ``client.api.secrets``; called, it lists secrets as docker-py does."""

    def __call__(self, filters: Filters | str | None = None) -> list[shapes.Secret]:
        """List secrets. ``GET /secrets``."""
        return self._engine.fetch(operations.secrets.list(filters=filters_option(filters)))


class SecretCalls(Calls):
    """Secrets."""

    @cached_property
    def secrets(self) -> Secrets:
        """List secrets, ``client.api.secrets()``; and the operations of ``client.api.secrets``."""
        return Secrets(self._engine)

    def create_secret(
        self,
        name: str,
        data: str | bytes,
        labels: Mapping[str, str] | None = None,
        driver: Mapping[str, Any] | None = None,
    ) -> shapes.SecretCreateResponse:
        """Create a secret, and give its id. ``POST /secrets/create``."""
        spec = new_secret(name, data, labels=labels, driver=driver)
        return self._fetch(operations.secrets.create(spec))

    def inspect_secret(self, id: object) -> shapes.Secret:
        """Give everything about a secret. ``GET /secrets/{id}``."""
        return self._fetch(operations.secrets.inspect(resource_id("id", id)))

    def remove_secret(self, id: object) -> bool:
        """Remove a secret. ``DELETE /secrets/{id}``."""
        return self._done(operations.secrets.delete(resource_id("id", id)))
