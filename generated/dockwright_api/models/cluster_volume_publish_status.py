# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ClusterVolumePublishStatus``."""

from typing import Annotated, Literal

from pydantic import Field

from ..base import Model


class ClusterVolumePublishStatus(Model):
    """State of a cluster volume on one node. Since API 1.42."""

    node_id: Annotated[str | None, Field(alias="NodeID")] = None
    """Id of the node. Since API 1.42."""
    state: Annotated[
        Literal["pending-publish", "published", "pending-node-unpublish", "pending-controller-unpublish"] | str | None,
        Field(alias="State"),
    ] = None
    """How far the volume is: on its way to the node (`pending-publish`), available there (`published`), to be given up
    by the node (`pending-node-unpublish`), or to be taken from it (`pending-controller-unpublish`). Since API 1.42."""
    publish_context: Annotated[dict[str, str] | None, Field(alias="PublishContext")] = None
    """Values that the CSI plugin gave when it published the volume. Since API 1.42."""
