"""A client of the fake engine, and waiting for the fake engine without stopping the loop."""

import asyncio
import functools
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest

from dockwright.aio import Docker
from tests.fakes.engine import FakeEngine, Request, Step, chunk, chunked_head

MULTIPLEXED = "application/vnd.docker.multiplexed-stream"
LOGS = "/containers/c/logs"

Received = Callable[..., Awaitable[list[Request]]]
Closed = Callable[[], Awaitable[None]]


def plain(value: object) -> object:
    """Give JSON as it is, for comparing with a literal; to a type checker the shape of a reply has more keys."""
    return value


def output(*frames: bytes) -> list[Step]:
    """Begin a chunked reply of multiplexed output, each piece in a write of its own; it has no end yet."""
    return [chunked_head(MULTIPLEXED), *(chunk(each) for each in frames)]


@pytest.fixture
async def docker(fake_engine: FakeEngine) -> AsyncIterator[Docker]:
    """A client of the fake engine; its version is pinned, so that it sends nothing by itself."""
    async with Docker(fake_engine.url, api_version="1.45") as docker:
        yield docker


@pytest.fixture
def received(fake_engine: FakeEngine) -> Received:
    """Wait until so many requests for a path have come, and give them."""

    async def wait(method: str, path: str, count: int = 1) -> list[Request]:
        return await asyncio.to_thread(functools.partial(fake_engine.wait_received, method, path, count))

    return wait


@pytest.fixture
def closed(fake_engine: FakeEngine) -> Closed:
    """Wait until the client has closed every connection that it opened."""

    async def wait() -> None:
        await asyncio.to_thread(fake_engine.wait_closed)

    return wait
