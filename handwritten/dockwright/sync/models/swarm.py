"""The swarm that an engine is part of."""

from ..swarm import Swarm

__all__ = ["Swarm"]
