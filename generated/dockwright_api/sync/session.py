# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""Every operation as a blocking method: session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockwright_api import operations

if TYPE_CHECKING:
    from ..sender import Duplex, Send


class Session:
    """The operations of ``docker.api.session``."""

    def __init__(self, send: Send) -> None:
        self._send = send

    def start(self) -> Duplex:
        """Open a connection on which BuildKit asks the caller for files, secrets and credentials of builds.

        It becomes HTTP/2 with gRPC services that the caller offers; the request needs the header `Upgrade` with the
        value `h2c`.

        Since API 1.31.

        Engine operation Session: ``POST /session``.
        """
        return self._send(operations.session.start())
