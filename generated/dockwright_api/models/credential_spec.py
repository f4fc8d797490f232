# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``CredentialSpec``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class CredentialSpec(Model):
    """Where a node finds the credential spec of a managed service account. Exactly one must be set; Windows only. Since
    API 1.30."""

    config: Annotated[str | None, Field(alias="Config")] = None
    """Id of a config of the swarm that holds it. The config must be among `Configs` as well, with `Runtime` set. Since
    API 1.40."""
    file: Annotated[str | None, Field(alias="File")] = None
    """Name of a file in the directory `CredentialSpecs` below the data directory of the engine. Since API 1.30."""
    registry: Annotated[str | None, Field(alias="Registry")] = None
    """Name of a value in the registry of the node. Since API 1.30."""
