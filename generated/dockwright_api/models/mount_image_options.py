# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``MountImageOptions``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class MountImageOptions(Model):
    """Options for mounting the files of an image. Since API 1.48."""

    subpath: Annotated[str | None, Field(alias="Subpath")] = None
    """Mount only this path of the image, relative to its root. It must not lead out of the image. Since API 1.48."""
