# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ContainerInspectResponse``."""

from typing import Annotated, Any

from pydantic import Field

from ..base import Model
from .container_config import ContainerConfig
from .container_state import ContainerState
from .driver_data import DriverData
from .host_config import HostConfig
from .mount_point import MountPoint
from .network_settings import NetworkSettings
from .oci_descriptor import OCIDescriptor
from .storage import Storage


class ContainerInspectResponse(Model):
    """Everything that the engine knows about a container."""

    id: Annotated[str, Field(alias="Id")]
    """Id of the container, 64 hexadecimal digits."""
    created: Annotated[str | None, Field(alias="Created")]
    """When the container was created."""
    path: Annotated[str, Field(alias="Path")]
    """Program that the main process runs."""
    args: Annotated[list[str], Field(alias="Args")]
    """Arguments of the program."""
    state: Annotated[ContainerState, Field(alias="State")]
    """Whether the container runs, since when, and how it ended."""
    image: Annotated[str, Field(alias="Image")]
    """Id of the image that the container is made from."""
    resolv_conf_path: Annotated[str, Field(alias="ResolvConfPath")]
    """Path on the host of the file that is `/etc/resolv.conf` in the container. Empty before the first start."""
    hostname_path: Annotated[str, Field(alias="HostnamePath")]
    """Path on the host of the file that is `/etc/hostname` in the container. Empty before the first start."""
    hosts_path: Annotated[str, Field(alias="HostsPath")]
    """Path on the host of the file that is `/etc/hosts` in the container. Empty before the first start."""
    log_path: Annotated[str | None, Field(alias="LogPath")]
    """Path on the host of the log file of the driver `json-file`; empty with other drivers and before the first
    start."""
    name: Annotated[str, Field(alias="Name")]
    """Name of the container, with a `/` in front."""
    restart_count: Annotated[int, Field(alias="RestartCount")]
    """How often the restart policy has started the container again."""
    driver: Annotated[str, Field(alias="Driver")]
    """Storage driver or snapshotter that holds the container's file system."""
    platform: Annotated[str | None, Field(alias="Platform")] = None
    """Operating system of the container, `linux` or `windows`. Since API 1.40."""
    image_manifest_descriptor: Annotated[OCIDescriptor | None, Field(alias="ImageManifestDescriptor")] = None
    """The manifest that the container is made from, always that of one platform. Present if images are stored in
    containerd. Since API 1.48."""
    mount_label: Annotated[str, Field(alias="MountLabel")]
    """SELinux label of the container's mounts; empty without SELinux."""
    process_label: Annotated[str, Field(alias="ProcessLabel")]
    """SELinux label of the container's processes; empty without SELinux."""
    app_armor_profile: Annotated[str, Field(alias="AppArmorProfile")]
    """AppArmor profile of the container's processes; empty without AppArmor."""
    exec_ids: Annotated[list[str], Field(alias="ExecIDs")]
    """Ids of the execs made in the container that the engine still holds; null if there are none."""
    host_config: Annotated[HostConfig, Field(alias="HostConfig")]
    """How the container is tied to the host."""
    graph_driver: Annotated[DriverData | None, Field(alias="GraphDriver")] = None
    """What the storage driver tells of the container; only its name, or absent, if images are stored in containerd."""
    storage: Annotated[Storage | None, Field(alias="Storage")] = None
    """Where the data of the container is kept. Present if images are stored in containerd. Since API 1.52."""
    size_rw: Annotated[int | None, Field(alias="SizeRw")] = None
    """Size in bytes of files that the container made or changed. Only if `size` was asked for."""
    size_root_fs: Annotated[int | None, Field(alias="SizeRootFs")] = None
    """Size in bytes of all files in the container, those of the image included. Only if `size` was asked for."""
    mounts: Annotated[list[MountPoint], Field(alias="Mounts")]
    """Volumes, directories of the host and other things mounted in the container."""
    config: Annotated[ContainerConfig, Field(alias="Config")]
    """What the container runs, with the values of its image filled in."""
    network_settings: Annotated[NetworkSettings, Field(alias="NetworkSettings")]
    """How the container is connected at the moment."""
    node: Annotated[dict[str, Any] | None, Field(alias="Node")] = None
    """Node that the container is on. Only the stand-alone Swarm tells it, which answers in place of several engines.
    Until API 1.38."""
