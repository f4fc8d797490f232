# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""Every operation as a blocking method: execs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dockwright_api import operations

if TYPE_CHECKING:
    from dockwright_api import models, shapes

    from ..sender import Duplex, Send


class Execs:
    """The operations of ``docker.api.execs``."""

    def __init__(self, send: Send) -> None:
        self._send = send

    def create(self, id: str, body: models.ExecCreateRequest | shapes.ExecCreateRequest) -> models.IDResponse:
        """Create an exec, a further process to run in a running container.

        It does not run until it is started.

        Args:
            id: Id or name of the container, or a unique prefix of its id. It must run and must not be paused.
            body: What to run, and which of its streams to connect.

        Engine operation ContainerExec: ``POST /containers/{id}/exec``.
        """
        return self._send(operations.execs.create(id, body))

    def inspect(self, id: str) -> models.ExecInspectResponse:
        """Tell whether an exec runs, and how it ended.

        The engine forgets execs some minutes after their end.

        Args:
            id: Id of the exec.

        Engine operation ExecInspect: ``GET /exec/{id}/json``.
        """
        return self._send(operations.execs.inspect(id))

    def resize(self, id: str, h: int, w: int) -> None:
        """Set the size of the terminal of a running exec that was created with one.

        Args:
            id: Id of the exec.
            h: Height in rows.
            w: Width in columns.

        Engine operation ExecResize: ``POST /exec/{id}/resize``.
        """
        return self._send(operations.execs.resize(id, h, w))

    def start(self, id: str, body: models.ExecStartRequest | shapes.ExecStartRequest | None = None) -> Duplex:
        """Run an exec, and connect to its streams unless it is detached.

        Each can be started only once.

        Args:
            id: Id of the exec.
            body: Whether to connect to the process, and its terminal.

        Engine operation ExecStart: ``POST /exec/{id}/start``.
        """
        return self._send(operations.execs.start(id, body))
