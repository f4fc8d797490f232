# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``Limit``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class Limit(Model):
    """How much a task of a service may use at most."""

    nano_cpus: Annotated[int | None, Field(alias="NanoCPUs")] = None
    """CPU time in billionths of a CPU, 0 for no limit. At least 1000000, a thousandth of a CPU."""
    memory_bytes: Annotated[int | None, Field(alias="MemoryBytes")] = None
    """Memory in bytes, 0 for no limit. At least 4 MiB."""
    pids: Annotated[int | None, Field(alias="Pids")] = None
    """How many processes and threads the container may have; 0 for no limit. Since API 1.41."""
