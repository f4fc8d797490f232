"""Channels: everybody gets everything, nobody holds the others up, and who leaves is forgotten."""

import asyncio
import gc
import weakref

import pytest

from dockwright.aio import ChannelSubscriber, DockerError
from dockwright.aio.channel import LIMIT, Channel
from dockwright.errors import SubscriberLagged


async def test_every_subscriber_gets_everything_from_its_beginning_on() -> None:
    channel = Channel()
    early = channel.subscribe()
    await channel.publish("one")
    late = channel.subscribe()
    await channel.publish("two")
    await channel.publish(None)
    assert isinstance(early, ChannelSubscriber)
    assert [item async for item in early] == ["one", "two"]
    assert (await late.get(), await late.get()) == ("two", None)
    await channel.publish("three")
    assert await early.get() == "three", "it may begin anew"


async def test_who_leaves_gets_no_more() -> None:
    """aiodocker B8: only the garbage collector unsubscribed."""
    channel = Channel()
    closed, left, forgotten = (channel.subscribe() for _ in range(3))
    assert len(channel.queues) == 3
    closed.close()
    closed.close()
    async with left as entered:
        assert entered is left
    gone = weakref.ref(forgotten)
    del forgotten
    gc.collect()
    assert gone() is None
    assert channel.queues == []
    await channel.publish("x")
    assert closed.queue.empty()


async def test_a_fault_is_raised_where_it_is_read() -> None:
    channel = Channel()
    subscriber = channel.subscribe()
    await channel.publish("one")
    await channel.publish(DockerError(900, "gone"))
    await channel.publish(None)
    assert await subscriber.get() == "one"
    with pytest.raises(DockerError, match="gone"):
        await subscriber.get()
    assert await subscriber.get() is None


async def test_a_slow_subscriber_is_told_what_it_missed() -> None:
    """aiodocker B8: queues without a bound."""
    channel = Channel()
    slow, fast = channel.subscribe(), channel.subscribe()
    for number in range(LIMIT + 5):
        await channel.publish(number)
        assert await fast.get() == number
    assert slow.queue.qsize() == LIMIT
    assert [await slow.get() for _ in range(10)] == list(range(10))
    await channel.publish("next")
    await channel.publish(None)
    assert [await slow.get() for _ in range(LIMIT - 10)] == list(range(10, LIMIT))
    with pytest.raises(SubscriberLagged, match="5 items were not read in time") as caught:
        await slow.get()
    assert caught.value.missed == 5
    assert [item async for item in slow] == ["next"]
    for _ in range(LIMIT + 1):
        await channel.publish("x")
    await channel.publish(None)
    for _ in range(LIMIT):
        await slow.get()
    with pytest.raises(SubscriberLagged):
        await slow.get()
    assert await slow.get() is None, "the end is not lost"


async def test_waiting_ends_with_a_cancellation() -> None:
    subscriber = Channel().subscribe()
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0):
            await subscriber.get()
