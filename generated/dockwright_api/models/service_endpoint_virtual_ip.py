# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ServiceEndpointVirtualIP``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class ServiceEndpointVirtualIP(Model):
    """Virtual address of a service in one network."""

    network_id: Annotated[str | None, Field(alias="NetworkID")] = None
    """Id of the network."""
    addr: Annotated[str | None, Field(alias="Addr")] = None
    """The address with its prefix length, such as `10.0.1.2/24`."""
