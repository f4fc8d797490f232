# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``MountBindOptions``."""

from typing import Annotated, Literal

from pydantic import Field

from ..base import Model


class MountBindOptions(Model):
    """Options for mounting a path of the host."""

    propagation: Annotated[
        Literal["private", "rprivate", "shared", "rshared", "slave", "rslave"] | str | None, Field(alias="Propagation")
    ] = None
    """How later mounts below the path reach the other side: not at all (`private`), from host to container (`slave`),
    both ways (`shared`), with `r` in front for nested mounts too. The default is `rprivate`; Linux only."""
    non_recursive: Annotated[bool | None, Field(alias="NonRecursive")] = None
    """Leave out what is mounted below the source path. Since API 1.40."""
    create_mountpoint: Annotated[bool | None, Field(alias="CreateMountpoint")] = None
    """Create the source path as a directory if it is missing, which is an error otherwise. Linux only. Since API
    1.42."""
    read_only_non_recursive: Annotated[bool | None, Field(alias="ReadOnlyNonRecursive")] = None
    """With `ReadOnly`, let nested mounts stay writable. By default they become read-only too, if kernel and runtime can
    do it. Since API 1.44."""
    read_only_force_recursive: Annotated[bool | None, Field(alias="ReadOnlyForceRecursive")] = None
    """With `ReadOnly`, fail if nested mounts cannot be made read-only too, as on kernels before 5.12. Since API
    1.44."""
