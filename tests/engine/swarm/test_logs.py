"""The log of a service that is followed while the only manager of its swarm is killed and comes back."""

import asyncio
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from dockwright.aio import LogLine
from tests.engines import Engines, PrivateEngine
from tests.engines.swarms import form
from tests.faces import FACES, connected

from .services import QUICK, SECONDS, Services, everything

COUNTS = "i=0; while :; do echo $i; echo e$i >&2; i=$((i+1)); sleep 0.02; done"
"""Counts on both streams, from 0 on in each task."""


@pytest.fixture
def manager(engine: PrivateEngine, engines: Engines) -> Iterator[PrivateEngine]:
    """The manager of a swarm of the test's own."""
    manager = engines.start(engine.name)
    form(manager)
    yield manager
    manager.stop()


async def test_a_manager_that_dies(manager: PrivateEngine, engine: PrivateEngine) -> None:
    """Every line comes once, of the tasks before and of those that take their place."""
    async with connected(FACES[engine.api == (1, 45)], manager.url) as client:
        services = Services(client)
        options = {**QUICK, "name": "counter", "mode": {"Replicated": {"Replicas": 2}}, "stop_signal": "SIGKILL"}
        service = await services.create(manager.image, ["sh", "-c", COUNTS], **options)
        stream = services.logs(service, "lines", follow=True, details=True, reconnect=True)
        lines: list[LogLine] = []
        await read(stream, lines, lambda: begun(lines) == 2)
        before = set(by_task(lines))
        await asyncio.to_thread(manager.crash)
        await asyncio.to_thread(manager.restart)
        await read(stream, lines, lambda: begun(lines) == 4)

        whole = by_task(await everything(services.logs(service, "lines", details=True)))
        ended = {key: numbers for key, numbers in whole.items() if key in before}
        assert len(ended) == 4, "two tasks on two streams"
        await read(stream, lines, lambda: all(len(by_task(lines)[key]) >= len(ended[key]) for key in ended))
        await (asyncio.to_thread(stream.close) if services.is_sync else stream.aclose())
        found = by_task(lines)
        assert {key: found[key] for key in ended} == ended
        for numbers in found.values():
            assert numbers == list(range(len(numbers)))
        await services.remove(service)


async def read(stream: Any, lines: list[LogLine], enough: Callable[[], bool]) -> None:
    """Read lines until there are enough."""
    async with asyncio.timeout(2 * SECONDS):
        while not enough():
            lines.append(await next_of(stream))


async def next_of(stream: Any) -> LogLine:
    """Read one line."""
    line: LogLine = await (anext(stream) if hasattr(stream, "__anext__") else asyncio.to_thread(next, stream))
    return line


def begun(lines: list[LogLine]) -> int:
    """Count the tasks that wrote for a while."""
    return [line.text.rpartition(" ")[2] for line in lines].count("20")


def by_task(lines: list[LogLine]) -> dict[tuple[str, str], list[int]]:
    """Give the numbers that each task wrote to each stream, in order."""
    found: dict[tuple[str, str], list[int]] = {}
    for line in lines:
        task, _, number = line.text.rpartition(" ")
        found.setdefault((task, line.stream), []).append(int(number.removeprefix("e")))
    return found
