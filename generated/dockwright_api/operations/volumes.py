# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""Operations as values: volumes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockwright_api import encode

from ..operation import Framing, Operation, Timing

if TYPE_CHECKING:
    from dockwright_api import models, shapes


def create(body: models.VolumeCreateRequest | shapes.VolumeCreateRequest) -> Operation[models.Volume, shapes.Volume]:
    """Create a volume.

    One with the same name and driver is given back as it is; asking for another driver is a conflict.

    Args:
        body: Name, driver and options of the volume.

    Engine operation VolumeCreate: ``POST /volumes/create``.
    """
    return Operation(
        name="VolumeCreate",
        method="POST",
        path="/volumes/create",
        body=body,
        content_type="application/json",
        reply="Volume",
        framing=Framing.JSON,
        timing=Timing.WAIT,
    )


def delete(name: str, *, force: bool | None = None) -> Operation[None, None]:
    """Remove a volume with what is in it.

    One that a container uses, even a stopped one, is a conflict.

    Args:
        name: Name of the volume; a swarm manager finds a cluster volume by its id too.
        force: Forget the volume even if its driver fails to remove it, and succeed if there is none. A volume that a container uses stays a conflict; a cluster volume goes even while it is in use.

    Engine operation VolumeDelete: ``DELETE /volumes/{name}``.
    """
    return Operation(
        name="VolumeDelete",
        method="DELETE",
        path=encode.path("/volumes/{name}", name=name),
        query=encode.query(("force", force)),
        framing=Framing.EMPTY,
        timing=Timing.WAIT,
    )


def inspect(name: str) -> Operation[models.Volume, shapes.Volume]:
    """Give what the engine and the driver know about a volume.

    Args:
        name: Name of the volume; a swarm manager finds a cluster volume by its id too.

    Engine operation VolumeInspect: ``GET /volumes/{name}``.
    """
    return Operation(
        name="VolumeInspect",
        method="GET",
        path=encode.path("/volumes/{name}", name=name),
        reply="Volume",
        framing=Framing.JSON,
        timing=Timing.UNARY,
    )


def list(*, filters: encode.Filters | None = None) -> Operation[models.VolumeListResponse, shapes.VolumeListResponse]:
    """List volumes of all drivers, and on a swarm manager the cluster volumes.

    A driver that does not answer gives a warning.

    Args:
        filters: Which volumes to give, as lists of values by filter: `dangling` (`true` for those that no container uses), `driver`, `label` or `name` (a part is enough). An unknown filter is an error.

    Engine operation VolumeList: ``GET /volumes``.
    """
    return Operation(
        name="VolumeList",
        method="GET",
        path="/volumes",
        query=encode.query(("filters", encode.filters(filters))),
        reply="VolumeListResponse",
        framing=Framing.JSON,
        timing=Timing.UNARY,
    )


def prune(
    *, filters: encode.Filters | None = None
) -> Operation[models.VolumePruneResponse, shapes.VolumePruneResponse]:
    """Remove volumes of the driver `local` that no container uses, by default only anonymous ones.

    Volumes with driver options stay; a second prune at the same time is a conflict.

    Args:
        filters: Which unused volumes to remove, as lists of values by filter: `all` (`true` for those with a name too), `label` and `label!` for those with and without a label.

    Engine operation VolumePrune: ``POST /volumes/prune``.
    """
    return Operation(
        name="VolumePrune",
        method="POST",
        path="/volumes/prune",
        query=encode.query(("filters", encode.filters(filters))),
        reply="VolumePruneResponse",
        framing=Framing.JSON,
        timing=Timing.WAIT,
    )


def update(
    name: str, version: int, body: models.VolumeUpdateRequest | shapes.VolumeUpdateRequest
) -> Operation[None, None]:
    """Change whether a cluster volume may be used.

    Nothing else can be changed, and only a swarm manager does it.

    Since API 1.42.

    Args:
        name: Id of the cluster volume in the swarm, the `ID` of its `ClusterVolume`; not every engine takes the name.
        version: The `Index` of the `Version` of the volume's `ClusterVolume` as last read. The update fails if the volume has changed since.
        body: The new availability.

    Engine operation VolumeUpdate: ``PUT /volumes/{name}``.
    """
    return Operation(
        name="VolumeUpdate",
        method="PUT",
        path=encode.path("/volumes/{name}", name=name),
        query=encode.query(("version", version)),
        body=body,
        content_type="application/json",
        framing=Framing.EMPTY,
        timing=Timing.UNARY,
    )
