"""One container."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, cast, overload

from dockwright_api import operations
from dockwright_api.unset import UNSET

from ..errors import InvalidArgument
from ..flows.terminals import content_type_tells
from ..options.logs import container_logs
from ..options.moments import moment
from .copies import ContainerCopies
from .images import Image
from .processes import ContainerProcesses
from .resources import Model

if TYPE_CHECKING:
    from typing import Unpack

    from dockwright_api import models, shapes

    from ..options.logs import LogOptions
    from ..options.moments import Moment
    from ..policy.timeouts import TimeoutOption
    from .stream import Message
    from .streams import ReplyStream


class Container(ContainerProcesses, ContainerCopies, Model):
    """One container."""

    @property
    def name(self) -> str:
        """The name, without the slash that the engine puts in front."""
        if (entry := self._known()) is None:
            return str(self.attrs["Name"]).removeprefix("/")
        # A link gives a container further names, below that of the other container.
        return next((name[1:] for name in entry.get("Names") or () if name.count("/") == 1), "")

    @property
    def image(self) -> Image:
        """The image that the container was made of."""
        entry = self._known()
        identifier = self.attrs["Image"] if entry is None else entry["ImageID"]
        return Image.of(self.client, identifier)

    @property
    def status(self) -> str:
        """When last asked: ``created running paused restarting removing exited`` or ``dead``."""
        entry = self._known()
        return str(self.attrs["State"]["Status"] if entry is None else entry["State"])

    @property
    def health(self) -> str:
        """``healthy``, ``unhealthy`` or ``starting``; ``unknown`` without a health check."""
        health: dict[str, str] = self.attrs["State"].get("Health") or {}
        return health.get("Status") or "unknown"

    @property
    def labels(self) -> dict[str, str]:
        """The labels."""
        entry = self._known()
        return (self.attrs["Config"] if entry is None else entry).get("Labels") or {}

    @property
    def ports(self) -> dict[str, list[dict[str, str]] | None]:
        """Ports of the container, such as ``80/tcp``, with the places where they are published; None where nowhere."""
        if (entry := self._known()) is None:
            return self.attrs["NetworkSettings"].get("Ports") or {}
        ports: dict[str, list[dict[str, str]] | None] = {}
        for port in entry.get("Ports") or ():
            places = ports.setdefault(f"{port['PrivatePort']}/{port['Type']}", None)
            if port.get("PublicPort"):
                place = {"HostIp": port.get("IP", ""), "HostPort": str(port["PublicPort"])}
                ports[f"{port['PrivatePort']}/{port['Type']}"] = [*(places or ()), place]
        return ports

    def inspect(self, *, size: bool | None = None) -> models.ContainerInspectResponse:
        """Ask for everything about the container, as a model. ``GET /containers/{id}/json``."""
        return self.client.engine.send(operations.containers.inspect(self._id, size=size))

    def start(self) -> None:
        """Start the container; a running one stays as it is. ``POST /containers/{id}/start``."""
        self.client.engine.fetch(operations.containers.start(self._id))

    def stop(self, *, timeout: int | None = None, signal: str | None = None) -> None:
        """Stop the container, by force after ``timeout`` seconds; a stopped one stays as it is.

        ``POST /containers/{id}/stop``. ``timeout`` is the container's own grace period where it is not given; -1 waits
        without limit. ``signal`` replaces ``SIGTERM``.
        """
        self.client.engine.fetch(operations.containers.stop(self._id, t=timeout, signal=signal))

    def kill(self, signal: str | int | None = None) -> None:
        """Send the container's process a signal, ``SIGKILL`` by default. ``POST /containers/{id}/kill``.

        Raises ``Conflict`` where the container does not run.
        """
        name = None if signal is None else str(signal if isinstance(signal, str) else int(signal))
        self.client.engine.fetch(operations.containers.kill(self._id, signal=name))

    def restart(self, *, timeout: int | None = 10, signal: str | None = None) -> None:
        """Stop the container, by force after ``timeout`` seconds, and start it. ``POST /containers/{id}/restart``."""
        self.client.engine.fetch(operations.containers.restart(self._id, t=timeout, signal=signal))

    def remove(self, *, v: bool = False, link: bool = False, force: bool = False) -> None:
        """Remove the container; a running one only with ``force``. ``DELETE /containers/{id}``.

        ``v`` removes its anonymous volumes too, ``link`` removes a link instead of the container.
        """
        self.client.engine.fetch(
            operations.containers.delete(self._id, v=v or None, link=link or None, force=force or None)
        )

    def wait(
        self,
        *,
        timeout: TimeoutOption = UNSET,
        condition: Literal["not-running", "next-exit", "removed"] | str | None = None,
    ) -> shapes.ContainerWaitResponse:
        """Wait until the container stops, and give its exit status as ``StatusCode``. ``POST /containers/{id}/wait``.

        Raises ``DeadlineExceeded`` where that takes longer than ``timeout`` seconds; without it there is no limit.
        """
        return self.client.engine.fetch(operations.containers.wait(self._id, condition=condition), timeout=timeout)

    @overload
    def logs(
        self,
        stdout: bool = ...,
        stderr: bool = ...,
        stream: Literal[False] = False,
        timestamps: bool = ...,
        tail: int | str = ...,
        since: Moment | None = ...,
        follow: bool | None = ...,
        until: Moment | None = ...,
    ) -> bytes: ...
    @overload
    def logs(
        self,
        stdout: bool = ...,
        stderr: bool = ...,
        *,
        stream: Literal[True],
        timestamps: bool = ...,
        tail: int | str = ...,
        since: Moment | None = ...,
        follow: bool | None = ...,
        until: Moment | None = ...,
    ) -> ReplyStream[bytes]: ...
    @overload
    def logs(
        self,
        stdout: bool = ...,
        stderr: bool = ...,
        stream: bool = ...,
        timestamps: bool = ...,
        tail: int | str = ...,
        since: Moment | None = ...,
        follow: bool | None = ...,
        until: Moment | None = ...,
    ) -> bytes | ReplyStream[bytes]: ...

    def logs(
        self,
        stdout: bool = True,
        stderr: bool = True,
        stream: bool = False,
        timestamps: bool = False,
        tail: int | str = "all",
        since: Moment | None = None,
        follow: bool | None = None,
        until: Moment | None = None,
    ) -> bytes | ReplyStream[bytes]:
        """Read the log. ``GET /containers/{id}/logs``.

        Gives bytes, or with ``stream`` an iterator of what was written, piece by piece, which can be closed and follows
        the log until the container ends, unless ``follow`` is False. ``since`` and ``until`` are a ``datetime`` or
        seconds since 1970, ``tail`` is a number of lines. For messages that name their stream, see :meth:`messages`.
        """
        options: LogOptions = {
            "since": moment("since", since),
            "until": moment("until", until),
            "timestamps": timestamps,
            "tail": _tail(tail),
        }
        follow = stream if follow is None else follow
        operation = container_logs(self._id, options, stdout=stdout, stderr=stderr, follow=follow)
        payloads = self.client.engine.payloads(operation, tty=self._terminal())
        return payloads.open() if stream else b"".join(payloads.read_all())

    def messages(
        self,
        *,
        stdout: bool = True,
        stderr: bool = True,
        follow: bool = False,
        timeout: TimeoutOption = UNSET,
        **options: Unpack[LogOptions],
    ) -> ReplyStream[Message]:
        """Read the log as messages, in order, each with its stream (1 standard output, 2 standard error) and bytes.

        ``GET /containers/{id}/logs``. Use it with ``for`` or, to leave it early, ``with``.
        """
        operation = container_logs(self._id, options, stdout=stdout, stderr=stderr, follow=follow)
        return self.client.engine.output(operation, timeout=timeout, tty=self._known_tty())

    def _inspect(self) -> dict[str, Any]:
        return cast("dict[str, Any]", self.client.engine.fetch(operations.containers.inspect(self._id)))

    def _known_tty(self) -> bool | None:
        return None if self._attrs is None else bool(self._attrs["Config"]["Tty"])

    def _terminal(self) -> bool | None:
        """Find out about a terminal where a reply does not tell, and remember it."""
        return None if content_type_tells(self.client.engine.negotiate()) else bool(self.attrs["Config"]["Tty"])


def _tail(tail: int | str) -> int | str:
    if tail == "all" or (isinstance(tail, int) and not isinstance(tail, bool) and tail >= 0):
        return tail
    if isinstance(tail, str) and tail.isdecimal():
        return tail
    raise InvalidArgument(f"tail must be a number of lines, or 'all', not {tail!r}")
