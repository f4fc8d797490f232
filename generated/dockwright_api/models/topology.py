# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``Topology``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class Topology(Model):
    """A part of a cluster, by the places it lies in. Since API 1.42."""

    segments: Annotated[dict[str, str] | None, Field(alias="Segments")] = None
    """Places by kind, such as `{"region":"R1","zone":"Z2"}`; the CSI plugin decides which kinds there are. Since API
    1.42."""
