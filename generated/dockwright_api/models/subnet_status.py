# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``SubnetStatus``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class SubnetStatus(Model):
    """How many addresses of one subnet are taken and free. Since API 1.52."""

    ips_in_use: Annotated[int | None, Field(alias="IPsInUse")] = None
    """Addresses of the subnet that are handed out or set aside, such as those of the network, the gateway and auxiliary
    addresses. The count stops at 2^64 - 1. Since API 1.52."""
    dynamic_ips_available: Annotated[int | None, Field(alias="DynamicIPsAvailable")] = None
    """Addresses that the engine can still choose for containers, within `IPRange` if the subnet has one. The count
    stops at 2^64 - 1. Since API 1.52."""
