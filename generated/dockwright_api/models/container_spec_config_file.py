# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ContainerSpecConfigFile``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class ContainerSpecConfigFile(Model):
    """The file that shows a config in a container. Since API 1.30."""

    name: Annotated[str | None, Field(alias="Name")] = None
    """Path of the file in the container; a relative one begins at the root. Since API 1.30."""
    uid: Annotated[str | None, Field(alias="UID")] = None
    """Number of the user who owns it, as a string. Since API 1.30."""
    gid: Annotated[str | None, Field(alias="GID")] = None
    """Number of the group that owns it, as a string. Since API 1.30."""
    mode: Annotated[int | None, Field(alias="Mode")] = None
    """Permission bits as an integer, such as `0o444`. Since API 1.30."""
