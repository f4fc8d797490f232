# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``AuthResponse``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class AuthResponse(Model):
    """Result of a check of credentials."""

    status: Annotated[str, Field(alias="Status")]
    """Text about the result, `Login Succeeded`."""
    identity_token: Annotated[str | None, Field(alias="IdentityToken")] = None
    """Token to use as `identitytoken` from now on, in place of the password. Empty if the registry gives none."""
