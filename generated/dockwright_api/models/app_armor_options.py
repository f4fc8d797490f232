# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``AppArmorOptions``."""

from typing import Annotated, Literal

from pydantic import Field

from ..base import Model


class AppArmorOptions(Model):
    """Whether an AppArmor profile restricts a container. Since API 1.44."""

    mode: Annotated[Literal["default", "disabled"] | str | None, Field(alias="Mode")] = None
    """Take the profile of the engine (`default`) or none at all (`disabled`). Since API 1.44."""
