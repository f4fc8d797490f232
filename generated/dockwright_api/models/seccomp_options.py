# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``SeccompOptions``."""

from typing import Annotated, Literal

from pydantic import Field

from ..base import Model


class SeccompOptions(Model):
    """Which system calls a container may make. Since API 1.44."""

    mode: Annotated[Literal["default", "unconfined", "custom"] | str | None, Field(alias="Mode")] = None
    """Take the profile of the engine (`default`), none at all (`unconfined`) or the one in `Profile` (`custom`). Since
    API 1.44."""
    profile: Annotated[str | None, Field(alias="Profile")] = None
    """Seccomp profile for the mode `custom`, its JSON in base64. Since API 1.44."""
