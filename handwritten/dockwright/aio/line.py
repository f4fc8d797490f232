"""A connection of aiohttp's pool on which replies are read by a protocol of ours.

It stands in the place of aiohttp's from the first request on (``exchange`` sends those), reads with ``wire.http1``, and
puts aiohttp's back when the connection returns to the pool. Of aiohttp's own it uses ``protocol`` of a connection, and
that such a protocol takes part again as if nothing had been.
"""

import asyncio
from collections import deque
from typing import TYPE_CHECKING, Any

import aiohttp

from ..errors import DockerError, MalformedStream
from ..wire.http1 import HTTPReply
from .response import drop_unsent, unsent

if TYPE_CHECKING:
    from aiohttp.connector import Connection

    from .exchange import Exchange

READ_AHEAD = 1 << 18
"""Bytes that may wait to be read before the engine is kept from sending more."""

_PIECE = 1 << 16


class Line(asyncio.BufferedProtocol):
    """A connection on which one reply after the other is read: what has arrived of the latest, and how it ended."""

    def __init__(
        self, exchange: "Exchange", connection: "Connection", transport: asyncio.Transport, previous: Any
    ) -> None:
        self.reply: HTTPReply = HTTPReply()
        self._exchange = exchange
        self._connection = connection
        self._transport = transport
        self._previous = previous
        self._loop = asyncio.get_running_loop()
        self._buffer = exchange.buffer
        self._arrived: deque[bytes] = deque()
        self._waiting = 0
        """Bytes in ``_arrived``."""
        self._failure: Exception | None = None
        """Why nothing comes after what has arrived."""
        self._heard = False
        self._paused = False
        self._open = True
        self._news: asyncio.Future[None] | None = None
        self._until: float | None = None
        self._alarm: asyncio.TimerHandle | None = None
        transport.set_protocol(self)

    async def send(self, message: bytes, until: float | None, *, bodiless: bool) -> None:
        """Send a request and wait for the head of its reply; raises ``TimeoutError`` after ``until``."""
        self.reply = reply = HTTPReply(bodiless=bodiless)
        self._transport.write(message)
        while not reply.status:
            await self.news(until)

    def take(self) -> bytes:
        """Take the next piece of what has arrived of the body; without waiting, so perhaps nothing."""
        if not self._arrived:
            return b""
        data = self._arrived.popleft()
        self._waiting -= len(data)
        self._flow()
        return data

    def take_all(self) -> bytes:
        """Take all that has arrived of the body."""
        pieces = self._arrived
        data = pieces[0] if len(pieces) == 1 else b"".join(pieces)
        pieces.clear()
        self._waiting = 0
        self._flow()
        return data

    async def news(self, until: float | None) -> None:
        """Wait until more has arrived, or the end; raises what broke the reply off, and ``TimeoutError``."""
        if self._failure is not None:
            raise self._failure
        if self._news is not None:
            raise RuntimeError("another task waits for this reply already")
        self._news = news = self._loop.create_future()
        self._until = until
        if until is not None and (self._alarm is None or self._alarm.when() > until):
            self._set_alarm(until)
        try:
            await news
        finally:
            self._news = self._until = None
        if self._failure is not None and not self._arrived:
            raise self._failure

    @property
    def usable(self) -> bool:
        """Whether another request may be sent here."""
        return self._open and self.reply.reusable and not self._transport.is_closing()

    def give_back(self) -> bool:
        """Say whether the reply has ended, and give the connection back then."""
        if not self.reply.ended or not self.usable or unsent(self._transport):
            return False
        self.take_all()  # nobody wants it
        self._exchange.take_back(self)
        return True

    def leave(self) -> None:
        """Give the connection back to aiohttp's pool, for whoever needs one."""
        if not self.usable:
            self.break_off()
            return
        self._end()
        self._transport.set_protocol(self._previous)
        self._connection.release()

    def break_off(self) -> None:
        """Close the connection; harmless when done before."""
        self._end()
        self._connection.close()
        drop_unsent(self._transport)
        # Who waits for more would wait for ever.
        self._fail(aiohttp.ClientConnectionError("the connection was closed"))

    def get_buffer(self, sizehint: int) -> memoryview:
        return self._buffer

    def buffer_updated(self, nbytes: int) -> None:
        if not self._heard:
            # It skips nothing at all; a connection over ssh learns that it has reached the engine.
            self._heard = True
            self._previous.data_received(b"")
        reply, view = self.reply, self._buffer
        try:
            # In pieces, which stay in the processor's cache on their way.
            for start in range(0, nbytes, _PIECE):
                if parts := reply.feed(bytes(view[start : min(start + _PIECE, nbytes)])):
                    piece = bytes(parts[0]) if len(parts) == 1 else b"".join(parts)
                    self._arrived.append(piece)
                    self._waiting += len(piece)
            # Raises what is wrong after the data.
            reply.feed(b"")
        except MalformedStream as error:
            self._fail(error)
            self._transport.abort()
            return
        self._flow()
        self._wake()

    def eof_received(self) -> None:
        self._previous.eof_received()

    def connection_lost(self, exc: Exception | None) -> None:
        self._end()
        self._connection.close()
        # Of ssh, which ends in one way for every reason, the connector has learnt whether it failed.
        exc = exc or getattr(self._previous, "failure", None)
        # aiohttp's pool waits for this when it closes.
        self._previous.connection_lost(exc)
        failure: Exception = aiohttp.ServerDisconnectedError()
        if exc is not None:
            failure = aiohttp.ClientOSError(*exc.args)
            failure.__cause__ = exc
        elif self.reply.status:
            # A proper end of the connection, and perhaps of the reply.
            try:
                self.reply.close()
            except DockerError as error:
                failure = error
        self._fail(failure)

    def pause_writing(self) -> None:
        self._previous.pause_writing()

    def resume_writing(self) -> None:
        self._previous.resume_writing()

    def _flow(self) -> None:
        """Keep the engine waiting while too much waits here."""
        if self._paused is not (self._waiting > READ_AHEAD) and self._open:
            self._paused = not self._paused
            (self._transport.pause_reading if self._paused else self._transport.resume_reading)()

    def _fail(self, failure: Exception) -> None:
        if self._failure is None and not self.reply.ended:
            self._failure = failure
        self._wake()

    def _wake(self) -> None:
        if self._news is not None and not self._news.done():
            self._news.set_result(None)

    def _end(self) -> None:
        self._open = False
        if self._alarm is not None:
            self._alarm.cancel()

    def _set_alarm(self, when: float) -> None:
        if self._alarm is not None:
            self._alarm.cancel()
        self._alarm = self._loop.call_at(when, self._check_time)

    def _check_time(self) -> None:
        # Set once for many requests: nearly always the one for which it was set is over.
        self._alarm = None
        if self._until is None or self._news is None or self._news.done():
            return
        if self._loop.time() < self._until:
            self._set_alarm(self._until)
        else:
            self._news.set_exception(TimeoutError())
