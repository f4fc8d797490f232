# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``SELinuxContext``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class SELinuxContext(Model):
    """SELinux labels of a container. An empty one leaves the default. Since API 1.30."""

    disable: Annotated[bool | None, Field(alias="Disable")] = None
    """Run the container without SELinux confinement. Since API 1.30."""
    user: Annotated[str | None, Field(alias="User")] = None
    """User label. Since API 1.30."""
    role: Annotated[str | None, Field(alias="Role")] = None
    """Role label. Since API 1.30."""
    type: Annotated[str | None, Field(alias="Type")] = None
    """Type label. Since API 1.30."""
    level: Annotated[str | None, Field(alias="Level")] = None
    """Level label. Since API 1.30."""
