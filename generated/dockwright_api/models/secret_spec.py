# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``SecretSpec``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .driver import Driver


class SecretSpec(Model):
    """Name, labels and content of a secret."""

    name: Annotated[str | None, Field(alias="Name")] = None
    """Name of the secret: up to 64 letters, digits, `-`, `_` and `.`, with a letter or digit at either end. A name in
    use is a conflict."""
    labels: Annotated[dict[str, str] | None, Field(alias="Labels")] = None
    """Labels of the secret. An update removes those that it does not repeat."""
    data: Annotated[str | None, Field(alias="Data")] = None
    """The content in standard base64, at least 1 and less than 512000 bytes before encoding. It is not needed with a
    `Driver`, and never in replies."""
    driver: Annotated[Driver | None, Field(alias="Driver")] = None
    """Plugin of the managers that supplies the content when a task needs it, in place of `Data`. Since API 1.31."""
    templating: Annotated[Driver | None, Field(alias="Templating")] = None
    """Template language by which a node fills in the content for each task; `golang` is the only one. Absent, the
    content is taken as it is. Since API 1.37."""
