# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ExecStartRequest``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class ExecStartRequest(Model):
    """How to start an exec."""

    detach: Annotated[bool | None, Field(alias="Detach")] = None
    """Answer as soon as the process runs, without its streams."""
    tty: Annotated[bool | None, Field(alias="Tty")] = None
    """Whether the process has a terminal. It must be the same as at creation, for it decides how output comes."""
    console_size: Annotated[list[int] | None, Field(alias="ConsoleSize")] = None
    """Height and width of the terminal at the start, in characters; counts only with `Tty`. Since API 1.42."""
