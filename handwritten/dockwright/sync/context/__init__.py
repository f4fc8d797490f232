"""The contexts of the docker command, under docker-py's names: ``docker.ContextAPI``, ``docker.Context``."""

from .api import ContextAPI
from .context import Context

__all__ = ["Context", "ContextAPI"]
