# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ConfigReference``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class ConfigReference(Model):
    """Where a network takes its settings from. Since API 1.30."""

    network: Annotated[str | None, Field(alias="Network")] = None
    """Name of the configuration-only network; empty for none. Since API 1.30."""
