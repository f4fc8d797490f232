# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ContainerSpecConfig``."""

from typing import Annotated, Any

from pydantic import Field

from ..base import Model
from .container_spec_config_file import ContainerSpecConfigFile


class ContainerSpecConfig(Model):
    """A config of the swarm that a container gets. Exactly one of `File` and `Runtime` must be set. Since API 1.30."""

    file: Annotated[ContainerSpecConfigFile | None, Field(alias="File")] = None
    """File in the container that holds it. Since API 1.30."""
    runtime: Annotated[dict[str, Any] | None, Field(alias="Runtime")] = None
    """Mount nothing; the node itself reads the config, as for a credential spec. The value is an empty object. Since
    API 1.40."""
    config_id: Annotated[str | None, Field(alias="ConfigID")] = None
    """Id of the config; required. Since API 1.30."""
    config_name: Annotated[str | None, Field(alias="ConfigName")] = None
    """Name of the config; required beside its id. Since API 1.30."""
