# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``IndexInfo``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class IndexInfo(Model):
    """How an engine reaches one registry."""

    name: Annotated[str, Field(alias="Name")]
    """Name of the registry, `docker.io` or a host with or without a port."""
    mirrors: Annotated[list[str], Field(alias="Mirrors")]
    """URLs of mirrors, which only Docker Hub has."""
    secure: Annotated[bool, Field(alias="Secure")]
    """Whether the registry must use TLS with a certificate that is trusted."""
    official: Annotated[bool, Field(alias="Official")]
    """Whether the registry is Docker Hub."""
