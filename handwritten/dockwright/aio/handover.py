"""A stream between a connection and a thread: the loop moves bytes, the thread works on them and on the disk.

The thread takes everything that has arrived at once. A handover per chunk would cost more than the work itself; and
what has arrived and was not taken is limited, so that a slow disk makes the engine wait and memory stays flat.
"""

import asyncio
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING, Self, TypeVar

if TYPE_CHECKING:
    from types import TracebackType

    from .archives import Stream

T = TypeVar("T")

LIMIT = 1 << 20
"""Bytes that may wait for the thread."""


class Handover:
    """A stream that is read here and used in a thread of its own."""

    def __init__(self, stream: "Stream") -> None:
        self._stream = stream
        self._loop = asyncio.get_running_loop()
        # One of its own, for a copy may take long, and the loop's own threads resolve names and the like.
        self._thread = ThreadPoolExecutor(1, "dockwright-archive")
        self._changed = threading.Condition()
        self._arrived: list[bytes] = []
        self._size = 0
        self._end: BaseException | None = None
        self._room = asyncio.Event()
        self._pump: asyncio.Task[None] | None = None
        self.closed: bool = False

    async def run(self, work: Callable[[], T]) -> T:
        """Do something in the thread that may take chunks."""
        if self._pump is None:
            await self._stream.open()
            self._pump = self._loop.create_task(self._read())
        future = self._loop.run_in_executor(self._thread, work)
        try:
            return await asyncio.shield(future)
        except asyncio.CancelledError:
            self._finish(InterruptedError("reading the archive was cancelled"))
            while not future.done():
                with suppress(asyncio.CancelledError):
                    await asyncio.wait([future])
            if not future.cancelled():
                future.exception()
            raise

    async def run_or_close(self, work: Callable[[], T]) -> T:
        """Do the same, and close everything if it fails."""
        if self.closed:
            raise ValueError("this archive is closed")
        try:
            return await self.run(work)
        except BaseException:
            await self.aclose()
            raise

    def chunks(self) -> Iterator[bytes]:
        """Give what arrives, for use in the thread; wait for more, and raise what the stream raised."""
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._arrived or self._end is not None)
                # What was cancelled has no use for the rest.
                if isinstance(self._end, InterruptedError):
                    raise self._end
                arrived, self._arrived, self._size = self._arrived, [], 0
                end = self._end
            if arrived:
                with suppress(RuntimeError):  # the loop may be closed by now
                    self._loop.call_soon_threadsafe(self._room.set)
                yield arrived[0] if len(arrived) == 1 else b"".join(arrived)
            elif isinstance(end, StopAsyncIteration):
                return
            elif end is not None:
                raise end

    async def _read(self) -> None:
        try:
            async for chunk in self._stream:
                with self._changed:
                    self._arrived.append(chunk)
                    self._size += len(chunk)
                    self._changed.notify()
                    full = self._size >= LIMIT
                    if full:
                        self._room.clear()
                if full:
                    await self._room.wait()
        except Exception as error:
            self._finish(error)
        except asyncio.CancelledError:
            await self._stream.aclose()
            raise
        else:
            self._finish(StopAsyncIteration())

    def _finish(self, end: BaseException) -> None:
        with self._changed:
            # That it was cancelled counts more than what came of that.
            if not isinstance(self._end, InterruptedError):
                self._end = end
            self._changed.notify()

    def abandon(self) -> None:
        """Do the same as :meth:`aclose` for who cannot wait, from any thread."""
        if self._pump is not None and not self._pump.done():
            self._finish(InterruptedError("the archive was forgotten"))
            with suppress(RuntimeError):  # the loop may be closed by now
                self._loop.call_soon_threadsafe(self._pump.cancel)

    async def aclose(self) -> None:
        """Stop reading, let the thread end, and release the connection."""
        self.closed = True
        self._finish(InterruptedError("the archive was closed"))
        if self._pump is not None:
            self._pump.cancel()
            with suppress(asyncio.CancelledError):
                await asyncio.wait([self._pump])
        await self._stream.aclose()
        self._thread.shutdown(wait=False)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: "TracebackType | None"
    ) -> None:
        await self.aclose()
