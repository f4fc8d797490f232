# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""Operations as values: execs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockwright_api import encode

from ..operation import Framing, Operation, Timing, Upgrade

if TYPE_CHECKING:
    from dockwright_api import models, shapes


def create(
    id: str, body: models.ExecCreateRequest | shapes.ExecCreateRequest
) -> Operation[models.IDResponse, shapes.IDResponse]:
    """Create an exec, a further process to run in a running container.

    It does not run until it is started.

    Args:
        id: Id or name of the container, or a unique prefix of its id. It must run and must not be paused.
        body: What to run, and which of its streams to connect.

    Engine operation ContainerExec: ``POST /containers/{id}/exec``.
    """
    return Operation(
        name="ContainerExec",
        method="POST",
        path=encode.path("/containers/{id}/exec", id=id),
        body=body,
        content_type="application/json",
        reply="IDResponse",
        framing=Framing.JSON,
        timing=Timing.UNARY,
    )


def inspect(id: str) -> Operation[models.ExecInspectResponse, shapes.ExecInspectResponse]:
    """Tell whether an exec runs, and how it ended.

    The engine forgets execs some minutes after their end.

    Args:
        id: Id of the exec.

    Engine operation ExecInspect: ``GET /exec/{id}/json``.
    """
    return Operation(
        name="ExecInspect",
        method="GET",
        path=encode.path("/exec/{id}/json", id=id),
        reply="ExecInspectResponse",
        framing=Framing.JSON,
        timing=Timing.UNARY,
    )


def resize(id: str, h: int, w: int) -> Operation[None, None]:
    """Set the size of the terminal of a running exec that was created with one.

    Args:
        id: Id of the exec.
        h: Height in rows.
        w: Width in columns.

    Engine operation ExecResize: ``POST /exec/{id}/resize``.
    """
    return Operation(
        name="ExecResize",
        method="POST",
        path=encode.path("/exec/{id}/resize", id=id),
        query=encode.query(("h", h), ("w", w)),
        framing=Framing.EMPTY,
        timing=Timing.UNARY,
    )


def start(id: str, body: models.ExecStartRequest | shapes.ExecStartRequest | None = None) -> Upgrade:
    """Run an exec, and connect to its streams unless it is detached.

    Each can be started only once.

    Args:
        id: Id of the exec.
        body: Whether to connect to the process, and its terminal.

    Engine operation ExecStart: ``POST /exec/{id}/start``.
    """
    return Upgrade(
        name="ExecStart",
        method="POST",
        path=encode.path("/exec/{id}/start", id=id),
        body=body,
        content_type="application/json",
        framing=Framing.HIJACKED,
        timing=Timing.UPGRADE,
    )
