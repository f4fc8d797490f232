"""Volumes."""

from ..volumes import Volume, VolumeCollection

__all__ = ["Volume", "VolumeCollection"]
