# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``Config``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .config_spec import ConfigSpec
from .object_version import ObjectVersion


class Config(Model):
    """A config of the swarm. Since API 1.30."""

    id: Annotated[str, Field(alias="ID")]
    """Id of the config, 25 lower-case letters and digits. Since API 1.30."""
    version: Annotated[ObjectVersion, Field(alias="Version")]
    """Version of the config; an update has to give its `Index`. Since API 1.30."""
    created_at: Annotated[str, Field(alias="CreatedAt")]
    """When the config was created. Since API 1.30."""
    updated_at: Annotated[str, Field(alias="UpdatedAt")]
    """When the config last changed. Since API 1.30."""
    spec: Annotated[ConfigSpec, Field(alias="Spec")]
    """Name, labels and content of the config. Since API 1.30."""
