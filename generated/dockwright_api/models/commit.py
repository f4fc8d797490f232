# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``Commit``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class Commit(Model):
    """Build of a program that the engine works with."""

    id: Annotated[str, Field(alias="ID")]
    """Commit that the program was built from, as it reports it. `N/A` if that cannot be found out, and empty if the
    program does not tell."""
    expected: Annotated[str | None, Field(alias="Expected")] = None
    """Commit that the engine was made to work with. Newer engines repeat `ID`. Until API 1.48."""
