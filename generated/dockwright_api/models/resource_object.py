# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ResourceObject``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .generic_resource import GenericResource


class ResourceObject(Model):
    """What a node has, or what a task of a service wants to have for itself."""

    nano_cpus: Annotated[int | None, Field(alias="NanoCPUs")] = None
    """CPU time in billionths of a CPU."""
    memory_bytes: Annotated[int | None, Field(alias="MemoryBytes")] = None
    """Memory in bytes."""
    generic_resources: Annotated[list[GenericResource] | None, Field(alias="GenericResources")] = None
    """Resources of other kinds, such as GPUs. Since API 1.32."""
