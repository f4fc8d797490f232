# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""Operations as values: distribution."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockwright_api import encode

from ..operation import Framing, Operation, Timing

if TYPE_CHECKING:
    from dockwright_api import models, shapes


def inspect(
    name: str, *, registry_auth: models.AuthConfig | shapes.AuthConfig | str | None = None
) -> Operation[models.DistributionInspect, shapes.DistributionInspect]:
    """Ask a registry for the digest and the platforms of an image, without pulling it.

    Since API 1.30.

    Args:
        name: Name of the image with its registry, and a tag or a digest; `latest` without either. An image id is an error.
        registry_auth: Credentials for the registry. What cannot be decoded counts as none.

    Engine operation DistributionInspect: ``GET /distribution/{name}/json``.
    """
    return Operation(
        name="DistributionInspect",
        method="GET",
        path=encode.path("/distribution/{name}/json", name=name),
        headers=encode.headers(("X-Registry-Auth", encode.base64_json(registry_auth))),
        reply="DistributionInspect",
        framing=Framing.JSON,
        timing=Timing.WAIT,
    )
