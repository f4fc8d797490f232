# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ProgressMessage``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .error_detail import ErrorDetail
from .progress_detail import ProgressDetail


class ProgressMessage(Model):
    """One message in the stream of an operation that takes a while. A failure comes as a message too, the last one."""

    id: str | None = None
    """What the message is about, such as a layer."""
    status: str | None = None
    """What is going on with it, or a line of its own without `id`."""
    stream: str | None = None
    """Output of a build or load, as text to be joined without change."""
    progress: str | None = None
    """A progress bar as text; newer engines leave it out."""
    progress_detail: Annotated[ProgressDetail | None, Field(alias="progressDetail")] = None
    """How far it is, in numbers."""
    from_: Annotated[str | None, Field(alias="from")] = None
    """Name of the image, in events of old engines."""
    time: int | None = None
    """When it happened, in seconds since 1970, in events of old engines."""
    time_nano: Annotated[int | None, Field(alias="timeNano")] = None
    """When it happened, in nanoseconds since 1970, in events of old engines."""
    error: str | None = None
    """What went wrong, the same as `errorDetail.message`; newer engines leave it out."""
    error_detail: Annotated[ErrorDetail | None, Field(alias="errorDetail")] = None
    """Why the operation has failed."""
