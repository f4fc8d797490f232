"""A client of the fake engine, and what it answers."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

import pytest

from dockwright.sync import DockerClient
from tests.fakes.engine import FakeEngine, Step, chunk, chunked_head

MULTIPLEXED = "application/vnd.docker.multiplexed-stream"
LOGS = "/containers/c/logs"

T = TypeVar("T")
InThread = Callable[[Callable[[], T]], "Future[T]"]


def output(*frames: bytes) -> list[Step]:
    """Begin a chunked reply of multiplexed output, each piece in a write of its own; it has no end yet."""
    return [chunked_head(MULTIPLEXED), *(chunk(each) for each in frames)]


@pytest.fixture
def client(fake_engine: FakeEngine) -> Iterator[DockerClient]:
    """A client of the fake engine; its version is pinned, so that it sends nothing by itself."""
    with DockerClient(fake_engine.url, version="1.45") as client:
        yield client


@pytest.fixture
def threads() -> Iterator[ThreadPoolExecutor]:
    """Threads for what happens at the same time."""
    with ThreadPoolExecutor(16) as pool:
        yield pool
