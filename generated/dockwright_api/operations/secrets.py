# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""Operations as values: secrets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockwright_api import encode

from ..operation import Framing, Operation, Timing

if TYPE_CHECKING:
    import builtins

    from dockwright_api import models, shapes


def create(
    body: models.SecretSpec | shapes.SecretSpecParam | shapes.SecretSpec,
) -> Operation[models.SecretCreateResponse, shapes.SecretCreateResponse]:
    """Store a secret in the swarm for the tasks of its services, and give its id.

    Managers only.

    Args:
        body: Name and content of the secret.

    Engine operation SecretCreate: ``POST /secrets/create``.
    """
    return Operation(
        name="SecretCreate",
        method="POST",
        path="/secrets/create",
        body=body,
        content_type="application/json",
        reply="SecretCreateResponse",
        framing=Framing.JSON,
        timing=Timing.UNARY,
    )


def delete(id: str) -> Operation[None, None]:
    """Remove a secret.

    One that a service uses cannot be removed. Managers only.

    Args:
        id: Id or name of the secret, or a unique prefix of its id.

    Engine operation SecretDelete: ``DELETE /secrets/{id}``.
    """
    return Operation(
        name="SecretDelete",
        method="DELETE",
        path=encode.path("/secrets/{id}", id=id),
        framing=Framing.EMPTY,
        timing=Timing.UNARY,
    )


def inspect(id: str) -> Operation[models.Secret, shapes.Secret]:
    """Give a secret without its content, which the swarm never gives back.

    Managers only.

    Args:
        id: Id or name of the secret, or a unique prefix of its id.

    Engine operation SecretInspect: ``GET /secrets/{id}``.
    """
    return Operation(
        name="SecretInspect",
        method="GET",
        path=encode.path("/secrets/{id}", id=id),
        reply="Secret",
        framing=Framing.JSON,
        timing=Timing.UNARY,
    )


def list(
    *, filters: encode.Filters | None = None
) -> Operation[builtins.list[models.Secret], builtins.list[shapes.Secret]]:
    """List the secrets of the swarm, without their content.

    Managers only.

    Args:
        filters: Which secrets to give, as lists of values by filter: `id`, `label`, `name` or `names`. Ids and names match by prefix, those in `names` as a whole. An unknown filter is an error.

    Engine operation SecretList: ``GET /secrets``.
    """
    return Operation(
        name="SecretList",
        method="GET",
        path="/secrets",
        query=encode.query(("filters", encode.filters(filters))),
        reply="list[Secret]",
        framing=Framing.JSON,
        timing=Timing.UNARY,
    )


def update(
    id: str, version: int, body: models.SecretSpec | shapes.SecretSpecParam | shapes.SecretSpec
) -> Operation[None, None]:
    """Change the labels of a secret; everything else is fixed.

    Managers only.

    Since API 1.26.

    Args:
        id: Id or name of the secret, or a unique prefix of its id.
        version: The `Index` of the secret's `Version` as last read. The update fails if the secret has changed since.
        body: The present name of the secret and all its labels. `Data` may be left out; if given, it must be the present content.

    Engine operation SecretUpdate: ``POST /secrets/{id}/update``.
    """
    return Operation(
        name="SecretUpdate",
        method="POST",
        path=encode.path("/secrets/{id}/update", id=id),
        query=encode.query(("version", version)),
        body=body,
        content_type="application/json",
        framing=Framing.EMPTY,
        timing=Timing.UNARY,
    )
