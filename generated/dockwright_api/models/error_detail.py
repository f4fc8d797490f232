# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ErrorDetail``."""

from ..base import Model


class ErrorDetail(Model):
    """Why an operation that reports progress has failed."""

    code: int | None = None
    """Number that goes with the failure, such as the exit code of a build step; often absent."""
    message: str | None = None
    """What went wrong."""
