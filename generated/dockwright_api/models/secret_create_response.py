# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``SecretCreateResponse``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class SecretCreateResponse(Model):
    """The secret that was created."""

    id: Annotated[str, Field(alias="ID")]
    """Id of the secret."""
