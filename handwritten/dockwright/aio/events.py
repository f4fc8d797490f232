"""What happens on an engine."""

from __future__ import annotations

import logging
from datetime import datetime
from time import time
from typing import TYPE_CHECKING, Any
from warnings import warn

from dockwright_api.unset import UNSET

from ..options.events import engine_events
from ..options.records import refuse_unknown
from ..wire.documents import document_decoder
from .channel import Channel

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Mapping

    from dockwright_api import models
    from dockwright_api.encode import Filters
    from dockwright_api.operation import JSONStream

    from ..options.moments import Moment
    from ..policy.retry import Reconnect
    from ..policy.timeouts import TimeoutOption
    from .channel import ChannelSubscriber
    from .docker import Docker
    from .streams import ReplyStream

    Asked = tuple[JSONStream[Any, Any], Reconnect]

logger: logging.Logger = logging.getLogger("dockwright")


class DockerEvents:
    """What happens on an engine; ``docker.events``.

    :meth:`follow` gives events one by one. :meth:`subscribe` lets several readers share a connection, which a task
    reads: ``task`` is the task, ``channel`` where it publishes, and ``json_stream`` what it reads, while it does.
    """

    def __init__(self, docker: Docker) -> None:
        self.docker = docker
        self.channel: Channel = Channel()
        self.json_stream: ReplyStream[dict[str, Any]] | None = None
        self.task: asyncio.Task[None] | None = None
        # What is being read, and those that read something else for other subscribers.
        self._asked: Asked | None = None
        self._others: dict[Asked, DockerEvents] = {}

    def follow(
        self,
        *,
        since: Moment | str | None = None,
        until: Moment | str | None = None,
        filters: Filters | str | None = None,
        timeout: TimeoutOption = UNSET,
        reconnect: Reconnect = False,
    ) -> ReplyStream[models.EventMessage]:
        """Follow what happens on the engine, as models. ``GET /events``.

        ``since`` and ``until`` are a ``datetime`` (local time without a zone), a ``timedelta`` for so long ago, seconds
        since 1970 or a time as in RFC 3339; without ``until`` there is no end. ``filters`` is a mapping such as
        ``{"type": "container"}``. Use it with ``async for`` or, to leave it early, ``async with``.

        Raises ``ConnectionLost`` where the engine goes away. With ``reconnect=True`` it waits for the engine instead,
        and goes on after the last event; a number limits the seconds of that. An engine remembers its last 256 events,
        and none from before its own start.
        """
        operation = engine_events(since, until, filters, now=time())
        decode = document_decoder(operation, models=True)
        return self.docker.engine.events(operation, decode, timeout=timeout, reconnect=reconnect)

    def listen(self) -> ChannelSubscriber:
        """Give a subscriber; deprecated, see :meth:`subscribe`."""
        warn("listen() is deprecated; use subscribe()", DeprecationWarning, stacklevel=2)
        return self.channel.subscribe()

    def subscribe(
        self,
        *,
        create_task: bool = True,
        timeout: TimeoutOption = UNSET,
        reconnect: Reconnect = False,
        **params: Any,
    ) -> ChannelSubscriber:
        """Give a subscriber to events as JSON, with ``time`` as a ``datetime`` in local time without a zone.

        Unless ``create_task`` is False, a task reads the events for it, or goes on to do so; otherwise it gets what
        :meth:`run` reads. ``params`` are ``since``, ``until`` and ``filters``, and ``reconnect`` is as in
        :meth:`follow`; subscribers who want the same share a connection. The subscriber gets None when there are no
        more events, and the error if that is a fault.
        """
        if not create_task:
            if params or reconnect is not False:
                raise TypeError("with create_task=False, what is wanted is said to run()")
            return self.channel.subscribe()
        asked = (_operation("subscribe", params), reconnect)
        reader = self if self._asked in (None, asked) else self._other(asked)
        if reader.json_stream is None:
            import asyncio

            stream = reader._begin(asked, timeout)
            reader.task = asyncio.get_running_loop().create_task(reader._read_in_background(stream))
        return reader.channel.subscribe()

    async def run(self, *, timeout: TimeoutOption = UNSET, reconnect: Reconnect = False, **params: Any) -> None:
        """Read events and publish them to the subscribers, until there are no more. ``GET /events``.

        ``params`` are ``since``, ``until`` and ``filters``, and ``reconnect`` is as in :meth:`follow`. What goes wrong
        is published, too. A second call while one is under way returns at once, with a ``RuntimeWarning``.
        """
        if self.json_stream is not None:
            warn("the events are being read already", RuntimeWarning, stacklevel=2)
            return
        await self._read(self._begin((_operation("run", params), reconnect), timeout))

    async def stop(self) -> None:
        """Stop reading events; harmless when none are read."""
        others, self._others = list(self._others.values()), {}
        for other in others:
            await other.stop()
        if self.json_stream is not None:
            await self.json_stream.aclose()
        task, self.task = self.task, None
        if task is not None:
            import asyncio

            task.cancel()
            await asyncio.wait([task])
        await self._end(self.json_stream)

    def _other(self, asked: Asked) -> DockerEvents:
        """Give the one that reads what was asked for, and forget those that are done."""
        self._others = {key: other for key, other in self._others.items() if other.json_stream is not None}
        return self._others.setdefault(asked, _UntilUnread(self.docker))

    def _begin(self, asked: Asked, timeout: TimeoutOption) -> ReplyStream[dict[str, Any]]:
        operation, reconnect = asked
        self.json_stream = self.docker.engine.events(operation, _decode, timeout=timeout, reconnect=reconnect)
        self._asked = asked
        return self.json_stream

    async def _end(self, stream: ReplyStream[dict[str, Any]] | None) -> None:
        if stream is not None and stream is self.json_stream:
            self._asked = self.json_stream = None
            await self.channel.publish(None)

    async def _read_in_background(self, stream: ReplyStream[dict[str, Any]]) -> None:
        try:
            await self._read(stream)
        except Exception as error:
            # Whoever is there to be told has been told.
            logger.debug("events are no longer read: %s", error)

    async def _read(self, stream: ReplyStream[dict[str, Any]]) -> None:
        try:
            async with stream:
                async for event in stream:
                    await self.channel.publish(event)
                    if self._is_done():
                        break
        except Exception as error:
            # Stopped meanwhile, it is no fault that there is no more.
            if stream is self.json_stream:
                await self.channel.publish(error)
                raise
        finally:
            await self._end(stream)

    def _is_done(self) -> bool:
        return False


class _UntilUnread(DockerEvents):
    """Reads for as long as there are subscribers."""

    def _is_done(self) -> bool:
        return not self.channel.queues


def _operation(caller: str, wanted: Mapping[str, Any]) -> JSONStream[Any, Any]:
    refuse_unknown(caller, wanted, ("since", "until", "filters"))
    return engine_events(wanted.get("since"), wanted.get("until"), wanted.get("filters"), now=time())


def _decode(document: bytes) -> dict[str, Any]:
    import orjson

    event: dict[str, Any] = orjson.loads(document)
    if "time" in event:
        event["time"] = datetime.fromtimestamp(event["time"])
    return event
