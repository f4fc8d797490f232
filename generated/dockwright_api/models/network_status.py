# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``NetworkStatus``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .ipam_status import IPAMStatus


class NetworkStatus(Model):
    """How much of a network is in use. Since API 1.52."""

    ipam: Annotated[IPAMStatus | None, Field(alias="IPAM")] = None
    """Use of its addresses. Since API 1.52."""
