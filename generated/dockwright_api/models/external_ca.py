# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ExternalCA``."""

from typing import Annotated, Literal

from pydantic import Field

from ..base import Model


class ExternalCA(Model):
    """A certificate authority outside of the swarm."""

    protocol: Annotated[Literal["cfssl"] | str | None, Field(alias="Protocol")] = None
    """How it is spoken to; `cfssl` is the only way."""
    url: Annotated[str | None, Field(alias="URL")] = None
    """Where requests for signing go."""
    options: Annotated[dict[str, str] | None, Field(alias="Options")] = None
    """Further options, as the protocol has them."""
    ca_cert: Annotated[str | None, Field(alias="CACert")] = None
    """Root certificate of the authority, in PEM. Since API 1.30."""
