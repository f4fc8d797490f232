# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ImageSummary``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .image_manifest_summary import ImageManifestSummary
from .oci_descriptor import OCIDescriptor


class ImageSummary(Model):
    """An image in a list."""

    id: Annotated[str, Field(alias="Id")]
    """Id of the image, as `sha256:` and 64 hexadecimal digits. It is the digest of the manifest or index if images are
    stored in containerd, otherwise of the configuration."""
    parent_id: Annotated[str, Field(alias="ParentId")]
    """Id of the image that a classic build made this one from; empty for others."""
    repo_tags: Annotated[list[str], Field(alias="RepoTags")]
    """Names of the image, with their tags."""
    repo_digests: Annotated[list[str], Field(alias="RepoDigests")]
    """Names of the image with its digest in place of a tag. Unless images are stored in containerd, only for
    repositories that it was pulled from or pushed to."""
    created: Annotated[int, Field(alias="Created")]
    """When the image was built, in seconds since 1970."""
    size: Annotated[int, Field(alias="Size")]
    """Size in bytes of all its layers, those shared with other images included; packed and unpacked ones together if
    images are stored in containerd."""
    shared_size: Annotated[int, Field(alias="SharedSize")]
    """Size in bytes of layers that other images have too; -1 unless `shared-size` was asked for."""
    labels: Annotated[dict[str, str], Field(alias="Labels")]
    """Labels of the image; may be null."""
    containers: Annotated[int, Field(alias="Containers")]
    """Number of containers made from the image, running or not; -1 if the engine did not count them."""
    manifests: Annotated[list[ImageManifestSummary] | None, Field(alias="Manifests")] = None
    """The manifests in the image's index, if `manifests` was asked for and images are stored in containerd. Since API
    1.47."""
    descriptor: Annotated[OCIDescriptor | None, Field(alias="Descriptor")] = None
    """The manifest or index that the image is. Present if images are stored in containerd. Since API 1.48."""
    virtual_size: Annotated[int | None, Field(alias="VirtualSize")] = None
    """The same as `Size`. Until API 1.43."""
