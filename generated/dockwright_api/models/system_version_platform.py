# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``SystemVersionPlatform``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class SystemVersionPlatform(Model):
    """Product that an engine is part of. Since API 1.35."""

    name: Annotated[str, Field(alias="Name")]
    """Name of the product, such as `Docker Engine - Community`. Empty for builds that have none. Since API 1.35."""
