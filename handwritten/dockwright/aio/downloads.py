"""Archives of any size, on their way from the engine."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from types import TracebackType

    from .streams import ReplyStream


class Download:
    """The bytes of one reply, as an asynchronous iterator of chunks.

    The request is sent at the first chunk that is asked for, or by ``async with``. Read to its end it gives its
    connection back; left early, by leaving the ``async with`` block or by :meth:`aclose`, it closes that. It can be
    passed on as the content of an upload.
    """

    def __init__(self, opening: "Callable[[], Awaitable[ReplyStream[bytes]]]") -> None:
        self._opening = opening
        self._stream: ReplyStream[bytes] | None = None
        self._rest = b""

    async def open(self) -> Self:
        """Send the request now; an error reply raises here."""
        await self._opened()
        return self

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> bytes:
        if rest := self._rest:
            self._rest = b""
            return rest
        return await anext(await self._opened())

    async def read(self, size: int = -1) -> bytes:
        """Read everything that is left, or at most ``size`` bytes, but at least one before the end."""
        if size < 0:
            try:
                return b"".join([chunk async for chunk in self])
            finally:
                await self.aclose()
        chunk = await anext(self, b"")
        self._rest = chunk[size:]
        return chunk[:size]

    async def iter_chunked(self, size: int) -> AsyncIterator[bytes]:
        """Give chunks of at most ``size`` bytes."""
        while chunk := await self.read(size):
            yield chunk

    async def iter_any(self) -> AsyncIterator[bytes]:
        """Give chunks as they arrive; the same as iterating."""
        async for chunk in self:
            yield chunk

    async def iter_chunks(self) -> AsyncIterator[tuple[bytes, bool]]:
        """Give chunks as they arrive, in aiohttp's form: each with a mark, which is always True."""
        async for chunk in self:
            yield chunk, True

    async def aclose(self) -> None:
        """Stop reading and release the connection; harmless when done before."""
        self._rest = b""
        if self._stream is not None:
            await self._stream.aclose()

    async def _opened(self) -> "ReplyStream[bytes]":
        if self._stream is None:
            self._stream = await self._opening()
        return self._stream

    async def __aenter__(self) -> Self:
        return await self.open()

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: "TracebackType | None"
    ) -> None:
        await self.aclose()
