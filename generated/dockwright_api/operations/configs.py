# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""Operations as values: configs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockwright_api import encode

from ..operation import Framing, Operation, Timing

if TYPE_CHECKING:
    import builtins

    from dockwright_api import models, shapes


def create(
    body: models.ConfigSpec | shapes.ConfigSpecParam | shapes.ConfigSpec,
) -> Operation[models.ConfigCreateResponse, shapes.ConfigCreateResponse]:
    """Store a config in the swarm for the tasks of its services, and give its id.

    Managers only.

    Since API 1.30.

    Args:
        body: Name and content of the config.

    Engine operation ConfigCreate: ``POST /configs/create``.
    """
    return Operation(
        name="ConfigCreate",
        method="POST",
        path="/configs/create",
        body=body,
        content_type="application/json",
        reply="ConfigCreateResponse",
        framing=Framing.JSON,
        timing=Timing.UNARY,
    )


def delete(id: str) -> Operation[None, None]:
    """Remove a config.

    One that a service uses cannot be removed. Managers only.

    Since API 1.30.

    Args:
        id: Id or name of the config, or a unique prefix of its id.

    Engine operation ConfigDelete: ``DELETE /configs/{id}``.
    """
    return Operation(
        name="ConfigDelete",
        method="DELETE",
        path=encode.path("/configs/{id}", id=id),
        framing=Framing.EMPTY,
        timing=Timing.UNARY,
    )


def inspect(id: str) -> Operation[models.Config, shapes.Config]:
    """Give a config with its content.

    Managers only.

    Since API 1.30.

    Args:
        id: Id or name of the config, or a unique prefix of its id.

    Engine operation ConfigInspect: ``GET /configs/{id}``.
    """
    return Operation(
        name="ConfigInspect",
        method="GET",
        path=encode.path("/configs/{id}", id=id),
        reply="Config",
        framing=Framing.JSON,
        timing=Timing.UNARY,
    )


def list(
    *, filters: encode.Filters | None = None
) -> Operation[builtins.list[models.Config], builtins.list[shapes.Config]]:
    """List the configs of the swarm.

    Managers only.

    Since API 1.30.

    Args:
        filters: Which configs to give, as lists of values by filter: `id`, `label` or `name`. Ids and names match by prefix. An unknown filter is an error.

    Engine operation ConfigList: ``GET /configs``.
    """
    return Operation(
        name="ConfigList",
        method="GET",
        path="/configs",
        query=encode.query(("filters", encode.filters(filters))),
        reply="list[Config]",
        framing=Framing.JSON,
        timing=Timing.UNARY,
    )


def update(
    id: str, version: int, body: models.ConfigSpec | shapes.ConfigSpecParam | shapes.ConfigSpec
) -> Operation[None, None]:
    """Change the labels of a config; everything else is fixed.

    Managers only.

    Since API 1.30.

    Args:
        id: Id or name of the config, or a unique prefix of its id.
        version: The `Index` of the config's `Version` as last read. The update fails if the config has changed since.
        body: The present name of the config and all its labels. `Data` may be left out; if given, it must be the present content.

    Engine operation ConfigUpdate: ``POST /configs/{id}/update``.
    """
    return Operation(
        name="ConfigUpdate",
        method="POST",
        path=encode.path("/configs/{id}/update", id=id),
        query=encode.query(("version", version)),
        body=body,
        content_type="application/json",
        framing=Framing.EMPTY,
        timing=Timing.UNARY,
    )
