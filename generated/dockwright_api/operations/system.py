# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""Operations as values: system."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockwright_api import encode

from ..operation import Framing, JSONStream, Operation, Timing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from dockwright_api import models, shapes


def auth(
    body: models.AuthConfig | shapes.AuthConfig,
) -> Operation[models.AuthResponse | None, shapes.AuthResponse | None]:
    """Check credentials with a registry, Docker Hub unless they name another.

    Wrong ones are an error.

    Args:
        body: The credentials, and the registry to check them with.

    Engine operation SystemAuth: ``POST /auth``.
    """
    return Operation(
        name="SystemAuth",
        method="POST",
        path="/auth",
        body=body,
        content_type="application/json",
        reply="AuthResponse | None",
        framing=Framing.JSON,
        timing=Timing.WAIT,
    )


def data_usage(
    *,
    type: Sequence[Literal["container", "image", "volume", "build-cache"] | str] | None = None,
    verbose: bool | None = None,
) -> Operation[models.SystemDataUsageResponse, shapes.SystemDataUsageResponse]:
    """Work out how much disk space images, containers, volumes and the build cache take.

    This takes the engine time.

    Args:
        type: Kinds to work out; all by default. Other values are an error. Since API 1.42.
        verbose: Give `Items` of every kind if true, only counts and sums if false. If left out, the items come beside the sums, in `Images`, `Containers`, `Volumes` and `BuildCache`. Since API 1.52.

    Engine operation SystemDataUsage: ``GET /system/df``.
    """
    return Operation(
        name="SystemDataUsage",
        method="GET",
        path="/system/df",
        query=encode.query(("type", type), ("verbose", verbose)),
        reply="SystemDataUsageResponse",
        framing=Framing.JSON,
        timing=Timing.WAIT,
    )


def events(
    *, since: str | None = None, until: str | None = None, filters: encode.Filters | None = None
) -> JSONStream[models.EventMessage, shapes.EventMessage]:
    """Follow what happens on the engine, one document for each event.

    Without arguments only new events are given, and without `until` there is no end.

    Args:
        since: Begin with events from this time on, in seconds since 1970, with a fraction if need be. The engine keeps only the last 256.
        until: End at this time, in seconds since 1970, with a fraction if need be. A time in the past gives only events that the engine still has; one before `since` is an error.
        filters: Which events to give, as lists of values by filter: `config`, `container`, `daemon`, `event`, `image`, `label`, `network`, `node`, `plugin`, `scope`, `secret`, `service`, `type` or `volume`. An unknown filter has no effect.

    Engine operation SystemEvents: ``GET /events``.
    """
    return JSONStream(
        name="SystemEvents",
        method="GET",
        path="/events",
        query=encode.query(("since", since), ("until", until), ("filters", encode.filters(filters))),
        reply="EventMessage",
        framing=Framing.JSON_STREAM,
        timing=Timing.STREAM,
    )


def info() -> Operation[models.SystemInfo, shapes.SystemInfo]:
    """Give facts about the engine and its host, and warnings about both.

    Engine operation SystemInfo: ``GET /info``.
    """
    return Operation(
        name="SystemInfo",
        method="GET",
        path="/info",
        reply="SystemInfo",
        framing=Framing.JSON,
        timing=Timing.UNARY,
    )


def ping() -> Operation[str, str]:
    """Ask whether the engine answers; it says `OK`.

    The headers of the reply tell its API version, its default builder and its state in a swarm.

    Engine operation SystemPing: ``GET /_ping``.
    """
    return Operation(
        name="SystemPing",
        method="GET",
        path="/_ping",
        reply="str",
        framing=Framing.TEXT,
        timing=Timing.UNARY,
    )


def ping_head() -> Operation[None, None]:
    """Ask whether the engine answers, for the headers of the reply only.

    They tell its API version, its default builder and its state in a swarm.

    Since API 1.40.

    Engine operation SystemPingHead: ``HEAD /_ping``.
    """
    return Operation(
        name="SystemPingHead",
        method="HEAD",
        path="/_ping",
        framing=Framing.EMPTY,
        timing=Timing.UNARY,
    )


def version() -> Operation[models.SystemVersion, shapes.SystemVersion]:
    """Give the versions of the engine, of its API and of the programs that it works with.

    Engine operation SystemVersion: ``GET /version``.
    """
    return Operation(
        name="SystemVersion",
        method="GET",
        path="/version",
        reply="SystemVersion",
        framing=Framing.JSON,
        timing=Timing.UNARY,
    )
