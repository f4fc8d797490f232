"""Facts of the wire that have a name in aiodocker."""

from typing import Final

__all__ = ["STREAM_HEADER_SIZE_BYTES"]

STREAM_HEADER_SIZE_BYTES: Final = 8
"""The size of what comes before each piece of multiplexed output; ``dockwright.wire.demux`` reads it."""
