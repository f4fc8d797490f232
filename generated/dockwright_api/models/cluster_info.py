# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ClusterInfo``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .object_version import ObjectVersion
from .swarm_spec import SwarmSpec
from .tls_info import TLSInfo


class ClusterInfo(Model):
    """A swarm, without the tokens for joining it."""

    id: Annotated[str, Field(alias="ID")]
    """Id of the swarm."""
    version: Annotated[ObjectVersion, Field(alias="Version")]
    """Version of the swarm; an update has to give its `Index`."""
    created_at: Annotated[str, Field(alias="CreatedAt")]
    """When the swarm was created."""
    updated_at: Annotated[str, Field(alias="UpdatedAt")]
    """When the swarm last changed."""
    spec: Annotated[SwarmSpec, Field(alias="Spec")]
    """Its settings."""
    tls_info: Annotated[TLSInfo, Field(alias="TLSInfo")]
    """Which certificates its nodes trust. Since API 1.30."""
    root_rotation_in_progress: Annotated[bool, Field(alias="RootRotationInProgress")]
    """Whether nodes are still changing over to a new root certificate. Since API 1.30."""
    data_path_port: Annotated[int, Field(alias="DataPathPort")]
    """UDP port for the traffic of `overlay` networks; 4789 by default. Since API 1.40."""
    default_addr_pool: Annotated[list[str], Field(alias="DefaultAddrPool")]
    """Address pools from which the subnets of the swarm's networks are cut, in CIDR notation; `10.0.0.0/8` by default.
    Since API 1.39."""
    subnet_size: Annotated[int, Field(alias="SubnetSize")]
    """Prefix length of the subnets that are cut from the pools; 24 by default. Since API 1.39."""
