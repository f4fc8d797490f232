"""Commands run inside containers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, overload

from dockwright_api import operations
from dockwright_api.operation import Framing
from dockwright_api.unset import UNSET

from ..options.processes import console_size_option
from .stream import Stream

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from dockwright_api import models, shapes

    from ..policy.timeouts import TimeoutOption
    from .docker import Docker

__all__ = ["Exec", "Stream"]


class Exec:
    """A command that was created in a container; it runs once it is started.

    ``tty`` says whether it has a terminal; None finds it out when that matters.
    """

    def __init__(self, docker: Docker, id: str, tty: bool | None = None) -> None:
        self.docker = docker
        self._id = id
        self._tty = tty

    @property
    def id(self) -> str:
        """The id that the engine gave the command."""
        return self._id

    async def inspect(self) -> shapes.ExecInspectResponse:
        """Ask for the state of the command: whether it runs, and its exit code. ``GET /exec/{id}/json``."""
        state = await self.docker.engine.fetch(operations.execs.inspect(self._id))
        process = state.get("ProcessConfig")
        if process:
            self._tty = bool(process.get("tty"))
        return state

    async def state(self) -> models.ExecInspectResponse:
        """Give the same as :meth:`inspect`, as a model."""
        return await self.docker.engine.send(operations.execs.inspect(self._id))

    async def resize(self, *, h: int | None = None, w: int | None = None) -> None:
        """Set the size of the terminal in lines and columns; nothing given, nothing done.

        ``POST /exec/{id}/resize``.
        """
        if h is None and w is None:
            return
        if h is None or w is None:
            raise ValueError("resize needs both h (lines) and w (columns)")
        await self.docker.engine.fetch(operations.execs.resize(self._id, h=h, w=w))

    @overload
    def start(
        self,
        *,
        timeout: TimeoutOption = ...,
        detach: Literal[False] = False,
        console_size: tuple[int, int] | None = ...,
    ) -> Stream: ...
    @overload
    def start(self, *, timeout: TimeoutOption = ..., detach: Literal[True]) -> Awaitable[bytes]: ...

    def start(
        self,
        *,
        timeout: TimeoutOption = UNSET,
        detach: bool = False,
        console_size: tuple[int, int] | None = None,
    ) -> Stream | Awaitable[bytes]:
        """Start the command. ``POST /exec/{id}/start``.

        Gives its input and output as a :class:`Stream`, which starts the command when it is first used; with
        ``detach``, an awaitable that starts it and gives no output. ``console_size`` is the first size of the terminal,
        in lines and columns (since API 1.42).
        """
        if detach:
            return self._detach(timeout)
        body: shapes.ExecStartRequest = {"Detach": False, "Tty": bool(self._tty)}
        if console_size is not None:
            body["ConsoleSize"] = console_size_option(console_size, tty=self._tty is not False)
        return self.docker.engine.upgrade(operations.execs.start(self._id, body), timeout=timeout, tty=self._tty)

    async def _detach(self, timeout: TimeoutOption) -> bytes:
        body: shapes.ExecStartRequest = {"Detach": True, "Tty": bool(self._tty)}
        # Detached, the engine answers and is done; there is nothing to switch to.
        operation = replace(operations.execs.start(self._id, body), framing=Framing.EMPTY)
        await self.docker.engine.fetch(operation, timeout=timeout)
        return b""

    def __repr__(self) -> str:
        return f"<Exec {self._id[:12]}>"
