# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``AttestationStatement``."""

from typing import Annotated, Any

from pydantic import Field

from ..base import Model
from .oci_descriptor import OCIDescriptor


class AttestationStatement(Model):
    """An attestation of an image, a signed or unsigned statement of how it was made or what is in it. Since API
    1.55."""

    descriptor: Annotated[OCIDescriptor, Field(alias="Descriptor")]
    """Where the statement is stored, by digest. Since API 1.55."""
    predicate_type: Annotated[str, Field(alias="PredicateType")]
    """What the statement is about, as a URI such as `https://spdx.dev/Document`. Since API 1.55."""
    statement: Annotated[dict[str, Any] | None, Field(alias="Statement")] = None
    """The in-toto statement itself, if `statement` was asked for. Since API 1.55."""
