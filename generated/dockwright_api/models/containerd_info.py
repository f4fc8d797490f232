# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ContainerdInfo``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .containerd_info_namespaces import ContainerdInfoNamespaces


class ContainerdInfo(Model):
    """How an engine reaches containerd. Since API 1.46."""

    address: Annotated[str | None, Field(alias="Address")] = None
    """Path of the socket of containerd. Since API 1.46."""
    namespaces: Annotated[ContainerdInfoNamespaces | None, Field(alias="Namespaces")] = None
    """Where in containerd the engine keeps its things. Since API 1.46."""
