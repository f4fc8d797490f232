"""Images."""

from ..images import Image, ImageCollection, RegistryData

__all__ = ["Image", "ImageCollection", "RegistryData"]
