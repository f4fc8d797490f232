# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``Ulimit``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class Ulimit(Model):
    """A limit that the kernel sets each process, as `ulimit` does in a shell."""

    name: Annotated[str | None, Field(alias="Name")] = None
    """Which limit, such as `nofile` or `core`."""
    soft: Annotated[int | None, Field(alias="Soft")] = None
    """Limit that counts, up to `Hard`; -1 for none."""
    hard: Annotated[int | None, Field(alias="Hard")] = None
    """Limit up to which a process may raise its own; -1 for none."""
