# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``IPAMStatus``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .subnet_status import SubnetStatus


class IPAMStatus(Model):
    """How many addresses of a network are in use. Since API 1.52."""

    subnets: Annotated[dict[str, SubnetStatus] | None, Field(alias="Subnets")] = None
    """Use of each subnet, by the subnet in CIDR notation. Since API 1.52."""
