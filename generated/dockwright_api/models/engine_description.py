# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``EngineDescription``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .engine_description_plugin import EngineDescriptionPlugin


class EngineDescription(Model):
    """The engine on a node."""

    engine_version: Annotated[str | None, Field(alias="EngineVersion")] = None
    """Version of the engine, such as `28.5.2`."""
    labels: Annotated[dict[str, str] | None, Field(alias="Labels")] = None
    """Labels from the configuration of the engine. They are not those of the node."""
    plugins: Annotated[list[EngineDescriptionPlugin] | None, Field(alias="Plugins")] = None
    """Drivers that the engine has, built in or as plugins."""
