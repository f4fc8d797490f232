# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ContainerdInfoNamespaces``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class ContainerdInfoNamespaces(Model):
    """Namespaces of containerd that an engine uses. Since API 1.46."""

    containers: Annotated[str | None, Field(alias="Containers")] = None
    """Namespace for containers. Since API 1.46."""
    plugins: Annotated[str | None, Field(alias="Plugins")] = None
    """Namespace for plugins that the engine runs. Since API 1.46."""
