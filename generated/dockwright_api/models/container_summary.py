# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ContainerSummary``."""

from typing import Annotated, Literal

from pydantic import Field

from ..base import Model
from .container_summary_health import ContainerSummaryHealth
from .container_summary_host_config import ContainerSummaryHostConfig
from .container_summary_network_settings import ContainerSummaryNetworkSettings
from .mount_point import MountPoint
from .oci_descriptor import OCIDescriptor
from .port_summary import PortSummary


class ContainerSummary(Model):
    """A container in a list."""

    id: Annotated[str, Field(alias="Id")]
    """Id of the container, 64 hexadecimal digits."""
    names: Annotated[list[str], Field(alias="Names")]
    """Names of the container with a `/` in front, and its names in containers linked to it, as `/container/alias`."""
    image: Annotated[str, Field(alias="Image")]
    """Image as it was named at creation, or its id if that name now means another image."""
    image_id: Annotated[str, Field(alias="ImageID")]
    """Id of the image that the container is made from."""
    image_manifest_descriptor: Annotated[OCIDescriptor | None, Field(alias="ImageManifestDescriptor")] = None
    """The manifest that the container is made from, always that of one platform. Present if images are stored in
    containerd. Since API 1.48."""
    command: Annotated[str, Field(alias="Command")]
    """Program and arguments of the main process in one line."""
    created: Annotated[int, Field(alias="Created")]
    """When the container was created, in seconds since 1970."""
    ports: Annotated[list[PortSummary], Field(alias="Ports")]
    """Ports that the container exposes or publishes."""
    size_rw: Annotated[int | None, Field(alias="SizeRw")] = None
    """Size in bytes of files that the container made or changed. Only if `size` was asked for, and absent if 0."""
    size_root_fs: Annotated[int | None, Field(alias="SizeRootFs")] = None
    """Size in bytes of all files in the container, those of the image included. Only if `size` was asked for."""
    labels: Annotated[dict[str, str], Field(alias="Labels")]
    """Labels of the container, those of its image included."""
    state: Annotated[
        Literal["created", "running", "paused", "restarting", "exited", "removing", "dead"] | str, Field(alias="State")
    ]
    """What the container is doing, in one word."""
    status: Annotated[str, Field(alias="Status")]
    """What the container is doing, in readable form, such as `Up 2 hours (healthy)` or `Exited (0) 3 days ago`."""
    host_config: Annotated[ContainerSummaryHostConfig, Field(alias="HostConfig")]
    """A few facts about how the container is tied to the host."""
    network_settings: Annotated[ContainerSummaryNetworkSettings, Field(alias="NetworkSettings")]
    """The container's networks."""
    mounts: Annotated[list[MountPoint], Field(alias="Mounts")]
    """Volumes, directories of the host and other things mounted in the container."""
    health: Annotated[ContainerSummaryHealth | None, Field(alias="Health")] = None
    """How the health check of the container has gone lately. Since API 1.52."""
