# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``SwarmSpecCAConfig``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .external_ca import ExternalCA


class SwarmSpecCAConfig(Model):
    """How nodes of a swarm get certificates."""

    node_cert_expiry: Annotated[int | None, Field(alias="NodeCertExpiry")] = None
    """How long the certificate of a node is valid, in nanoseconds; 90 days by default, an hour at least."""
    external_cas: Annotated[list[ExternalCA] | None, Field(alias="ExternalCAs")] = None
    """Certificate authorities outside of the swarm to which managers forward signing."""
    signing_ca_cert: Annotated[str | None, Field(alias="SigningCACert")] = None
    """Root certificate to change over to, in PEM. The engine never gives it back. Since API 1.30."""
    signing_ca_key: Annotated[str | None, Field(alias="SigningCAKey")] = None
    """Key for `SigningCACert`, in PEM. The engine never gives it back. Since API 1.30."""
    force_rotate: Annotated[int | None, Field(alias="ForceRotate")] = None
    """A number other than the present one makes the swarm change over to a new root certificate, one of its own making
    if `SigningCACert` is left out. Since API 1.30."""
