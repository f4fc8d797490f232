# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``SignatureIdentity``."""

from typing import Annotated, Literal

from pydantic import Field

from ..base import Model
from .signature_timestamp import SignatureTimestamp
from .signer_identity import SignerIdentity


class SignatureIdentity(Model):
    """A signature of an image, and who made it. Since API 1.53."""

    name: Annotated[str | None, Field(alias="Name")] = None
    """Short readable name, made of the kind of signer and often the repository or account behind it. Since API 1.53."""
    timestamps: Annotated[list[SignatureTimestamp] | None, Field(alias="Timestamps")] = None
    """Proofs of the time of signing that were checked. Since API 1.53."""
    known_signer: Annotated[Literal["DHI"] | str | None, Field(alias="KnownSigner")] = None
    """The signer, if it is one that the engine knows in particular. Since API 1.53."""
    docker_reference: Annotated[str | None, Field(alias="DockerReference")] = None
    """Name of the image as it was signed. Only some older signatures have it. Since API 1.53."""
    signer: Annotated[SignerIdentity | None, Field(alias="Signer")] = None
    """What the signing certificate tells of the signer. Since API 1.53."""
    signature_type: Annotated[Literal["bundle-v0.3", "simplesigning-v1"] | str | None, Field(alias="SignatureType")] = (
        None
    )
    """How the signature is written down. Since API 1.53."""
    error: Annotated[str | None, Field(alias="Error")] = None
    """Why the signature could not be verified; the other properties are then empty. Since API 1.53."""
    warnings: Annotated[list[str] | None, Field(alias="Warnings")] = None
    """What went wrong beside the verification, such as an update of the trusted roots. Since API 1.53."""
