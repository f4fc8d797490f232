# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``BuildOutput``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class BuildOutput(Model):
    """Where BuildKit puts the result of a build."""

    type: Annotated[str | None, Field(alias="Type")] = None
    """How to export it, such as `local`, `tar` or `image`; `cacheonly` fills the cache and exports nothing."""
    attrs: Annotated[dict[str, str] | None, Field(alias="Attrs")] = None
    """Options of the exporter, such as `dest` for `local`."""
