# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ContainerSpecSecretFile``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class ContainerSpecSecretFile(Model):
    """The file that shows a secret in a container."""

    name: Annotated[str | None, Field(alias="Name")] = None
    """Path of the file, on Linux below `/run/secrets` unless it is absolute."""
    uid: Annotated[str | None, Field(alias="UID")] = None
    """Number of the user who owns it, as a string."""
    gid: Annotated[str | None, Field(alias="GID")] = None
    """Number of the group that owns it, as a string."""
    mode: Annotated[int | None, Field(alias="Mode")] = None
    """Permission bits as an integer, such as `0o444`."""
