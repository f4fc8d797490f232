# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``FirewallInfo``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class FirewallInfo(Model):
    """How an engine filters packets of networks. Since API 1.49."""

    driver: Annotated[str | None, Field(alias="Driver")] = None
    """What the rules are made with, such as `iptables`, `iptables+firewalld` or `nftables`. Since API 1.49."""
    info: Annotated[list[list[str]] | None, Field(alias="Info")] = None
    """Further facts as pairs of name and value, such as `ReloadedAt` for when firewalld was last reloaded. May be
    absent. Since API 1.49."""
