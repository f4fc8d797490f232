# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``SwarmSpecEncryptionConfig``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class SwarmSpecEncryptionConfig(Model):
    """How managers keep their data on disk."""

    auto_lock_managers: Annotated[bool | None, Field(alias="AutoLockManagers")] = None
    """Lock the keys of managers with an unlock key, which each then needs after a restart."""
