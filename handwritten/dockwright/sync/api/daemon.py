"""The engine itself, by docker-py's low-level names; all as the methods of :class:`DockerClient`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, overload

from .calls import Calls

if TYPE_CHECKING:
    from dockwright_api import shapes
    from dockwright_api.encode import Filters

    from ...options.moments import Moment
    from ..streams import ReplyStream


class DaemonCalls(Calls):
    """The engine."""

    def df(self) -> shapes.SystemDataUsageResponse:
        """Tell what images, containers, volumes and build caches take on disk. ``GET /system/df``."""
        return self._client.df()

    @overload
    def events(
        self,
        since: Moment | str | None = ...,
        until: Moment | str | None = ...,
        filters: Filters | str | None = ...,
        decode: Literal[False] | None = None,
    ) -> ReplyStream[bytes]: ...
    @overload
    def events(
        self,
        since: Moment | str | None = ...,
        until: Moment | str | None = ...,
        filters: Filters | str | None = ...,
        *,
        decode: Literal[True],
    ) -> ReplyStream[shapes.EventMessage]: ...

    def events(
        self,
        since: Moment | str | None = None,
        until: Moment | str | None = None,
        filters: Filters | str | None = None,
        decode: bool | None = None,
    ) -> Any:
        """Follow what happens on the engine, as bytes, or with ``decode`` as documents. ``GET /events``."""
        events: Any = self._client.events
        return events(since=since, until=until, filters=filters, decode=decode)

    def info(self) -> shapes.SystemInfo:
        """Describe the engine and its host. ``GET /info``."""
        return self._client.info()

    def login(
        self,
        username: str,
        password: str | None = None,
        email: str | None = None,
        registry: str | None = None,
        reauth: bool = False,
        dockercfg_path: str | None = None,
    ) -> dict[str, Any]:
        """Check credentials with a registry, and keep them; as :meth:`DockerClient.login`."""
        return self._client.login(username, password, email, registry, reauth, dockercfg_path)

    def ping(self) -> bool:
        """Say whether the engine answers as one. ``GET /_ping``."""
        return self._client.ping()

    def version(self, api_version: bool = True) -> shapes.SystemVersion:
        """Ask for the engine's versions. ``GET /version``."""
        return self._client.version(api_version)
