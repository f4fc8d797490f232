"""The engine itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockwright_api import operations
from dockwright_api.unset import UNSET

from ..options.events import engine_events

if TYPE_CHECKING:
    from dockwright_api import models, shapes
    from dockwright_api.encode import Filters

    from ..options.moments import Moment
    from ..policy.timeouts import TimeoutOption
    from .docker import Docker
    from .streams import ReplyStream


class DockerSystem:
    """Facts about the engine; ``docker.system``."""

    def __init__(self, docker: Docker) -> None:
        self.docker = docker

    async def info(self) -> shapes.SystemInfo:
        """Describe the engine and its host. ``GET /info``."""
        return await self.docker.engine.fetch(operations.system.info())

    def events(
        self,
        *,
        since: Moment | str | None = None,
        until: Moment | str | None = None,
        filters: Filters | str | None = None,
        timeout: TimeoutOption = UNSET,
    ) -> ReplyStream[models.EventMessage]:
        """Follow what happens on the engine, as models. ``GET /events``.

        ``since`` and ``until`` are a ``datetime`` (local time without a zone), seconds since 1970 or a time as in RFC
        3339; without ``until`` there is no end. ``filters`` is a mapping such as ``{"type": "container"}``. Use it with
        ``async for`` or, to leave it early, ``async with``. Raises ``ConnectionLost`` where the engine goes away.
        """
        return self.docker.engine.models(engine_events(since, until, filters), timeout=timeout)

    async def version(self) -> shapes.SystemVersion:
        """Ask for the engine's versions. ``GET /version``."""
        return await self.docker.version()

    async def ping(self) -> bool:
        """Say whether the engine answers as one. ``GET /_ping``."""
        return await self.docker.engine.fetch(operations.system.ping()) == "OK"
