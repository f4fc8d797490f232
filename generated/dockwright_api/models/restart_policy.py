# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``RestartPolicy``."""

from typing import Annotated, Literal

from pydantic import Field

from ..base import Model


class RestartPolicy(Model):
    """When the engine starts a container again by itself. The pause before each try is longer than the one before."""

    name: Annotated[Literal["no", "always", "unless-stopped", "on-failure"] | str | None, Field(alias="Name")] = None
    """Which exits count: all (`always` and `unless-stopped`), those with a code other than 0 (`on-failure`), or none
    (`no` or an empty string). When the engine itself starts, `unless-stopped` leaves alone what a caller had
    stopped."""
    maximum_retry_count: Annotated[int | None, Field(alias="MaximumRetryCount")] = None
    """How often `on-failure` tries; 0 for no limit. An error with the other policies."""
