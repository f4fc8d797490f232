"""Services of a swarm."""

from ..services import Service, ServiceCollection

__all__ = ["Service", "ServiceCollection"]
