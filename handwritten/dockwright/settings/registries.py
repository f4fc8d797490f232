"""Registries by their many names.

Docker Hub goes by several hosts, and by an address with a path in ``config.json``; every other registry by its host.
"""

from ..errors import InvalidType

HUB = "docker.io"
HUB_KEY = "https://index.docker.io/v1/"
"""Docker Hub, as ``docker login`` writes it and as programs for credentials know it."""
_HUB_NAMES = frozenset({HUB, "index.docker.io", "registry-1.docker.io", "registry.hub.docker.com", "hub.docker.com"})


def registry_of(image: str) -> str:
    """Give the host of the registry that an image comes from: ``docker.io`` for Docker Hub."""
    if not isinstance(image, str):
        raise InvalidType(f"the name of an image must be a str, not {type(image).__name__}: {image!r}")
    first, slash, _ = image.partition("/")
    is_host = slash and ("." in first or ":" in first or first == "localhost")
    return canonical(first) if is_host else HUB


def canonical(registry: str) -> str:
    """Give the one name of a registry, from its host, or from an address such as ``https://host/v2/``."""
    host = registry.strip().partition("://")[2] or registry.strip()
    host = host.partition("/")[0].lower()
    return HUB if host in _HUB_NAMES or not host else host


def server_key(registry: str) -> str:
    """Give the key of a registry in ``config.json``, which is also what programs for credentials are asked for."""
    return HUB_KEY if canonical(registry) == HUB else canonical(registry)
