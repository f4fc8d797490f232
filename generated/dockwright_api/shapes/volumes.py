# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""JSON as it goes over the wire: volumes."""

from typing import TypedDict

from . import shared


class VolumePruneResponse(TypedDict):
    """Which volumes were removed."""

    VolumesDeleted: list[str]
    """Names of the volumes that were removed."""
    SpaceReclaimed: int
    """Space freed on disk, in bytes."""


class VolumeListResponse(TypedDict):
    """The volumes that were found."""

    Volumes: list[shared.Volume]
    """The volumes."""
    Warnings: list[str]
    """Why volumes may be missing, such as a driver that did not answer."""


class VolumeCreateRequest(TypedDict, total=False):
    """A volume to create."""

    Name: str
    """Name for the volume; the driver `local` wants at least two of letters, digits, `_`, `.` and `-`, the first a
    letter or digit. An empty one makes an anonymous volume with a random name."""
    Driver: str
    """Driver that keeps the volume, `local` by default. For a cluster volume the name of a CSI plugin."""
    DriverOpts: dict[str, str]
    """Options of the driver; for `local` on Linux `type`, `device` and `o` as for `mount`, and `size`, which needs a
    file system with quotas."""
    Labels: dict[str, str]
    """Labels of the volume."""
    ClusterVolumeSpec: shared.ClusterVolumeSpecParam
    """Make a cluster volume, which the whole swarm can use; needs a swarm manager. Since API 1.42."""


class VolumeUpdateRequest(TypedDict, total=False):
    """A change of a cluster volume. Since API 1.42."""

    Spec: shared.ClusterVolumeSpecParam
    """The spec with another availability. The engine takes nothing else from it. Since API 1.42."""
