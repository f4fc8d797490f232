# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``PortBinding``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class PortBinding(Model):
    """An address and a port of the host that lead to a port of a container."""

    host_ip: Annotated[str | None, Field(alias="HostIp")] = None
    """Address of the host; empty for all of them, or for the default of the network."""
    host_port: Annotated[str | None, Field(alias="HostPort")] = None
    """Port of the host as a decimal string, or a range such as `8000-8010` to take a free one from. Empty for any free
    one."""
