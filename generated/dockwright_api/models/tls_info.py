# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``TLSInfo``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class TLSInfo(Model):
    """Which certificates the nodes of a swarm trust, and who issued theirs. Since API 1.30."""

    trust_root: Annotated[str | None, Field(alias="TrustRoot")] = None
    """Root certificates that are trusted, in PEM. Since API 1.30."""
    cert_issuer_subject: Annotated[str | None, Field(alias="CertIssuerSubject")] = None
    """Subject of the issuing certificate, its DER in base64. Since API 1.30."""
    cert_issuer_public_key: Annotated[str | None, Field(alias="CertIssuerPublicKey")] = None
    """Public key of the issuing certificate, its DER in base64. Since API 1.30."""
