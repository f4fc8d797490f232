"""What is published once and read by any number of subscribers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors import SubscriberLagged

if TYPE_CHECKING:
    import asyncio
    from types import TracebackType
    from typing import Self

LIMIT = 10_000
"""Items that wait for a subscriber at most; one that is slower misses some, and is told how many."""


class Channel:
    """Hands everything that is published to each subscriber.

    ``queues`` has one queue for each of them. None says that there is no more for now, and so does an exception, which
    is raised where it is read.
    """

    def __init__(self) -> None:
        self.queues: list[asyncio.Queue[Any]] = []
        self._missed: dict[asyncio.Queue[Any], int] = {}

    async def publish(self, obj: Any) -> None:
        """Hand an item to every subscriber; it never waits for one that is slow."""
        ends = obj is None or isinstance(obj, Exception)
        for queue in self.queues:
            if queue.qsize() >= LIMIT and not ends:
                self._missed[queue] = self._missed.get(queue, 0) + 1
                continue
            if missed := self._missed.pop(queue, 0):
                queue.put_nowait(SubscriberLagged(missed))
            queue.put_nowait(obj)

    def subscribe(self) -> ChannelSubscriber:
        """Give a subscriber, which gets what is published from now on."""
        return ChannelSubscriber(self)

    def unsubscribe(self, queue: asyncio.Queue[Any]) -> None:
        """Hand no more to a subscriber; harmless when done before."""
        self.queues = [each for each in self.queues if each is not queue]
        self._missed.pop(queue, None)


class ChannelSubscriber:
    """One reader of a channel.

    Call :meth:`get` for the next item, or iterate over it until there are no more. It is unsubscribed by leaving its
    ``async with`` block, by :meth:`close`, or by being forgotten.
    """

    def __init__(self, channel: Channel) -> None:
        from asyncio import Queue

        self.channel = channel
        self.queue: asyncio.Queue[Any] = Queue()
        channel.queues.append(self.queue)

    async def get(self) -> Any:
        """Wait for the next item; None says that there is no more for now.

        Raises what ended the publishing, if that was a fault, and ``SubscriberLagged`` where items were missed because
        they were not read in time.
        """
        item = await self.queue.get()
        if isinstance(item, Exception):
            raise item
        return item

    def close(self) -> None:
        """Get no more; harmless when done before."""
        self.channel.unsubscribe(self.queue)

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Any:
        if (item := await self.get()) is None:
            raise StopAsyncIteration
        return item

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def __del__(self) -> None:
        self.close()
