# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ContainerNetworkStats``."""

from ..base import Model


class ContainerNetworkStats(Model):
    """Traffic of one network interface of a container."""

    rx_bytes: int
    """Bytes received."""
    rx_packets: int
    """Packets received."""
    rx_errors: int
    """Errors while receiving. 0 on Windows."""
    rx_dropped: int
    """Incoming packets dropped."""
    tx_bytes: int
    """Bytes sent."""
    tx_packets: int
    """Packets sent."""
    tx_errors: int
    """Errors while sending. 0 on Windows."""
    tx_dropped: int
    """Outgoing packets dropped."""
    endpoint_id: str | None = None
    """Id of the endpoint. Windows only."""
    instance_id: str | None = None
    """Id of the instance. Windows only."""
