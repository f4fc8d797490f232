"""What all objects of an engine have in common."""

from ..resources import Collection, Model

__all__ = ["Model", "Collection"]
