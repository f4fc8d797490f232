# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``VolumeCreateRequest``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .cluster_volume_spec import ClusterVolumeSpec


class VolumeCreateRequest(Model):
    """A volume to create."""

    name: Annotated[str | None, Field(alias="Name")] = None
    """Name for the volume; the driver `local` wants at least two of letters, digits, `_`, `.` and `-`, the first a
    letter or digit. An empty one makes an anonymous volume with a random name."""
    driver: Annotated[str | None, Field(alias="Driver")] = None
    """Driver that keeps the volume, `local` by default. For a cluster volume the name of a CSI plugin."""
    driver_opts: Annotated[dict[str, str] | None, Field(alias="DriverOpts")] = None
    """Options of the driver; for `local` on Linux `type`, `device` and `o` as for `mount`, and `size`, which needs a
    file system with quotas."""
    labels: Annotated[dict[str, str] | None, Field(alias="Labels")] = None
    """Labels of the volume."""
    cluster_volume_spec: Annotated[ClusterVolumeSpec | None, Field(alias="ClusterVolumeSpec")] = None
    """Make a cluster volume, which the whole swarm can use; needs a swarm manager. Since API 1.42."""
