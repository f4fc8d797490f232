# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""Every operation as a blocking method: secrets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockwright_api import operations

if TYPE_CHECKING:
    import builtins

    from dockwright_api import encode, models, shapes

    from ..sender import Send


class Secrets:
    """The operations of ``docker.api.secrets``."""

    def __init__(self, send: Send) -> None:
        self._send = send

    def create(
        self, body: models.SecretSpec | shapes.SecretSpecParam | shapes.SecretSpec
    ) -> models.SecretCreateResponse:
        """Store a secret in the swarm for the tasks of its services, and give its id.

        Managers only.

        Args:
            body: Name and content of the secret.

        Engine operation SecretCreate: ``POST /secrets/create``.
        """
        return self._send(operations.secrets.create(body))

    def delete(self, id: str) -> None:
        """Remove a secret.

        One that a service uses cannot be removed. Managers only.

        Args:
            id: Id or name of the secret, or a unique prefix of its id.

        Engine operation SecretDelete: ``DELETE /secrets/{id}``.
        """
        return self._send(operations.secrets.delete(id))

    def inspect(self, id: str) -> models.Secret:
        """Give a secret without its content, which the swarm never gives back.

        Managers only.

        Args:
            id: Id or name of the secret, or a unique prefix of its id.

        Engine operation SecretInspect: ``GET /secrets/{id}``.
        """
        return self._send(operations.secrets.inspect(id))

    def list(self, *, filters: encode.Filters | None = None) -> builtins.list[models.Secret]:
        """List the secrets of the swarm, without their content.

        Managers only.

        Args:
            filters: Which secrets to give, as lists of values by filter: `id`, `label`, `name` or `names`. Ids and names match by prefix, those in `names` as a whole. An unknown filter is an error.

        Engine operation SecretList: ``GET /secrets``.
        """
        return self._send(operations.secrets.list(filters=filters))

    def update(
        self, id: str, version: int, body: models.SecretSpec | shapes.SecretSpecParam | shapes.SecretSpec
    ) -> None:
        """Change the labels of a secret; everything else is fixed.

        Managers only.

        Since API 1.26.

        Args:
            id: Id or name of the secret, or a unique prefix of its id.
            version: The `Index` of the secret's `Version` as last read. The update fails if the secret has changed since.
            body: The present name of the secret and all its labels. `Data` may be left out; if given, it must be the present content.

        Engine operation SecretUpdate: ``POST /secrets/{id}/update``.
        """
        return self._send(operations.secrets.update(id, version, body))
