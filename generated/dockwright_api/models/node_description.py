# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``NodeDescription``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .engine_description import EngineDescription
from .platform import Platform
from .resource_object import ResourceObject
from .tls_info import TLSInfo


class NodeDescription(Model):
    """What a node is, as it reports itself."""

    hostname: Annotated[str | None, Field(alias="Hostname")] = None
    """Name of the host."""
    platform: Annotated[Platform, Field(alias="Platform")]
    """Operating system and architecture."""
    resources: Annotated[ResourceObject, Field(alias="Resources")]
    """CPU, memory and generic resources that the node has in all."""
    engine: Annotated[EngineDescription, Field(alias="Engine")]
    """The engine on the node."""
    tls_info: Annotated[TLSInfo, Field(alias="TLSInfo")]
    """The authority that the node trusts and that its certificate comes from. Since API 1.30."""
