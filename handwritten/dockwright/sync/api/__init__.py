"""The low-level client, by docker-py's names: ``docker.APIClient``, which is ``client.api`` of every other client."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .client import APIClient

__all__ = ["APIClient"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from . import client

    return client.APIClient
