# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""Operations as values: services."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockwright_api import encode

from ..operation import Framing, LogStream, Operation, Timing

if TYPE_CHECKING:
    import builtins
    from typing import Literal

    from dockwright_api import models, shapes


def create(
    body: models.ServiceSpec | shapes.ServiceSpecParam | shapes.ServiceSpec,
    *,
    registry_auth: models.AuthConfig | shapes.AuthConfig | str | None = None,
) -> Operation[models.ServiceCreateResponse, shapes.ServiceCreateResponse]:
    """Create a service, whose tasks the swarm then starts in the background.

    The engine does not resolve the name of the image; each node pulls the image for itself. Managers only.

    Args:
        body: What the tasks run, how many there are, and how they are reached and replaced.
        registry_auth: Credentials for the registry of the image. The swarm keeps them with the service, and its nodes pull the image with them.

    Engine operation ServiceCreate: ``POST /services/create``.
    """
    return Operation(
        name="ServiceCreate",
        method="POST",
        path="/services/create",
        headers=encode.headers(("X-Registry-Auth", encode.base64_json(registry_auth))),
        body=body,
        content_type="application/json",
        reply="ServiceCreateResponse",
        framing=Framing.JSON,
        timing=Timing.UNARY,
    )


def delete(id: str) -> Operation[None, None]:
    """Remove a service.

    Its tasks are stopped and removed after that, in the background. Managers only.

    Args:
        id: Id or name of the service, or a unique prefix of its id.

    Engine operation ServiceDelete: ``DELETE /services/{id}``.
    """
    return Operation(
        name="ServiceDelete",
        method="DELETE",
        path=encode.path("/services/{id}", id=id),
        framing=Framing.EMPTY,
        timing=Timing.UNARY,
    )


def inspect(id: str, *, insert_defaults: bool | None = None) -> Operation[models.Service, shapes.Service]:
    """Give the settings and the state of a service.

    Managers only.

    Args:
        id: Id or name of the service, or a unique prefix of its id.
        insert_defaults: Fill in the swarm's defaults where the settings leave something open. Since API 1.29.

    Engine operation ServiceInspect: ``GET /services/{id}``.
    """
    return Operation(
        name="ServiceInspect",
        method="GET",
        path=encode.path("/services/{id}", id=id),
        query=encode.query(("insertDefaults", insert_defaults)),
        reply="Service",
        framing=Framing.JSON,
        timing=Timing.UNARY,
    )


def list(
    *, filters: encode.Filters | None = None, status: bool | None = None
) -> Operation[builtins.list[models.Service], builtins.list[shapes.Service]]:
    """List the services of the swarm.

    Managers only.

    Args:
        filters: Which services to give, as lists of values by filter: `id`, `label`, `mode`, `name` or `runtime`. Ids and names match by prefix; services of plugins are only given with the runtime `plugin`. An unknown filter is an error.
        status: Count the tasks of each service, for `ServiceStatus`. Since API 1.41.

    Engine operation ServiceList: ``GET /services``.
    """
    return Operation(
        name="ServiceList",
        method="GET",
        path="/services",
        query=encode.query(("filters", encode.filters(filters)), ("status", status)),
        reply="list[Service]",
        framing=Framing.JSON,
        timing=Timing.UNARY,
    )


def logs(
    id: str,
    *,
    details: bool | None = None,
    follow: bool | None = None,
    stdout: bool | None = None,
    stderr: bool | None = None,
    since: float | None = None,
    timestamps: bool | None = None,
    tail: str | None = None,
) -> LogStream:
    """Read what the tasks of a service wrote to their output.

    It works with log drivers that can be read (`json-file`, `local` and `journald`), and with others while the
    node's engine keeps a copy. Managers only.

    Args:
        id: Id or name of the service, or a unique prefix of its id.
        details: Put before every line, as `key=value` pairs, the ids of node, service and task, and the labels and variables that the log driver was told to keep.
        follow: Go on with new output, that of new tasks included, until the caller stops reading.
        stdout: Give standard output. At least one of `stdout` and `stderr` is needed.
        stderr: Give standard error. At least one of `stdout` and `stderr` is needed.
        since: Give only lines logged at this time or later, in seconds since 1970, with a fraction if need be; 0 for all.
        timestamps: Put the time before every line, in RFC 3339 with nanoseconds.
        tail: How many lines to give from the end of each task's log, as a number, or `all`. Anything else, a negative number too, is an error.

    Engine operation ServiceLogs: ``GET /services/{id}/logs``.
    """
    return LogStream(
        name="ServiceLogs",
        method="GET",
        path=encode.path("/services/{id}/logs", id=id),
        query=encode.query(
            ("details", details),
            ("follow", follow),
            ("stdout", stdout),
            ("stderr", stderr),
            ("since", since),
            ("timestamps", timestamps),
            ("tail", tail),
        ),
        framing=Framing.MULTIPLEXED,
        timing=Timing.STREAM,
    )


def update(
    id: str,
    version: int,
    body: models.ServiceSpec | shapes.ServiceSpecParam | shapes.ServiceSpec,
    *,
    registry_auth_from: Literal["spec", "previous-spec"] | str | None = None,
    rollback: str | None = None,
    registry_auth: models.AuthConfig | shapes.AuthConfig | str | None = None,
) -> Operation[models.ServiceUpdateResponse, shapes.ServiceUpdateResponse]:
    """Give a service new settings, or put back those it had before.

    The swarm replaces tasks that differ in the background, as the settings for updates or rollbacks say.
    Managers only.

    Args:
        id: Id or name of the service, or a unique prefix of its id.
        version: The `Index` of the service's `Version` as last read. The update fails if the service has changed since.
        body: All settings of the service; what is left out is not kept. The name and the kind of mode must be those that the service has.
        registry_auth_from: Which credentials to keep if there are no new ones: those of the service as it is (`spec`), or those it had before its last update (`previous-spec`).
        rollback: With `previous` the service gets back the settings before its last update, and the body is only checked; an error if there are none. Empty or `none`, the default, for an ordinary update. Since API 1.28.
        registry_auth: New credentials for the registry of the image. The swarm keeps them with the service, and its nodes pull the image with them.

    Engine operation ServiceUpdate: ``POST /services/{id}/update``.
    """
    return Operation(
        name="ServiceUpdate",
        method="POST",
        path=encode.path("/services/{id}/update", id=id),
        query=encode.query(("version", version), ("registryAuthFrom", registry_auth_from), ("rollback", rollback)),
        headers=encode.headers(("X-Registry-Auth", encode.base64_json(registry_auth))),
        body=body,
        content_type="application/json",
        reply="ServiceUpdateResponse",
        framing=Framing.JSON,
        timing=Timing.UNARY,
    )
