# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""Every operation as a blocking method: distribution."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockwright_api import operations

if TYPE_CHECKING:
    from dockwright_api import models, shapes

    from ..sender import Send


class Distribution:
    """The operations of ``docker.api.distribution``."""

    def __init__(self, send: Send) -> None:
        self._send = send

    def inspect(
        self, name: str, *, registry_auth: models.AuthConfig | shapes.AuthConfig | str | None = None
    ) -> models.DistributionInspect:
        """Ask a registry for the digest and the platforms of an image, without pulling it.

        Since API 1.30.

        Args:
            name: Name of the image with its registry, and a tag or a digest; `latest` without either. An image id is an error.
            registry_auth: Credentials for the registry. What cannot be decoded counts as none.

        Engine operation DistributionInspect: ``GET /distribution/{name}/json``.
        """
        return self._send(operations.distribution.inspect(name, registry_auth=registry_auth))
