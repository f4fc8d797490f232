"""What containers write and use, by docker-py's low-level names; all as the methods of :class:`Container`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, overload

from ..container import Container
from .calls import Calls, resource_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dockwright_api import shapes

    from ...options.moments import Moment
    from ..output import Pair, ProcessOutput
    from ..sockets import AttachedSocket, AttachedWebSocket
    from ..streams import ReplyStream


class ContainerStreamCalls(Calls):
    """Logs, statistics and attached streams of containers."""

    def _container(self, container: object) -> Container:
        return Container.of(self._client, resource_id("container", container))

    @overload
    def attach(
        self,
        container: object,
        stdout: bool = ...,
        stderr: bool = ...,
        stream: Literal[False] = False,
        logs: bool = ...,
        demux: Literal[False] = False,
    ) -> bytes: ...
    @overload
    def attach(
        self,
        container: object,
        stdout: bool = ...,
        stderr: bool = ...,
        stream: Literal[False] = False,
        logs: bool = ...,
        *,
        demux: Literal[True],
    ) -> Pair: ...
    @overload
    def attach(
        self,
        container: object,
        stdout: bool = ...,
        stderr: bool = ...,
        *,
        stream: Literal[True],
        logs: bool = ...,
        demux: Literal[False] = False,
    ) -> ProcessOutput[bytes]: ...
    @overload
    def attach(
        self,
        container: object,
        stdout: bool = ...,
        stderr: bool = ...,
        *,
        stream: Literal[True],
        logs: bool = ...,
        demux: Literal[True],
    ) -> ProcessOutput[Pair]: ...

    def attach(
        self,
        container: object,
        stdout: bool = True,
        stderr: bool = True,
        stream: bool = False,
        logs: bool = False,
        demux: bool = False,
    ) -> Any:
        """Read the output of a container's process; as :meth:`Container.attach`."""
        attach: Any = self._container(container).attach
        return attach(stdout=stdout, stderr=stderr, stream=stream, logs=logs, demux=demux)

    @overload
    def attach_socket(
        self, container: object, params: Mapping[str, Any] | None = None, ws: Literal[False] = False
    ) -> AttachedSocket: ...
    @overload
    def attach_socket(
        self, container: object, params: Mapping[str, Any] | None = None, *, ws: Literal[True]
    ) -> AttachedWebSocket: ...

    def attach_socket(
        self, container: object, params: Mapping[str, Any] | None = None, ws: bool = False
    ) -> AttachedSocket | AttachedWebSocket:
        """Connect to the streams of a container's process; as :meth:`Container.attach_socket`."""
        return self._container(container).attach_socket(params=params, ws=ws)

    @overload
    def logs(
        self,
        container: object,
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
        container: object,
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
        container: object,
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
        container: object,
        stdout: bool = True,
        stderr: bool = True,
        stream: bool = False,
        timestamps: bool = False,
        tail: int | str = "all",
        since: Moment | None = None,
        follow: bool | None = None,
        until: Moment | None = None,
    ) -> Any:
        """Read the log of a container; as :meth:`Container.logs`."""
        logs: Any = self._container(container).logs
        return logs(
            stdout=stdout,
            stderr=stderr,
            stream=stream,
            timestamps=timestamps,
            tail=tail,
            since=since,
            follow=follow,
            until=until,
        )

    @overload
    def stats(
        self,
        container: object,
        decode: Literal[False] | None = None,
        stream: Literal[True] = True,
        one_shot: None = None,
    ) -> ReplyStream[bytes]: ...
    @overload
    def stats(
        self, container: object, decode: Literal[True], stream: Literal[True] = True, one_shot: None = None
    ) -> ReplyStream[shapes.ContainerStatsResponse]: ...
    @overload
    def stats(
        self, container: object, decode: None = None, *, stream: Literal[False], one_shot: bool | None = None
    ) -> shapes.ContainerStatsResponse: ...

    def stats(
        self, container: object, decode: bool | None = None, stream: bool = True, one_shot: bool | None = None
    ) -> Any:
        """Read what a container uses; as :meth:`Container.stats`."""
        stats: Any = self._container(container).stats
        return stats(decode=decode, stream=stream, one_shot=one_shot)
