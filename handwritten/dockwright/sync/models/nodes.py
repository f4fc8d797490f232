"""Nodes of a swarm."""

from ..nodes import Node, NodeCollection

__all__ = ["Node", "NodeCollection"]
