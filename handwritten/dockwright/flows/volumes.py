"""Work on volumes that takes several calls."""

from contextlib import suppress
from typing import TYPE_CHECKING, cast

from dockwright_api import operations

from ..errors import DockerError, InvalidArgument, NotFound
from . import Flow, call, fetch

if TYPE_CHECKING:
    from dockwright_api import shapes


def leave(name: str, error: BaseException | None) -> Flow[None]:
    """Remove a volume at the end of a block; it may be gone already.

    ``error`` is what ended the block: it is not hidden by a failure here, but gets a note.
    """
    try:
        with suppress(NotFound):
            yield from call(operations.volumes.delete(name))
    except DockerError as failure:
        if error is None:
            raise
        error.add_note(f"volume {name} is left behind: {failure}")


def update(name: str, availability: str, version: int | None) -> Flow[None]:
    """Change whether a cluster volume may be used; based on what it is now where no version is given."""
    volume = yield from fetch(operations.volumes.inspect(name))
    # Other volumes do not have the key.
    cluster = cast("shapes.ClusterVolume | None", volume.get("ClusterVolume"))
    if cluster is None:
        raise InvalidArgument(f"volume {name!r} is no cluster volume, and no other can be updated; make a new one")
    spec = cast("shapes.ClusterVolumeSpecParam", {**cluster["Spec"], "Availability": availability})
    based_on = cluster["Version"]["Index"] if version is None else version
    # Not every engine finds it by name.
    yield from fetch(operations.volumes.update(cluster["ID"], based_on, {"Spec": spec}))
