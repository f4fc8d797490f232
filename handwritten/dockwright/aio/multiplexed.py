"""Output of processes in a response of aiohttp's, for programs that send requests of their own.

This library reads its own replies in ``streams``; the format is that of ``dockwright.wire.demux`` in both.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Self

from ..wire.output import output_reader
from ..wire.readers import MessageTexts

if TYPE_CHECKING:
    import aiohttp

    from ..wire.demux import Message
    from ..wire.readers import Reader

__all__ = ["MultiplexedResult", "multiplexed_result_list", "multiplexed_result_stream"]


class MultiplexedResult:
    """The output in a response, as an asynchronous iterator of bytes; ``raw`` says that the process has a terminal.

    Raises ``TruncatedStream`` where the response ends inside a piece of output.
    """

    def __init__(self, response: aiohttp.ClientResponse, raw: bool) -> None:
        self._response = response
        self._reader: Reader[Message] = output_reader("", raw)
        self._messages: list[Message] = []
        self._ended = False

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> bytes:
        data = await self.fetch()
        if data is None:
            raise StopAsyncIteration
        return data

    async def fetch(self) -> bytes | None:
        """Read the next piece of output; None at the end."""
        while not self._messages and not self._ended:
            try:
                chunk = await self._response.content.readany()
                self._messages = (self._reader.feed(chunk) if chunk else self._reader.close() or [])[::-1]
                self._ended = not chunk
            except BaseException:
                self._ended = True
                self._response.close()
                raise
        if self._messages:
            return self._messages.pop().data
        self._response.release()
        return None

    async def fetch_raw(self) -> bytes | None:
        """Read the next piece of output; the same as :meth:`fetch`."""
        return await self.fetch()


async def multiplexed_result_stream(
    response: aiohttp.ClientResponse, is_tty: bool = False, encoding: str = "utf-8"
) -> AsyncIterator[str]:
    """Give the output in a response as text, piece by piece; ``is_tty`` says that the process has a terminal.

    Both streams are decoded by themselves, and what is no text in ``encoding`` is replaced. The response is closed when
    the iterator is.
    """
    reader = MessageTexts(output_reader("", is_tty), encoding)
    try:
        async for chunk in response.content.iter_any():
            for text in reader.feed(chunk):
                yield text
        for text in reader.close():
            yield text
    finally:
        response.close()


async def multiplexed_result_list(
    response: aiohttp.ClientResponse, is_tty: bool = False, encoding: str = "utf-8"
) -> list[str]:
    """Read all output in a response as text; otherwise as :func:`multiplexed_result_stream`."""
    return [text async for text in multiplexed_result_stream(response, is_tty, encoding)]
