# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``Runtime``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class Runtime(Model):
    """A runtime that can run containers."""

    path: str | None = None
    """Program of the runtime, as a path or as a name to look up in `PATH`. Absent for one that is a shim of
    containerd."""
    runtime_args: Annotated[list[str] | None, Field(alias="runtimeArgs")] = None
    """Arguments that the program always gets; null or absent for none."""
    status: dict[str, str] | None = None
    """What the runtime tells about itself, by name. `org.opencontainers.runtime-spec.features` is its list of features
    in JSON. Since API 1.44."""
