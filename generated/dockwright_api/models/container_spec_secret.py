# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ContainerSpecSecret``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .container_spec_secret_file import ContainerSpecSecretFile


class ContainerSpecSecret(Model):
    """A secret of the swarm that a container can read."""

    file: Annotated[ContainerSpecSecretFile | None, Field(alias="File")] = None
    """File in the container that holds it; required."""
    secret_id: Annotated[str | None, Field(alias="SecretID")] = None
    """Id of the secret; required."""
    secret_name: Annotated[str | None, Field(alias="SecretName")] = None
    """Name of the secret; required beside its id."""
