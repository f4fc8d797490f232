"""Configs of a swarm, by docker-py's low-level names."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from dockwright_api import operations
from dockwright_api.sync import configs as generated

from ...options.filters import filters_option
from ...options.stored import new_config
from .calls import Calls, Listing, resource_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dockwright_api import shapes
    from dockwright_api.encode import Filters


class Configs(Listing, generated.Configs):
    """The operations of ``client.api.configs``; called, it lists configs as docker-py does."""

    def __call__(self, filters: Filters | str | None = None) -> list[shapes.Config]:
        """List configs. ``GET /configs``."""
        return self._engine.fetch(operations.configs.list(filters=filters_option(filters)))


class ConfigCalls(Calls):
    """Configs."""

    @cached_property
    def configs(self) -> Configs:
        """List configs, ``client.api.configs()``; and the operations of ``client.api.configs``."""
        return Configs(self._engine)

    def create_config(
        self,
        name: str,
        data: str | bytes,
        labels: Mapping[str, str] | None = None,
        templating: Mapping[str, Any] | None = None,
    ) -> shapes.ConfigCreateResponse:
        """Create a config, and give its id. ``POST /configs/create``."""
        spec = new_config(name, data, labels=labels, templating=templating)
        return self._fetch(operations.configs.create(spec))

    def inspect_config(self, id: object) -> shapes.Config:
        """Give everything about a config. ``GET /configs/{id}``."""
        return self._fetch(operations.configs.inspect(resource_id("id", id)))

    def remove_config(self, id: object) -> bool:
        """Remove a config. ``DELETE /configs/{id}``."""
        return self._done(operations.configs.delete(resource_id("id", id)))
