# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``DefaultAddressPool``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class DefaultAddressPool(Model):
    """A range that subnets of new networks are cut from. Since API 1.41."""

    base: Annotated[str | None, Field(alias="Base")] = None
    """The range in CIDR notation. Since API 1.41."""
    size: Annotated[int | None, Field(alias="Size")] = None
    """Length of the prefix of each subnet, such as 24. Since API 1.41."""
