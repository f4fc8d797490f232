# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ResourceRequirements``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .limit import Limit
from .resource_object import ResourceObject


class ResourceRequirements(Model):
    """What each task of a service may use, and what it wants for itself."""

    limits: Annotated[Limit | None, Field(alias="Limits")] = None
    """What a task may use at most."""
    reservations: Annotated[ResourceObject | None, Field(alias="Reservations")] = None
    """What a node must have free for a task to be put there."""
    swap_bytes: Annotated[int | None, Field(alias="SwapBytes")] = None
    """Swap in bytes that a task may use beside its memory, -1 for no limit; counts only with a limit for memory. Null
    leaves it to the node. Since API 1.52."""
    memory_swappiness: Annotated[int | None, Field(alias="MemorySwappiness")] = None
    """How readily the kernel swaps out memory of the container, from 0 to 100. Null leaves it to the node; Linux with
    cgroup v1 only. Since API 1.52."""
