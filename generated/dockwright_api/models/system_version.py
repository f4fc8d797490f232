# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``SystemVersion``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .system_version_component import SystemVersionComponent
from .system_version_platform import SystemVersionPlatform


class SystemVersion(Model):
    """Versions of the engine and of what it works with."""

    platform: Annotated[SystemVersionPlatform | None, Field(alias="Platform")] = None
    """Product that the engine is part of. Since API 1.35."""
    components: Annotated[list[SystemVersionComponent] | None, Field(alias="Components")] = None
    """Versions of the engine and of the programs that it works with, the engine first. Since API 1.35."""
    version: Annotated[str, Field(alias="Version")]
    """Version of the engine."""
    api_version: Annotated[str, Field(alias="ApiVersion")]
    """Newest API version that the engine speaks."""
    min_api_version: Annotated[str | None, Field(alias="MinAPIVersion")] = None
    """Oldest API version that the engine accepts."""
    git_commit: Annotated[str, Field(alias="GitCommit")]
    """Commit that the engine was built from."""
    go_version: Annotated[str, Field(alias="GoVersion")]
    """Version of Go that the engine was built with."""
    os: Annotated[str, Field(alias="Os")]
    """Operating system of the engine as Go calls it, `linux` or `windows`."""
    arch: Annotated[str, Field(alias="Arch")]
    """Architecture of the engine as Go calls it, such as `amd64` or `arm64`."""
    kernel_version: Annotated[str | None, Field(alias="KernelVersion")] = None
    """Kernel that the host runs, by version; empty if unknown."""
    experimental: Annotated[bool | None, Field(alias="Experimental")] = None
    """Whether experimental features are switched on; absent if not."""
    build_time: Annotated[str | None, Field(alias="BuildTime")] = None
    """When the engine was built."""
