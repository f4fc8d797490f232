"""The engine itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from dockwright_api import operations
from dockwright_api.unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dockwright_api import models, shapes
    from dockwright_api.encode import Filters

    from ..options.moments import Moment
    from ..policy.retry import Reconnect
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
        reconnect: Reconnect = False,
    ) -> ReplyStream[models.EventMessage]:
        """Follow what happens on the engine, as models; the same as :meth:`DockerEvents.follow`. ``GET /events``."""
        return self.docker.events.follow(
            since=since, until=until, filters=filters, timeout=timeout, reconnect=reconnect
        )

    async def version(self) -> shapes.SystemVersion:
        """Ask for the engine's versions. ``GET /version``."""
        return await self.docker.version()

    async def ping(self) -> bool:
        """Say whether the engine answers as one. ``GET /_ping``."""
        return await self.docker.engine.fetch(operations.system.ping()) == "OK"

    async def data_usage(
        self,
        *,
        type: Sequence[Literal["container", "image", "volume", "build-cache"] | str] | None = None,
        verbose: bool | None = None,
        timeout: TimeoutOption = UNSET,
    ) -> shapes.SystemDataUsageResponse:
        """Work out how much disk space images, containers, volumes and the build cache take; this takes a while.

        ``GET /system/df``. ``type`` names the kinds to work out, all by default (since API 1.42). ``verbose`` False
        gives only counts and sums (since API 1.52).
        """
        operation = operations.system.data_usage(type=type, verbose=verbose)
        return await self.docker.engine.fetch(operation, timeout=timeout)

    async def auth(self, **credentials: Any) -> dict[str, Any]:
        """Check credentials with a registry and keep them; the same as :meth:`Docker.auth`. ``POST /auth``."""
        return await self.docker.auth(**credentials)
