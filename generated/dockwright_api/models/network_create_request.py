# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``NetworkCreateRequest``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .config_reference import ConfigReference
from .ipam import IPAM


class NetworkCreateRequest(Model):
    """A network to create."""

    name: Annotated[str, Field(alias="Name")]
    """Name of the network. One in use, or that of a predefined network such as `bridge`, is an error."""
    driver: Annotated[str | None, Field(alias="Driver")] = None
    """Driver of the network, such as `bridge`, `overlay`, `macvlan` or `ipvlan`, or the name of a plugin. The default
    is `bridge`, on Windows `nat`."""
    scope: Annotated[str | None, Field(alias="Scope")] = None
    """With `swarm`, a network of a driver that is local by nature, such as `macvlan`, is known to the whole swarm. By
    default the driver decides. Since API 1.30."""
    internal: Annotated[bool | None, Field(alias="Internal")] = None
    """Give the network no way to the outside; containers reach only one another."""
    attachable: Annotated[bool | None, Field(alias="Attachable")] = None
    """Let containers that belong to no service join a network of the swarm."""
    ingress: Annotated[bool | None, Field(alias="Ingress")] = None
    """Create the network of the routing mesh, through which published ports of services are reached. A swarm has one,
    of the driver `overlay`. Since API 1.29."""
    config_only: Annotated[bool | None, Field(alias="ConfigOnly")] = None
    """Create only a configuration, which other networks take with `ConfigFrom`. Containers cannot use it. Since API
    1.30."""
    config_from: Annotated[ConfigReference | None, Field(alias="ConfigFrom")] = None
    """Configuration-only network to take addresses and options from. They must not be given here as well. Since API
    1.30."""
    ipam: Annotated[IPAM | None, Field(alias="IPAM")] = None
    """How addresses are given out; by default the engine chooses a subnet."""
    enable_ipv4: Annotated[bool | None, Field(alias="EnableIPv4")] = None
    """Give containers IPv4 addresses; on by default unless the engine is set up otherwise. Only some drivers can do
    without, and only on Linux. Since API 1.47."""
    enable_ipv6: Annotated[bool | None, Field(alias="EnableIPv6")] = None
    """Give containers IPv6 addresses; off by default unless the engine is set up otherwise."""
    options: Annotated[dict[str, str] | None, Field(alias="Options")] = None
    """Options of the driver, such as `com.docker.network.driver.mtu` or `com.docker.network.bridge.name`."""
    labels: Annotated[dict[str, str] | None, Field(alias="Labels")] = None
    """Labels of the network."""
    check_duplicate: Annotated[bool | None, Field(alias="CheckDuplicate")] = None
    """Refuse a name in use. Newer engines always do, whatever is set here. Until API 1.45."""
