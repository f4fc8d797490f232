# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``BuildIdentity``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class BuildIdentity(Model):
    """A build of this engine that made an image. Since API 1.53."""

    ref: Annotated[str | None, Field(alias="Ref")] = None
    """Id of the build in BuildKit's history. Since API 1.53."""
    created_at: Annotated[str | None, Field(alias="CreatedAt")] = None
    """When the build made the image; year 1 if it is not known. Since API 1.53."""
