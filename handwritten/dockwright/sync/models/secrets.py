"""Secrets of a swarm."""

from ..secrets import Secret, SecretCollection

__all__ = ["Secret", "SecretCollection"]
