"""Plugins."""

from ..plugins import Plugin, PluginCollection

__all__ = ["Plugin", "PluginCollection"]
