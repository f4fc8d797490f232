# Written by `python -m codegen build`; not edited by hand.
# Copied from codegen/assets/unset.py, which is where to edit it.
"""The value of an argument that was not given.

``None`` is a value of its own in this library: JSON ``null`` in a body, "no limit" in a timeout. An argument that may
be left out and whose ``None`` means something defaults to :data:`UNSET`.
"""

from enum import Enum
from typing import Final


class Unset(Enum):
    """The type of :data:`UNSET`, for annotations: ``float | None | Unset``."""

    UNSET = "unset"

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "UNSET"


UNSET: Final = Unset.UNSET
"""Stands for "not given"."""
