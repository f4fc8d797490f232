# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``Address``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class Address(Model):
    """An IP address with its prefix."""

    addr: Annotated[str | None, Field(alias="Addr")] = None
    """The address."""
    prefix_len: Annotated[int | None, Field(alias="PrefixLen")] = None
    """Length of the prefix in bits."""
