# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ConfigSpec``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .driver import Driver


class ConfigSpec(Model):
    """Name, labels and content of a config. Since API 1.30."""

    name: Annotated[str | None, Field(alias="Name")] = None
    """Name of the config: up to 64 letters, digits, `-`, `_` and `.`, with a letter or digit at either end. A name in
    use is a conflict. Since API 1.30."""
    labels: Annotated[dict[str, str] | None, Field(alias="Labels")] = None
    """Labels of the config. An update removes those that it does not repeat. Since API 1.30."""
    data: Annotated[str | None, Field(alias="Data")] = None
    """The content in standard base64, at least 1 and less than 1024000 bytes before encoding; older engines take half
    of that. Since API 1.30."""
    templating: Annotated[Driver | None, Field(alias="Templating")] = None
    """Template language by which a node fills in the content for each task; `golang` is the only one. Absent, the
    content is taken as it is. Since API 1.37."""
