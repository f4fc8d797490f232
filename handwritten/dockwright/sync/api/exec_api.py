"""Commands in containers, by docker-py's low-level names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal, overload

from dockwright_api import operations
from dockwright_api.operation import Framing

from ...errors import InvalidArgument
from ...options.processes import exec_config
from ..output import in_form
from ..sockets import AttachedSocket
from .calls import Calls, resource_id

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dockwright_api import shapes

    from ..output import Pair, ProcessOutput


class ExecCalls(Calls):
    """Commands in containers, in two steps: create, start. ``exec_run`` of a container does both, and more."""

    def exec_create(
        self,
        container: object,
        cmd: str | Sequence[str],
        stdout: bool = True,
        stderr: bool = True,
        stdin: bool = False,
        tty: bool = False,
        privileged: bool = False,
        user: str = "",
        environment: Mapping[str, str | None] | Sequence[str] | None = None,
        workdir: str | None = None,
        detach_keys: str | None = None,
    ) -> shapes.IDResponse:
        """Prepare a command and give the id of it. ``POST /containers/{id}/exec``."""
        config = exec_config(
            cmd,
            stdout=stdout,
            stderr=stderr,
            stdin=stdin,
            tty=tty,
            privileged=privileged,
            user=user,
            environment=environment,
            workdir=workdir,
            detach_keys=detach_keys,
        )
        return self._fetch(operations.execs.create(resource_id("container", container), config))

    def exec_inspect(self, exec_id: object) -> shapes.ExecInspectResponse:
        """Tell whether a command runs, and how it ended. ``GET /exec/{id}/json``."""
        return self._fetch(operations.execs.inspect(resource_id("exec_id", exec_id)))

    def exec_resize(self, exec_id: object, height: int | None = None, width: int | None = None) -> None:
        """Set the size of a command's terminal in lines and columns. ``POST /exec/{id}/resize``."""
        if height is None or width is None:
            raise InvalidArgument("height and width are needed: a terminal has both")
        self._fetch(operations.execs.resize(resource_id("exec_id", exec_id), h=height, w=width))

    @overload
    def exec_start(self, exec_id: object, detach: Literal[True], tty: bool = ...) -> bytes: ...
    @overload
    def exec_start(
        self,
        exec_id: object,
        detach: Literal[False] = False,
        tty: bool = ...,
        stream: Literal[False] = False,
        socket: Literal[False] = False,
        demux: Literal[False] = False,
    ) -> bytes: ...
    @overload
    def exec_start(self, exec_id: object, *, tty: bool = ..., demux: Literal[True]) -> Pair: ...
    @overload
    def exec_start(self, exec_id: object, *, tty: bool = ..., stream: Literal[True]) -> ProcessOutput[bytes]: ...
    @overload
    def exec_start(
        self, exec_id: object, *, tty: bool = ..., stream: Literal[True], demux: Literal[True]
    ) -> ProcessOutput[Pair]: ...
    @overload
    def exec_start(self, exec_id: object, *, tty: bool = ..., socket: Literal[True]) -> AttachedSocket: ...

    def exec_start(
        self,
        exec_id: object,
        detach: bool = False,
        tty: bool = False,
        stream: bool = False,
        socket: bool = False,
        demux: bool = False,
    ) -> Any:
        """Start a prepared command. ``POST /exec/{id}/start``.

        Gives its output as bytes; with ``demux`` the pair of standard output and standard error, None for what is
        empty; with ``stream`` an iterator of the same, which can be closed; with ``socket`` what can be read and
        written as a socket; with ``detach`` nothing.
        """
        identifier = resource_id("exec_id", exec_id)
        operation = operations.execs.start(identifier, {"Detach": detach, "Tty": tty})
        if detach:
            # Detached, the engine answers and is done; there is nothing to switch to.
            self._engine.fetch(replace(operation, framing=Framing.EMPTY))
            return b""
        attached = self._engine.upgrade(operation, tty=tty).open()
        return AttachedSocket(attached, identifier) if socket else in_form(attached, stream=stream, demux=demux)
