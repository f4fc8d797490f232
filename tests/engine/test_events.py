"""Events and logs of real engines for subscribers, and by how long ago they were, in both faces."""

import asyncio
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from dockwright.aio import BadRequest, Docker, DockerContainer, LogLine
from dockwright.sync import DockerClient
from tests.engines import Engine

AGO = timedelta(minutes=5)


@pytest.fixture
def client(engine: Engine) -> Iterator[DockerClient]:
    """A synchronous client of the engine."""
    with DockerClient(engine.url) as client:
        yield client


async def create_and_delete(docker: Docker, engine: Engine, name: str, labels: dict[str, str]) -> None:
    container = await docker.containers.create({"Image": engine.image, "Labels": labels}, name=name)
    await container.delete()


async def test_a_program_written_for_aiodocker(
    docker: Docker, engine: Engine, unique_name: str, labels: dict[str, str]
) -> None:
    """Its own task, one for whoever asks, and what an event is."""
    subscriber = docker.events.subscribe()
    assert docker.events.task is not None
    await create_and_delete(docker, engine, unique_name, labels)
    actions: list[str] = []
    async with asyncio.timeout(60):
        while "destroy" not in actions:
            event = await subscriber.get()
            if event["Actor"].get("Attributes", {}).get("name") == unique_name:
                actions.append(event["Action"])
                now = datetime.now()
                assert abs(now - event["time"]) < timedelta(seconds=60)
                assert event["timeNano"] // 10**9 == int(event["time"].timestamp())
    assert actions == ["create", "destroy"]
    await docker.events.stop()
    stopped: Any = docker.events
    assert (stopped.task, stopped.json_stream) == (None, None)
    assert await subscriber.get() is None


async def test_subscribers_who_want_different_things(
    docker: Docker, engine: Engine, unique_name: str, labels: dict[str, str]
) -> None:
    """aiodocker B8: what the second one asked for was ignored."""
    filters = {"container": unique_name}
    created = docker.events.subscribe(filters={**filters, "event": "create"})
    destroyed = docker.events.subscribe(filters={**filters, "event": "destroy"})
    past = datetime.now(UTC)
    await create_and_delete(docker, engine, unique_name, labels)
    async with asyncio.timeout(60):
        assert (await created.get())["Action"] == "create"
        assert (await destroyed.get())["Action"] == "destroy"
        # Who comes later may begin earlier.
        late = docker.events.subscribe(since=past, filters=filters)
        assert [(await late.get())["Action"] for _ in range(2)] == ["create", "destroy"]
    assert created.queue.empty()
    assert destroyed.queue.empty()


async def test_an_error_reply(docker: Docker) -> None:
    subscriber = docker.events.subscribe(since=20, until=10)
    with pytest.raises(BadRequest):
        await subscriber.get()
    assert await subscriber.get() is None


async def test_so_long_ago(
    docker: Docker, engine: Engine, client: DockerClient, unique_name: str, labels: dict[str, str]
) -> None:
    filters = {"container": unique_name}
    await create_and_delete(docker, engine, unique_name, labels)
    for stream in (docker.events.follow, docker.system.events):
        found = await stream(since=AGO, until=timedelta(0), filters=filters).read_all()
        assert [event.action for event in found] == ["create", "destroy"]
    with client.events(since=AGO, until=timedelta(0), filters=filters, decode=True) as documents:
        assert [each["Action"] for each in documents] == ["create", "destroy"]
    earlier = docker.events.follow(since=AGO * 2, until=AGO, filters=filters)
    assert await earlier.read_all() == []


async def test_logs_of_so_long_ago(
    docker: Docker, engine: Engine, client: DockerClient, unique_name: str, labels: dict[str, str]
) -> None:
    config: Any = {"Image": engine.image, "Cmd": ["echo", "one"], "Labels": labels}
    container = await docker.containers.run(config, name=unique_name)
    await container.wait()
    assert await container.log(stdout=True, since=AGO) == ["one\n"]
    assert await container.log(stdout=True, until=AGO) == []
    assert await container.lines(since=AGO, until=timedelta(0)).read_all() == [LogLine("stdout", "one")]
    twin = client.containers.get(unique_name)
    assert twin.logs(since=AGO) == b"one\n"
    assert twin.logs(until=AGO) == b""
    await container.delete()


def test_another_thread_closes(client: DockerClient) -> None:
    """As docker-py's CancellableStream: whoever waits for the next event comes to an end."""
    events = client.events(decode=True, filters={"container": "none-such"})
    begun = threading.Event()

    def read() -> list[object]:
        begun.set()
        return list(events)

    with ThreadPoolExecutor(1) as pool:
        reading = pool.submit(read)
        begun.wait()
        events.close()
        assert reading.result(30) == []


class TestLog:
    """The log of a container for subscribers."""

    SCRIPT = "echo one; echo two >&2; sleep 0.1; printf three"

    @pytest.mark.parametrize("tty", [False, True])
    async def test_lines(
        self, docker: Docker, engine: Engine, unique_name: str, labels: dict[str, str], *, tty: bool
    ) -> None:
        """aiodocker B12: subscribers got headers of frames, and nothing useful of a terminal."""
        config: Any = {"Image": engine.image, "Cmd": ["sh", "-c", self.SCRIPT], "Labels": labels, "Tty": tty}
        container: DockerContainer = await docker.containers.create(config, name=unique_name)
        await container.start()
        subscribers = [container.logs.subscribe() for _ in range(2)]
        async with asyncio.timeout(60):
            # Of itself, engine 20.10 loses a last line without an end.
            await container.logs.run(reconnect=True)
            for subscriber in subscribers:
                lines = sorted([line async for line in subscriber])
                ending = b"\r\n" if tty else b"\n"
                assert lines == [b"one" + ending, b"three", b"two" + ending]
        await container.delete(force=True)

    @pytest.mark.parametrize("reconnect", [False, True])
    async def test_long_lines_of_a_terminal(
        self, docker: Docker, engine: Engine, unique_name: str, labels: dict[str, str], *, reconnect: bool
    ) -> None:
        """The engine stores them in pieces; the times of these are not part of the line."""
        script = "head -c 40000 /dev/zero | tr '\\0' x; echo; echo end"
        config: Any = {"Image": engine.image, "Cmd": ["sh", "-c", script], "Labels": labels, "Tty": True}
        container = await docker.containers.run(config, name=unique_name)
        await container.wait()
        for timestamps in (False, True):
            lines = await container.lines(timestamps=timestamps, reconnect=reconnect).read_all()
            assert [line.text for line in lines] == ["x" * 40000, "end"]
            assert all((line.timestamp is not None) is timestamps for line in lines)
        await container.delete()
