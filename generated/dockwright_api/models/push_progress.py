# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``PushProgress``."""

from .progress_message import ProgressMessage
from .push_result import PushResult


class PushProgress(ProgressMessage):
    """One message in the stream of a push."""

    aux: PushResult | None = None
    """What was pushed, once a tag is done."""
