"""Containers."""

from ..container import Container
from ..containers import ContainerCollection
from ..output import ExecResult

__all__ = ["Container", "ContainerCollection", "ExecResult"]
