# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``NRIInfo``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class NRIInfo(Model):
    """How the engine works with plugins of NRI, the Node Resource Interface. Since API 1.53."""

    info: Annotated[list[list[str]] | None, Field(alias="Info")] = None
    """Settings, as pairs of name and value, such as `plugin-path`, `plugin-config-path` and `socket-path`. Since API
    1.53."""
