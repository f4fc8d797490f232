# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``OCIPlatform``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class OCIPlatform(Model):
    """Processor and operating system that an image is for, after the OCI image specification. Since API 1.30."""

    architecture: str | None = None
    """Processor architecture by its Go name, such as `amd64` or `arm64`. Since API 1.30."""
    os: str | None = None
    """Operating system by its Go name, such as `linux` or `windows`. Since API 1.30."""
    os_version: Annotated[str | None, Field(alias="os.version")] = None
    """Version of the operating system, such as `10.0.20348.2700`; for Windows. Since API 1.30."""
    os_features: Annotated[list[str] | None, Field(alias="os.features")] = None
    """Features that the operating system must have, such as `win32k`. Since API 1.30."""
    variant: str | None = None
    """Variant of the processor, such as `v7` for `arm`. Since API 1.30."""
