# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``DeviceMapping``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class DeviceMapping(Model):
    """A device of the host given to a container."""

    path_on_host: Annotated[str | None, Field(alias="PathOnHost")] = None
    """Path of the device on the host. On Windows a device class, as `class/<guid>`."""
    path_in_container: Annotated[str | None, Field(alias="PathInContainer")] = None
    """Path under which the container sees it."""
    cgroup_permissions: Annotated[str | None, Field(alias="CgroupPermissions")] = None
    """What the container may do, of the letters `r` (read), `w` (write) and `m` (make nodes)."""
