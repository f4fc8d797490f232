# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""Operations as values: secrets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import encode
from ..operation import Framing, Operation, Timing

if TYPE_CHECKING:
    import builtins

    from .. import models, shapes


def create(
    body: models.SecretSpec | shapes.SecretSpecParam | shapes.SecretSpec,
) -> Operation[models.SecretCreateResponse, shapes.SecretCreateResponse]:
    """Store a secret in the swarm, for the tasks of its services, and give its id.

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

    It is an error while a service uses it. Managers only.

    Args:
        id: Id or name of the secret, or the beginning of its id if no other begins so.

    Engine operation SecretDelete: ``DELETE /secrets/{id}``.
    """
    return Operation(
        name="SecretDelete",
        method="DELETE",
        path=encode.path("/secrets/{}", id),
        framing=Framing.EMPTY,
        timing=Timing.UNARY,
    )


def inspect(id: str) -> Operation[models.Secret, shapes.Secret]:
    """Give what the swarm tells of a secret, which is all but its content.

    Managers only.

    Args:
        id: Id or name of the secret, or the beginning of its id if no other begins so.

    Engine operation SecretInspect: ``GET /secrets/{id}``.
    """
    return Operation(
        name="SecretInspect",
        method="GET",
        path=encode.path("/secrets/{}", id),
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
        filters: Which secrets to give, as lists of values by filter - `id`, `label`, `name` or `names`. Ids and
            names match by their beginning, those in `names` as a whole. Another name is an error.

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
    """Change the labels of a secret; all else of it is fixed.

    Managers only.

    Since API 1.26.

    Args:
        id: Id or name of the secret, or the beginning of its id if no other begins so.
        version: The `Index` of the secret's `Version` as last read. The update fails if the secret has changed
            since.
        body: The name that the secret has, and all its labels. Other content than it has is an error; none is
            needed.

    Engine operation SecretUpdate: ``POST /secrets/{id}/update``.
    """
    return Operation(
        name="SecretUpdate",
        method="POST",
        path=encode.path("/secrets/{}/update", id),
        query=encode.query(("version", version)),
        body=body,
        content_type="application/json",
        framing=Framing.EMPTY,
        timing=Timing.UNARY,
    )
