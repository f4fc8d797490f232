# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ErrorResponse``."""

from ..base import Model


class ErrorResponse(Model):
    """The answer of the engine to a request that it did not carry out."""

    message: str
    """What went wrong."""
