"""Join the HTTP chunks of a reply before aiohttp reads them.

An engine sends every line of a log in a chunk of its own, and aiohttp does for each chunk what it does for a large one.
So for a reply that comes in many small chunks a protocol of ours stands before aiohttp's: it lets the head pass, takes
the chunks apart (``wire.chunked``), and hands on one chunk of all that arrived together, which halves the cost of a
line. When the body ends, or is no chunked one, or its chunks are large, aiohttp's protocol is put back.

The transport and its ``set_protocol`` are asyncio's; ``ClientResponse.start``, which aiohttp calls when a request has
been sent and nothing of the reply has arrived, is where to step in. Where that changes one day, replies are read as
they come, and only a test notices.
"""

import asyncio
import re
from contextvars import ContextVar

from ..errors import MalformedStream
from ..wire.chunked import LAST_CHUNK, ChunkedBody, one_chunk

_HEAD_START = b"HTTP/1."
_HEAD_END = b"\r\n\r\n"
_CHUNKED = re.compile(rb"\r\ntransfer-encoding:[ \t]*chunked[ \t]*\r\n", re.IGNORECASE)
_LARGEST_HEAD = 1 << 16
_PIECE = 1 << 16
_LARGE = 1 << 12
"""Bytes of a chunk for which aiohttp's way is no slower."""
_ENOUGH_TO_JUDGE = 1 << 14

_wanted: ContextVar[bool] = ContextVar("dockwright.aio.joining", default=False)


def join_chunks(wanted: bool) -> None:
    """Say whether the chunks of the reply to what this task sends next are to be joined."""
    _wanted.set(wanted)


def before_reply(transport: asyncio.Transport | None) -> None:
    """Step in on a connection where the reply comes next, if this task wants that."""
    if transport is None or not _wanted.get():
        return
    protocol = transport.get_protocol()
    if isinstance(protocol, asyncio.Protocol):
        transport.set_protocol(_Joiner(protocol, transport))


class _Joiner(asyncio.Protocol):
    """Stands before aiohttp's protocol for one reply."""

    def __init__(self, inner: asyncio.Protocol, transport: asyncio.Transport) -> None:
        self._inner = inner
        self._transport = transport
        self._head = b""
        self._body: ChunkedBody | None = None
        self._fault: ConnectionError | None = None
        self._stepped_back = False
        self._large = False  # chunks are, so that the next end of one is where to step back

    def data_received(self, data: bytes) -> None:
        if self._body is None:
            self._read_head(data)
            return
        # asyncio gives up to 256 KiB; in pieces of less it stays in the processor's cache on its way.
        for start in range(0, len(data), _PIECE):
            if self._stepped_back:
                self._inner.data_received(data[start:])
                return
            self._read_body(self._body, data[start : start + _PIECE])

    def eof_received(self) -> bool | None:
        return self._inner.eof_received()

    def connection_lost(self, exc: Exception | None) -> None:
        self._inner.connection_lost(exc or self._fault)

    def pause_writing(self) -> None:
        self._inner.pause_writing()

    def resume_writing(self) -> None:
        self._inner.resume_writing()

    def _read_head(self, data: bytes) -> None:
        before = len(self._head)
        self._head += data
        end = self._head.find(_HEAD_END, max(before - len(_HEAD_END) + 1, 0))
        if end < 0:
            known = self._head[: len(_HEAD_START)]
            if known != _HEAD_START[: len(known)] or len(self._head) > _LARGEST_HEAD:
                self._step_back()
            self._inner.data_received(data)
            return
        end += len(_HEAD_END)
        if self._head.startswith(_HEAD_START) and self._head[9:10] != b"1" and _CHUNKED.search(self._head, 0, end):
            self._inner.data_received(data[: end - before])
            self._body = ChunkedBody()
            if rest := data[end - before :]:
                self._read_body(self._body, rest)
        else:
            self._step_back()
            self._inner.data_received(data)

    def _read_body(self, body: ChunkedBody, data: bytes) -> None:
        try:
            if self._large and (missing := body.missing) is not None and len(data) >= missing:
                if parts := body.feed(data[:missing]):
                    self._inner.data_received(one_chunk(parts))
                    body.feed(b"")
                self._step_back()
                self._inner.data_received(data[missing:])
                return
            parts = body.feed(data)
            self._large = len(data) >= _ENOUGH_TO_JUDGE and len(data) >= len(parts) * _LARGE
            if body.ended:
                self._step_back()
                self._inner.data_received(one_chunk(parts) + LAST_CHUNK + body.rest)
            elif parts:
                self._inner.data_received(one_chunk(parts))
                # Raises what is wrong after the data.
                body.feed(b"")
        except MalformedStream as error:
            # Left to aiohttp, whoever reads would wait for ever: it closes the connection and does not say why.
            self._fault = ConnectionError(error.message)
            self._transport.abort()

    def _step_back(self) -> None:
        self._stepped_back = True
        if self._transport.get_protocol() is self:
            self._transport.set_protocol(self._inner)
