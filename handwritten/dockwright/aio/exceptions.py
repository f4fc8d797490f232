"""The errors, where aiodocker's programs look for them; ``dockwright.errors`` has all of them."""

from ..errors import (
    DockerContainerError,
    DockerContextError,
    DockerContextInvalidError,
    DockerContextTLSError,
    DockerError,
    DockerStreamError,
)

__all__ = [
    "DockerContainerError",
    "DockerContextError",
    "DockerContextInvalidError",
    "DockerContextTLSError",
    "DockerError",
    "DockerStreamError",
]
