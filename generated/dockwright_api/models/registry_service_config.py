# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``RegistryServiceConfig``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .index_info import IndexInfo


class RegistryServiceConfig(Model):
    """How an engine reaches registries."""

    insecure_registry_cidrs: Annotated[list[str], Field(alias="InsecureRegistryCIDRs")]
    """Subnets whose registries are reached without TLS or with certificates that are not checked. Those of `localhost`
    are always among them."""
    index_configs: Annotated[dict[str, IndexInfo], Field(alias="IndexConfigs")]
    """Settings by registry, for `docker.io` and for those configured as insecure by name."""
    mirrors: Annotated[list[str], Field(alias="Mirrors")]
    """URLs of mirrors of Docker Hub; null if there are none."""
    allow_nondistributable_artifacts_cidrs: Annotated[
        list[str] | None, Field(alias="AllowNondistributableArtifactsCIDRs")
    ] = None
    """Subnets whose registries get layers too that are not meant to be distributed. Since API 1.32, until API 1.48."""
    allow_nondistributable_artifacts_hostnames: Annotated[
        list[str] | None, Field(alias="AllowNondistributableArtifactsHostnames")
    ] = None
    """Registries, as hosts with or without a port, that get layers too that are not meant to be distributed. Since API
    1.32, until API 1.48."""
