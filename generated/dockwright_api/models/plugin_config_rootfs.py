# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``PluginConfigRootfs``."""

from ..base import Model


class PluginConfigRootfs(Model):
    """Layers of the file system of a plugin."""

    type: str | None = None
    """Always `layers`."""
    diff_ids: list[str] | None = None
    """Digests of the layers."""
