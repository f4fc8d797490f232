# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ContainerTopResponse``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class ContainerTopResponse(Model):
    """A table of the processes in a container."""

    titles: Annotated[list[str], Field(alias="Titles")]
    """Names of the columns."""
    processes: Annotated[list[list[str]], Field(alias="Processes")]
    """One list of strings for each process, as long as `Titles`."""
