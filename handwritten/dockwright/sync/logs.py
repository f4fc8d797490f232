"""The log of a container: the part of ``Container`` that reads it."""

from __future__ import annotations

from time import time
from typing import TYPE_CHECKING, Literal, overload

from dockwright_api.unset import UNSET

from ..options.logs import container_logs
from ..options.moments import moment

if TYPE_CHECKING:
    from typing import Unpack

    from ..options.logs import LogOptions
    from ..options.moments import Moment
    from ..policy.retry import Reconnect
    from ..policy.timeouts import TimeoutOption
    from ..wire.loglines import LogLine
    from .client import DockerClient
    from .stream import Message
    from .streams import ReplyStream


class ContainerLogs:
    """What one container wrote."""

    client: DockerClient
    _id: str

    def _known_tty(self) -> bool | None:
        raise NotImplementedError

    def _terminal(self) -> bool | None:
        raise NotImplementedError

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
        *,
        reconnect: Reconnect = ...,
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
        reconnect: Reconnect = ...,
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
        *,
        reconnect: Reconnect = ...,
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
        *,
        reconnect: Reconnect = False,
    ) -> bytes | ReplyStream[bytes]:
        """Read the log. ``GET /containers/{id}/logs``.

        Gives bytes, or with ``stream`` an iterator of what was written, piece by piece, which can be closed and follows
        the log until the container ends, unless ``follow`` is False. ``since`` and ``until`` are a ``datetime``, a
        ``timedelta`` for so long ago, or seconds since 1970, ``tail`` is a number of lines. For messages that name
        their stream, see :meth:`messages`.

        Raises ``ConnectionLost`` where the engine goes away. With ``reconnect=True`` it waits for the engine instead
        and goes on without a gap or a repetition, also when the container was restarted meanwhile; a number limits the
        seconds of that. A container that ends before its engine does, as it does when the engine is stopped in good
        order, ends the log.
        """
        options: LogOptions = {
            "since": moment("since", since, now=time()),
            "until": moment("until", until, now=time()),
            "timestamps": timestamps,
            "tail": tail,
        }
        follow = stream if follow is None else follow
        operation = container_logs(self._id, options, stdout=stdout, stderr=stderr, follow=follow, now=time())
        payloads = self.client.engine.payloads(operation, tty=self._terminal(), reconnect=reconnect)
        return payloads.open() if stream else b"".join(payloads.read_all())

    def messages(
        self,
        *,
        stdout: bool = True,
        stderr: bool = True,
        follow: bool = False,
        timeout: TimeoutOption = UNSET,
        reconnect: Reconnect = False,
        **options: Unpack[LogOptions],
    ) -> ReplyStream[Message]:
        """Read the log as messages, in order, each with its stream (1 standard output, 2 standard error) and bytes.

        ``GET /containers/{id}/logs``. Use it with ``for`` or, to leave it early, ``with``. ``reconnect`` is as in
        :meth:`logs`.
        """
        operation = container_logs(self._id, options, stdout=stdout, stderr=stderr, follow=follow, now=time())
        return self.client.engine.output(operation, timeout=timeout, tty=self._known_tty(), reconnect=reconnect)

    def lines(
        self,
        *,
        stdout: bool = True,
        stderr: bool = True,
        follow: bool = False,
        errors: str = "replace",
        timeout: TimeoutOption = UNSET,
        reconnect: Reconnect = False,
        **options: Unpack[LogOptions],
    ) -> ReplyStream[LogLine]:
        """Read the log line by line, each with its stream and, with ``timestamps=True``, its time.

        ``GET /containers/{id}/logs``. ``errors`` says what becomes of bytes that are no UTF-8, by the name of a codec
        error handler. Each stream is decoded by itself. ``reconnect`` is as in :meth:`logs`.
        """
        operation = container_logs(self._id, options, stdout=stdout, stderr=stderr, follow=follow, now=time())
        return self.client.engine.lines(
            operation,
            timeout=timeout,
            tty=self._known_tty(),
            timestamps=bool(options.get("timestamps")),
            errors=errors,
            reconnect=reconnect,
        )
