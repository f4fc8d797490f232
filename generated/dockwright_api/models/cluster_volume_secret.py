# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ClusterVolumeSecret``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class ClusterVolumeSecret(Model):
    """A secret that the CSI plugin gets for its calls. Since API 1.42."""

    key: Annotated[str | None, Field(alias="Key")] = None
    """Key under which the plugin gets the data. Since API 1.42."""
    secret: Annotated[str | None, Field(alias="Secret")] = None
    """Id of the secret in the swarm; it must exist. Since API 1.42."""
