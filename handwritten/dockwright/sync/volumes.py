"""Volumes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, cast

from dockwright_api import operations

from ..flows import volumes as flows
from ..options.filters import filters_option
from ..options.new_volumes import volume_config
from ..options.stored import version_index
from ..options.values import text
from .resources import Collection, Model, resource_id

if TYPE_CHECKING:
    import builtins
    from collections.abc import Mapping
    from types import TracebackType
    from typing import Self

    from dockwright_api import models, shapes
    from dockwright_api.encode import Filters


class Volume(Model):
    """One volume. As ``with`` it is removed at the end of the block, whatever happened inside."""

    id_attribute = "Name"

    @property
    def name(self) -> str:
        """The name, which is the id too."""
        return self._id

    def inspect(self) -> models.Volume:
        """Ask for everything about the volume, as a model. ``GET /volumes/{name}``."""
        return self.client.engine.send(operations.volumes.inspect(self._id))

    def remove(self, force: bool = False) -> None:
        """Remove the volume with what is in it. ``DELETE /volumes/{name}``.

        Raises ``Conflict`` where a container uses it, even a stopped one. ``force`` forgets it although its driver
        fails to remove it, and is content if there is none.
        """
        self.client.engine.fetch(operations.volumes.delete(self._id, force=force or None))

    def update(
        self, availability: Literal["active", "pause", "drain"] | str, *, version: int | str | None = None
    ) -> None:
        """Change whether a cluster volume may be used, the one thing that can change. ``PUT /volumes/{name}``.

        ``version`` is the ``Index`` that the change is based on, that of now by default. Raises ``InvalidArgument`` for
        any other volume. Since API 1.42.
        """
        flow = flows.update(self._id, text("availability", availability), version_index(version))
        self.client.engine.drive(flow)

    def _inspect(self) -> dict[str, Any]:
        return cast("dict[str, Any]", self.client.engine.fetch(operations.volumes.inspect(self._id)))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.client.engine.drive(flows.leave(self._id, error))


class VolumeCollection(Collection[Volume]):
    """The volumes of an engine; ``client.volumes``."""

    model = Volume

    def create(
        self,
        name: str | None = None,
        driver: str | None = None,
        driver_opts: Mapping[str, str | int] | None = None,
        labels: Mapping[str, str] | None = None,
        *,
        cluster_volume_spec: models.ClusterVolumeSpec | shapes.ClusterVolumeSpecParam | Mapping[str, Any] | None = None,
    ) -> Volume:
        """Create a volume, or give the one that has the name already. ``POST /volumes/create``.

        Without a name the engine makes one up. ``driver_opts`` are options of the driver, of ``local`` such as
        ``{"type": "tmpfs", "device": "tmpfs", "o": "size=10m"}``. ``cluster_volume_spec`` makes a cluster volume (since
        API 1.42). Raises ``Conflict`` where the name is in use with another driver.
        """
        body = volume_config(
            name,
            {
                "driver": driver,
                "driver_opts": driver_opts,
                "labels": labels,
                "cluster_volume_spec": cluster_volume_spec,
            },
        )
        attrs = self.client.engine.fetch(operations.volumes.create(body))
        return Volume.of(self.client, attrs["Name"], attrs=attrs)

    def get(self, volume_id: str) -> Volume:
        """Look a volume up by name. ``GET /volumes/{name}``.

        Raises ``NotFound``.
        """
        attrs = self.client.engine.fetch(operations.volumes.inspect(resource_id("volume_id", volume_id)))
        return Volume.of(self.client, attrs["Name"], attrs=attrs)

    def list(self, filters: Filters | str | None = None) -> builtins.list[Volume]:
        """List volumes, with one request. ``GET /volumes``.

        ``filters`` is a mapping such as ``{"label": ["app=web"], "dangling": True}``.
        """
        found = self.client.engine.fetch(operations.volumes.list(filters=filters_option(filters)))
        # The list says as much as an inspection.
        return [Volume.of(self.client, attrs["Name"], attrs=attrs) for attrs in found["Volumes"] or ()]

    def prune(self, filters: Filters | str | None = None) -> shapes.VolumePruneResponse:
        """Remove volumes that no container uses. ``POST /volumes/prune``.

        From API 1.42 only those without a name of their own, unless ``filters`` has ``{"all": True}``; ``label`` and
        ``label!`` are further filters. Gives the names of what was removed as ``VolumesDeleted``, None or an empty list
        if there was nothing, and the bytes of it as ``SpaceReclaimed``.
        """
        return self.client.engine.fetch(operations.volumes.prune(filters=filters_option(filters)))
