"""The log of a container, read once for any number of subscribers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from warnings import warn

from dockwright_api.unset import UNSET

from ..wire.readers import ByteLines
from .channel import Channel

if TYPE_CHECKING:
    from ..policy.retry import Reconnect
    from ..policy.timeouts import TimeoutOption
    from .channel import ChannelSubscriber
    from .container import DockerContainer
    from .docker import Docker
    from .stream import Message
    from .streams import ReplyStream


class DockerLog:
    """The log of a container, which several subscribers share; ``container.logs``.

    :meth:`run` has to be called for them to get something. ``response`` is what it reads, while it does. For one reader
    alone see :meth:`DockerContainer.lines`.
    """

    def __init__(self, docker: Docker, container: DockerContainer) -> None:
        self.docker = docker
        self.channel: Channel = Channel()
        self.container = container
        self.response: ReplyStream[Message] | None = None

    def listen(self) -> ChannelSubscriber:
        """Give a subscriber; deprecated, see :meth:`subscribe`."""
        warn("listen() is deprecated; use subscribe()", DeprecationWarning, stacklevel=2)
        return self.channel.subscribe()

    def subscribe(self) -> ChannelSubscriber:
        """Give a subscriber to the lines that :meth:`run` reads: bytes, each with its end.

        It gets None when there are no more, and the error if that is a fault.
        """
        return self.channel.subscribe()

    async def run(
        self,
        *,
        stdout: bool = True,
        stderr: bool = True,
        timeout: TimeoutOption = UNSET,
        reconnect: Reconnect = False,
        **params: Any,
    ) -> None:
        """Follow the log and publish its lines, until the container ends. ``GET /containers/{id}/logs``.

        ``params`` are those of :meth:`DockerContainer.log`. What goes wrong is published, too. A second call while one
        is under way returns at once, with a ``RuntimeWarning``.
        """
        if self.response is not None:
            warn("the log is being read already", RuntimeWarning, stacklevel=2)
            return
        params.pop("follow", None)
        stream = self.response = self.container.messages(
            stdout=stdout, stderr=stderr, follow=True, timeout=timeout, reconnect=reconnect, **params
        )
        lines = ByteLines()
        try:
            async with stream:
                async for message in stream:
                    for line in lines.add(message):
                        await self.channel.publish(line)
            for line in lines.close():
                await self.channel.publish(line)
        except Exception as error:
            # Stopped meanwhile, it is no fault that there is no more.
            if stream is self.response:
                await self.channel.publish(error)
                raise
        finally:
            await self._end(stream)

    async def stop(self) -> None:
        """Stop reading the log; harmless when it is not read."""
        if self.response is not None:
            await self.response.aclose()
            await self._end(self.response)

    async def _end(self, stream: ReplyStream[Message]) -> None:
        if stream is self.response:
            self.response = None
            await self.channel.publish(None)
