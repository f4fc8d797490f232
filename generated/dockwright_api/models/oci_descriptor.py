# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``OCIDescriptor``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .oci_platform import OCIPlatform


class OCIDescriptor(Model):
    """Points to content in a registry or image store, after the OCI image specification. Since API 1.30."""

    media_type: Annotated[str | None, Field(alias="mediaType")] = None
    """Media type of the content, such as `application/vnd.oci.image.manifest.v1+json`. Since API 1.30."""
    digest: str | None = None
    """Digest of the content, such as `sha256:...`. Since API 1.30."""
    size: int | None = None
    """Size of the content in bytes. Since API 1.30."""
    urls: list[str] | None = None
    """Where else the content can be fetched. Since API 1.30."""
    annotations: dict[str, str] | None = None
    """Notes on the content, by key. Since API 1.48."""
    data: str | None = None
    """The content itself in base64, if it is small and was put in. Since API 1.48."""
    platform: OCIPlatform | None = None
    """Platform that the content is for; only for a manifest in an index. Since API 1.48."""
    artifact_type: Annotated[str | None, Field(alias="artifactType")] = None
    """What kind of artifact a manifest describes. Since API 1.48."""
