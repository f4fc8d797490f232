# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``BuildProgress``."""

from .image_id import ImageID
from .progress_message import ProgressMessage


class BuildProgress(ProgressMessage):
    """One message in the stream of a build."""

    aux: ImageID | str | None = None
    """The image that was made or, as text, a message of BuildKit about its progress, in protobuf and base64."""
