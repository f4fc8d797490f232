# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ImageInspect``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .container_config import ContainerConfig
from .driver_data import DriverData
from .identity import Identity
from .image_config import ImageConfig
from .image_inspect_metadata import ImageInspectMetadata
from .image_inspect_root_fs import ImageInspectRootFS
from .image_manifest_summary import ImageManifestSummary
from .oci_descriptor import OCIDescriptor


class ImageInspect(Model):
    """Everything that the engine knows about an image."""

    id: Annotated[str, Field(alias="Id")]
    """Id of the image, as `sha256:` and 64 hexadecimal digits. It is the digest of the manifest or index if images are
    stored in containerd, otherwise of the configuration."""
    descriptor: Annotated[OCIDescriptor | None, Field(alias="Descriptor")] = None
    """The manifest or index that the image is. Present if images are stored in containerd. Since API 1.48."""
    manifests: Annotated[list[ImageManifestSummary] | None, Field(alias="Manifests")] = None
    """The manifests in the image's index, if `manifests` was asked for and images are stored in containerd. Since API
    1.48."""
    identity: Annotated[Identity | None, Field(alias="Identity")] = None
    """Where the image comes from, by its signatures, its pulls and its builds. Present if images are stored in
    containerd. Since API 1.53."""
    repo_tags: Annotated[list[str], Field(alias="RepoTags")]
    """Names of the image, with their tags."""
    repo_digests: Annotated[list[str], Field(alias="RepoDigests")]
    """Names of the image with its digest in place of a tag. Unless images are stored in containerd, only for
    repositories that it was pulled from or pushed to."""
    comment: Annotated[str | None, Field(alias="Comment")] = None
    """Comment in the image's history."""
    created: Annotated[str | None, Field(alias="Created")] = None
    """When the image was built; absent if the image does not tell."""
    author: Annotated[str | None, Field(alias="Author")] = None
    """Who made the image."""
    config: Annotated[ImageConfig | None, Field(alias="Config")] = None
    """What containers of the image run, unless told otherwise."""
    architecture: Annotated[str, Field(alias="Architecture")]
    """Architecture of its programs, such as `amd64`."""
    variant: Annotated[str | None, Field(alias="Variant")] = None
    """Variant of the architecture, such as `v8`. Since API 1.39."""
    os: Annotated[str, Field(alias="Os")]
    """Operating system of its programs, `linux` or `windows`."""
    os_version: Annotated[str | None, Field(alias="OsVersion")] = None
    """Version of the operating system that it was built for; mainly for Windows."""
    size: Annotated[int, Field(alias="Size")]
    """Size in bytes of all its layers, packed ones if images are stored in containerd."""
    graph_driver: Annotated[DriverData | None, Field(alias="GraphDriver")] = None
    """What the storage driver tells of the image; only its name, or absent, if images are stored in containerd."""
    root_fs: Annotated[ImageInspectRootFS, Field(alias="RootFS")]
    """The layers of its file system."""
    metadata: Annotated[ImageInspectMetadata, Field(alias="Metadata")]
    """What only this engine knows of the image. Since API 1.31."""
    parent: Annotated[str | None, Field(alias="Parent")] = None
    """Id of the image that a classic build made this one from; empty or absent for others."""
    docker_version: Annotated[str | None, Field(alias="DockerVersion")] = None
    """Version of the engine that made the image in a classic build or by a commit; empty or absent for others."""
    container: Annotated[str | None, Field(alias="Container")] = None
    """Id of the container that a classic build or a commit made the image from; empty for others. Until API 1.44."""
    container_config: Annotated[ContainerConfig | None, Field(alias="ContainerConfig")] = None
    """Configuration of the container that the image was made from. Its `Cmd` is the last step of a classic build. Until
    API 1.44."""
    virtual_size: Annotated[int | None, Field(alias="VirtualSize")] = None
    """The same as `Size`. Until API 1.43."""
