# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``CapacityRange``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class CapacityRange(Model):
    """Limits for the size of a new volume. Since API 1.42."""

    required_bytes: Annotated[int | None, Field(alias="RequiredBytes")] = None
    """Least size in bytes; 0 for no such limit. Since API 1.42."""
    limit_bytes: Annotated[int | None, Field(alias="LimitBytes")] = None
    """Greatest size in bytes; 0 for no such limit. Since API 1.42."""
