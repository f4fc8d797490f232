# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ContainerSpecDNSConfig``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class ContainerSpecDNSConfig(Model):
    """Name resolution in the containers of a service."""

    nameservers: Annotated[list[str] | None, Field(alias="Nameservers")] = None
    """Addresses of name servers."""
    search: Annotated[list[str] | None, Field(alias="Search")] = None
    """Domains to try for short host names."""
    options: Annotated[list[str] | None, Field(alias="Options")] = None
    """Options of the resolver, such as `timeout:3`, as in `resolv.conf`."""
