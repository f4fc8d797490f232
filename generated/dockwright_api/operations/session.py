# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""Operations as values: session."""

from __future__ import annotations

from ..operation import Framing, Timing, Upgrade


def start() -> Upgrade:
    """Open a connection on which BuildKit asks the caller for files, secrets and credentials of builds.

    It becomes HTTP/2 with gRPC services that the caller offers; the request needs the header `Upgrade` with the
    value `h2c`.

    Since API 1.31.

    Engine operation Session: ``POST /session``.
    """
    return Upgrade(
        name="Session",
        method="POST",
        path="/session",
        framing=Framing.HIJACKED,
        timing=Timing.UPGRADE,
    )
