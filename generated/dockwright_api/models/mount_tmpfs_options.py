# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``MountTmpfsOptions``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class MountTmpfsOptions(Model):
    """Options for mounting memory as a file system."""

    size_bytes: Annotated[int | None, Field(alias="SizeBytes")] = None
    """Greatest size in bytes; 0 for the default of Linux, half of the host's memory."""
    mode: Annotated[int | None, Field(alias="Mode")] = None
    """Permission bits of the directory as an integer, such as `0o1777`; 0 for the default of Linux."""
    options: Annotated[list[list[str]] | None, Field(alias="Options")] = None
    """Further mount options, each as a list of its name and, if it has one, its value. Only `exec` and `noexec` are
    accepted. Since API 1.46."""
