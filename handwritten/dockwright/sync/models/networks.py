"""Networks."""

from ..networks import Network, NetworkCollection

__all__ = ["Network", "NetworkCollection"]
