# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ImageHistoryResponseItem``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class ImageHistoryResponseItem(Model):
    """A step that an image was built in."""

    id: Annotated[str, Field(alias="Id")]
    """Id of the image after the step, or `<missing>` if the engine has no such image."""
    created: Annotated[int, Field(alias="Created")]
    """When the step was done, in seconds since 1970."""
    created_by: Annotated[str, Field(alias="CreatedBy")]
    """The command of the step."""
    tags: Annotated[list[str], Field(alias="Tags")]
    """Names of the image after the step; null if there are none."""
    size: Annotated[int, Field(alias="Size")]
    """Size in bytes that the step added."""
    comment: Annotated[str, Field(alias="Comment")]
    """Comment of whoever made the step."""
