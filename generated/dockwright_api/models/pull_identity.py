# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``PullIdentity``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class PullIdentity(Model):
    """A repository that an image was pulled from. Since API 1.53."""

    repository: Annotated[str | None, Field(alias="Repository")] = None
    """Name of the repository with the host of its registry, without a tag. Since API 1.53."""
