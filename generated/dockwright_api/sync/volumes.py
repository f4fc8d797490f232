# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""Every operation as a blocking method: volumes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockwright_api import operations

if TYPE_CHECKING:
    from dockwright_api import encode, models, shapes

    from ..sender import Send


class Volumes:
    """The operations of ``docker.api.volumes``."""

    def __init__(self, send: Send) -> None:
        self._send = send

    def create(self, body: models.VolumeCreateRequest | shapes.VolumeCreateRequest) -> models.Volume:
        """Create a volume.

        One with the same name and driver is given back as it is; asking for another driver is a conflict.

        Args:
            body: Name, driver and options of the volume.

        Engine operation VolumeCreate: ``POST /volumes/create``.
        """
        return self._send(operations.volumes.create(body))

    def delete(self, name: str, *, force: bool | None = None) -> None:
        """Remove a volume with what is in it.

        One that a container uses, even a stopped one, is a conflict.

        Args:
            name: Name of the volume; a swarm manager finds a cluster volume by its id too.
            force: Forget the volume even if its driver fails to remove it, and succeed if there is none. A volume that a container uses stays a conflict; a cluster volume goes even while it is in use.

        Engine operation VolumeDelete: ``DELETE /volumes/{name}``.
        """
        return self._send(operations.volumes.delete(name, force=force))

    def inspect(self, name: str) -> models.Volume:
        """Give what the engine and the driver know about a volume.

        Args:
            name: Name of the volume; a swarm manager finds a cluster volume by its id too.

        Engine operation VolumeInspect: ``GET /volumes/{name}``.
        """
        return self._send(operations.volumes.inspect(name))

    def list(self, *, filters: encode.Filters | None = None) -> models.VolumeListResponse:
        """List volumes of all drivers, and on a swarm manager the cluster volumes.

        A driver that does not answer gives a warning.

        Args:
            filters: Which volumes to give, as lists of values by filter: `dangling` (`true` for those that no container uses), `driver`, `label` or `name` (a part is enough). An unknown filter is an error.

        Engine operation VolumeList: ``GET /volumes``.
        """
        return self._send(operations.volumes.list(filters=filters))

    def prune(self, *, filters: encode.Filters | None = None) -> models.VolumePruneResponse:
        """Remove volumes of the driver `local` that no container uses, by default only anonymous ones.

        Volumes with driver options stay; a second prune at the same time is a conflict.

        Args:
            filters: Which unused volumes to remove, as lists of values by filter: `all` (`true` for those with a name too), `label` and `label!` for those with and without a label.

        Engine operation VolumePrune: ``POST /volumes/prune``.
        """
        return self._send(operations.volumes.prune(filters=filters))

    def update(self, name: str, version: int, body: models.VolumeUpdateRequest | shapes.VolumeUpdateRequest) -> None:
        """Change whether a cluster volume may be used.

        Nothing else can be changed, and only a swarm manager does it.

        Since API 1.42.

        Args:
            name: Id of the cluster volume in the swarm, the `ID` of its `ClusterVolume`; not every engine takes the name.
            version: The `Index` of the `Version` of the volume's `ClusterVolume` as last read. The update fails if the volume has changed since.
            body: The new availability.

        Engine operation VolumeUpdate: ``PUT /volumes/{name}``.
        """
        return self._send(operations.volumes.update(name, version, body))
