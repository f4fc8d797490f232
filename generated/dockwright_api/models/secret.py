# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``Secret``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .object_version import ObjectVersion
from .secret_spec import SecretSpec


class Secret(Model):
    """A secret of the swarm, without its content."""

    id: Annotated[str, Field(alias="ID")]
    """Id of the secret, 25 lower-case letters and digits."""
    version: Annotated[ObjectVersion, Field(alias="Version")]
    """Version of the secret; an update has to give its `Index`."""
    created_at: Annotated[str, Field(alias="CreatedAt")]
    """When the secret was created."""
    updated_at: Annotated[str, Field(alias="UpdatedAt")]
    """When the secret last changed."""
    spec: Annotated[SecretSpec, Field(alias="Spec")]
    """Name and labels of the secret; `Data` is left out."""
