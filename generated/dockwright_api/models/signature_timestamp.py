# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``SignatureTimestamp``."""

from typing import Annotated, Literal

from pydantic import Field

from ..base import Model


class SignatureTimestamp(Model):
    """A proof of the time at which something was signed. Since API 1.53."""

    type: Annotated[Literal["Tlog", "TimestampAuthority"] | str | None, Field(alias="Type")] = None
    """Who gives the proof. Since API 1.53."""
    uri: Annotated[str | None, Field(alias="URI")] = None
    """Address of the log or authority. Since API 1.53."""
    timestamp: Annotated[str | None, Field(alias="Timestamp")] = None
    """The proven time. Since API 1.53."""
