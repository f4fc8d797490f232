"""Volumes, by docker-py's low-level names."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from dockwright_api import operations
from dockwright_api.sync import volumes as generated

from ...options.filters import filters_option
from ...options.new_volumes import volume_config
from .calls import Calls, Listing, resource_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dockwright_api import shapes
    from dockwright_api.encode import Filters


class Volumes(Listing, generated.Volumes):
    """The operations of ``client.api.volumes``; called, it lists volumes as docker-py does."""

    def __call__(self, filters: Filters | str | None = None) -> shapes.VolumeListResponse:
        """List volumes, under the key ``Volumes``. ``GET /volumes``."""
        return self._engine.fetch(operations.volumes.list(filters=filters_option(filters)))


class VolumeCalls(Calls):
    """Volumes."""

    @cached_property
    def volumes(self) -> Volumes:
        """List volumes, ``client.api.volumes()``; and the operations of ``client.api.volumes``."""
        return Volumes(self._engine)

    def create_volume(
        self,
        name: str | None = None,
        driver: str | None = None,
        driver_opts: Mapping[str, str] | None = None,
        labels: Mapping[str, str] | None = None,
    ) -> shapes.Volume:
        """Create a volume; as ``client.volumes.create``."""
        given: dict[str, Any] = {"driver": driver, "driver_opts": driver_opts, "labels": labels}
        return self._fetch(operations.volumes.create(volume_config(name, cast(Any, given), caller="create_volume")))

    def inspect_volume(self, name: object) -> shapes.Volume:
        """Give everything about a volume. ``GET /volumes/{name}``."""
        return self._fetch(operations.volumes.inspect(resource_id("name", name)))

    def prune_volumes(self, filters: Filters | None = None) -> shapes.VolumePruneResponse:
        """Remove volumes that nothing uses. ``POST /volumes/prune``."""
        return self._client.volumes.prune(filters)

    def remove_volume(self, name: object, force: bool = False) -> None:
        """Remove a volume. ``DELETE /volumes/{name}``."""
        self._fetch(operations.volumes.delete(resource_id("name", name), force=force or None))
