"""Configs of a swarm."""

from ..configs import Config, ConfigCollection

__all__ = ["Config", "ConfigCollection"]
