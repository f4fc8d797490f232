"""The engine itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockwright_api import operations

if TYPE_CHECKING:
    from dockwright_api import shapes

    from .docker import Docker


class DockerSystem:
    """Facts about the engine; ``docker.system``."""

    def __init__(self, docker: Docker) -> None:
        self.docker = docker

    async def info(self) -> shapes.SystemInfo:
        """Describe the engine and its host. ``GET /info``."""
        return await self.docker.engine.fetch(operations.system.info())

    async def version(self) -> shapes.SystemVersion:
        """Ask for the engine's versions. ``GET /version``."""
        return await self.docker.version()

    async def ping(self) -> bool:
        """Say whether the engine answers as one. ``GET /_ping``."""
        return await self.docker.engine.fetch(operations.system.ping()) == "OK"
