# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``HealthcheckResult``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class HealthcheckResult(Model):
    """One run of a health check."""

    start: Annotated[str, Field(alias="Start")]
    """When the check began."""
    end: Annotated[str, Field(alias="End")]
    """When the check ended."""
    exit_code: Annotated[int, Field(alias="ExitCode")]
    """Exit code of the check; 0 is healthy, anything else is not, -1 a check that did not run to its end."""
    output: Annotated[str, Field(alias="Output")]
    """What the check wrote, up to 4096 bytes of it."""
