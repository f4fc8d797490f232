# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ContainerSpecUlimit``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class ContainerSpecUlimit(Model):
    """A resource limit of the process. Since API 1.41."""

    name: Annotated[str | None, Field(alias="Name")] = None
    """What is limited, such as `nofile`. Since API 1.41."""
    soft: Annotated[int | None, Field(alias="Soft")] = None
    """Limit that holds at first; the process may raise it up to `Hard`. Since API 1.41."""
    hard: Annotated[int | None, Field(alias="Hard")] = None
    """Upper bound for `Soft`. Since API 1.41."""
