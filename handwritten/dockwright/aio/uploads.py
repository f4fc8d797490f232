"""Bodies that are made while they are sent: files, generators, large pieces of memory.

What blocks is read in a worker thread, what is asynchronous on the loop.
"""

import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..wire.request import Body

READ_SIZE = 1 << 20
"""Bytes read from a file, or taken from a large body, at once while it is sent."""


class Upload:
    """A body that is made while it is sent.

    Blocking sources are read in a worker thread. The error of a source is remembered, for aiohttp hides it behind one
    of its own.
    """

    def __init__(self, source: AsyncIterable[bytes] | Iterable[bytes]) -> None:
        self._source = source
        self.error: Exception | None = None
        self.on_error: Callable[[], None] | None = None

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            if isinstance(self._source, AsyncIterable):
                async for chunk in self._source:
                    yield _checked(chunk)
            else:
                from ..archive.pack import Ready

                # Of any other source, what it gives is sent before it is asked for more.
                together = READ_SIZE if isinstance(self._source, Ready) else 1
                chunks = iter(_blocks(self._source))
                while blocks := await asyncio.to_thread(_next, chunks, together):
                    for block in blocks:
                        yield block
        except Exception as error:
            self.error = error
            if self.on_error is not None:
                asyncio.get_running_loop().call_soon(self.on_error)
            raise


def _blocks(source: Iterable[bytes]) -> Iterable[bytes]:
    """Read a file in blocks; iterating over it would give lines."""
    read = getattr(source, "read", None)
    return source if read is None else iter(lambda: read(READ_SIZE), b"")


def _next(chunks: Iterator[bytes], size: int) -> list[bytes]:
    """Take what comes next, and go on to so many bytes; changing to a thread costs as much as reading a file."""
    blocks: list[bytes] = []
    for chunk in chunks:
        blocks.append(_checked(chunk))
        size -= len(chunk)
        if size <= 0:
            break
    return blocks


def _checked(chunk: bytes) -> bytes:
    if isinstance(chunk, bytes | bytearray | memoryview):
        return chunk
    raise TypeError(f"a body must be made of bytes; its source gives {type(chunk).__name__}")


def payload(body: "Body") -> bytes | Upload | None:
    """Give a body in the form in which the transport sends it."""
    if body is None or (isinstance(body, bytes) and len(body) <= READ_SIZE):
        return body
    return Upload(_pieces(body) if isinstance(body, bytes) else body)


async def _pieces(body: bytes) -> AsyncIterator[bytes]:
    for start in range(0, len(body), READ_SIZE):
        yield body[start : start + READ_SIZE]
