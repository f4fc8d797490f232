# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""Every operation as a blocking method: secrets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import operations

if TYPE_CHECKING:
    import builtins

    from .. import encode, models, shapes
    from ..sender import Send


class Secrets:
    """The operations of ``docker.api.secrets``."""

    def __init__(self, send: Send) -> None:
        self._send = send

    def create(
        self, body: models.SecretSpec | shapes.SecretSpecParam | shapes.SecretSpec
    ) -> models.SecretCreateResponse:
        """Store a secret in the swarm, for the tasks of its services, and give its id.

        Managers only.

        Args:
            body: Name and content of the secret.

        Engine operation SecretCreate: ``POST /secrets/create``.
        """
        return self._send(operations.secrets.create(body))

    def delete(self, id: str) -> None:
        """Remove a secret.

        It is an error while a service uses it. Managers only.

        Args:
            id: Id or name of the secret, or the beginning of its id if no other begins so.

        Engine operation SecretDelete: ``DELETE /secrets/{id}``.
        """
        return self._send(operations.secrets.delete(id))

    def inspect(self, id: str) -> models.Secret:
        """Give what the swarm tells of a secret, which is all but its content.

        Managers only.

        Args:
            id: Id or name of the secret, or the beginning of its id if no other begins so.

        Engine operation SecretInspect: ``GET /secrets/{id}``.
        """
        return self._send(operations.secrets.inspect(id))

    def list(self, *, filters: encode.Filters | None = None) -> builtins.list[models.Secret]:
        """List the secrets of the swarm, without their content.

        Managers only.

        Args:
            filters: Which secrets to give, as lists of values by filter - `id`, `label`, `name` or `names`. Ids and
                names match by their beginning, those in `names` as a whole. Another name is an error.

        Engine operation SecretList: ``GET /secrets``.
        """
        return self._send(operations.secrets.list(filters=filters))

    def update(
        self, id: str, version: int, body: models.SecretSpec | shapes.SecretSpecParam | shapes.SecretSpec
    ) -> None:
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
        return self._send(operations.secrets.update(id, version, body))
