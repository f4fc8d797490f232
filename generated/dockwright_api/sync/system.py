# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""Every operation as a blocking method: system."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockwright_api import operations

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from dockwright_api import encode, models, shapes

    from ..sender import Send, Stream


class System:
    """The operations of ``docker.api.system``."""

    def __init__(self, send: Send) -> None:
        self._send = send

    def auth(self, body: models.AuthConfig | shapes.AuthConfig) -> models.AuthResponse | None:
        """Check credentials with a registry, Docker Hub unless they name another.

        Wrong ones are an error.

        Args:
            body: The credentials, and the registry to check them with.

        Engine operation SystemAuth: ``POST /auth``.
        """
        return self._send(operations.system.auth(body))

    def data_usage(
        self,
        *,
        type: Sequence[Literal["container", "image", "volume", "build-cache"] | str] | None = None,
        verbose: bool | None = None,
    ) -> models.SystemDataUsageResponse:
        """Work out how much disk space images, containers, volumes and the build cache take.

        This takes the engine time.

        Args:
            type: Kinds to work out; all by default. Other values are an error. Since API 1.42.
            verbose: Give `Items` of every kind if true, only counts and sums if false. If left out, the items come beside the sums, in `Images`, `Containers`, `Volumes` and `BuildCache`. Since API 1.52.

        Engine operation SystemDataUsage: ``GET /system/df``.
        """
        return self._send(operations.system.data_usage(type=type, verbose=verbose))

    def events(
        self, *, since: str | None = None, until: str | None = None, filters: encode.Filters | None = None
    ) -> Stream[models.EventMessage]:
        """Follow what happens on the engine, one document for each event.

        Without arguments only new events are given, and without `until` there is no end.

        Args:
            since: Begin with events from this time on, in seconds since 1970, with a fraction if need be. The engine keeps only the last 256.
            until: End at this time, in seconds since 1970, with a fraction if need be. A time in the past gives only events that the engine still has; one before `since` is an error.
            filters: Which events to give, as lists of values by filter: `config`, `container`, `daemon`, `event`, `image`, `label`, `network`, `node`, `plugin`, `scope`, `secret`, `service`, `type` or `volume`. An unknown filter has no effect.

        Engine operation SystemEvents: ``GET /events``.
        """
        return self._send(operations.system.events(since=since, until=until, filters=filters))

    def info(self) -> models.SystemInfo:
        """Give facts about the engine and its host, and warnings about both.

        Engine operation SystemInfo: ``GET /info``.
        """
        return self._send(operations.system.info())

    def ping(self) -> str:
        """Ask whether the engine answers; it says `OK`.

        The headers of the reply tell its API version, its default builder and its state in a swarm.

        Engine operation SystemPing: ``GET /_ping``.
        """
        return self._send(operations.system.ping())

    def ping_head(self) -> None:
        """Ask whether the engine answers, for the headers of the reply only.

        They tell its API version, its default builder and its state in a swarm.

        Since API 1.40.

        Engine operation SystemPingHead: ``HEAD /_ping``.
        """
        return self._send(operations.system.ping_head())

    def version(self) -> models.SystemVersion:
        """Give the versions of the engine, of its API and of the programs that it works with.

        Engine operation SystemVersion: ``GET /version``.
        """
        return self._send(operations.system.version())
