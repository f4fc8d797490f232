# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``PushResult``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .oci_descriptor import OCIDescriptor


class PushResult(Model):
    """What was pushed under a tag."""

    tag: Annotated[str | None, Field(alias="Tag")] = None
    """The tag."""
    digest: Annotated[str | None, Field(alias="Digest")] = None
    """Digest of the manifest that the tag now names."""
    size: Annotated[int | None, Field(alias="Size")] = None
    """Size of the manifest in bytes."""
    manifest_pushed_instead_of_index: Annotated[bool | None, Field(alias="manifestPushedInsteadOfIndex")] = None
    """Whether only the manifest of one platform was pushed, since the engine does not have those of the others. Absent
    if not."""
    original_index: Annotated[OCIDescriptor | None, Field(alias="originalIndex")] = None
    """The index of all platforms, which was not pushed."""
    selected_manifest: Annotated[OCIDescriptor | None, Field(alias="selectedManifest")] = None
    """The manifest that was pushed instead of the index."""
    content_missing: Annotated[bool | None, Field(alias="contentMissing")] = None
    """Whether the push failed because the engine does not have all content. Absent if not."""
    desc: OCIDescriptor | None = None
    """What was to be pushed and is not complete."""
