"""Logs and events that are followed while their engine is killed and comes back, in both faces."""

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from dockwright.aio import ContainerNotFound, Docker, DockerContainer, LogLine, ReplyStream
from dockwright.sync import DockerClient
from tests.engines import Engine, Engines, PrivateEngine

STOPPED_AT_ONCE = {"StopSignal": "SIGKILL"}
"""An engine that comes back stops its containers first, and waits for those that do not listen."""

COUNTS = "i=0; while :; do echo $i; echo e$i >&2; i=$((i+1)); sleep 0.02; done"
"""Counts on both streams; from 0 again when it is restarted."""


@pytest.fixture
def private(engines: Engines, engine: Engine) -> Iterator[PrivateEngine]:
    """An engine of the test's own."""
    private = engines.start(engine.name)
    yield private
    private.stop()


async def counter(docker: Docker, private: PrivateEngine, *, tty: bool = False) -> DockerContainer:
    """Start a container that is started again with its engine."""
    config = {
        **STOPPED_AT_ONCE,
        "Image": private.image,
        "Cmd": ["sh", "-c", COUNTS],
        "Tty": tty,
        "HostConfig": {"RestartPolicy": {"Name": "always"}},
    }
    return await docker.containers.run(config, name=f"counter-{tty}")


async def take(stream: ReplyStream[LogLine], until: Callable[[list[LogLine]], bool]) -> list[LogLine]:
    """Read lines until there are enough."""
    lines: list[LogLine] = []
    async with asyncio.timeout(60):
        async for line in stream:
            lines.append(line)
            if until(lines):
                return lines
    raise AssertionError(f"it ended after {len(lines)} lines")


def runs(lines: list[LogLine]) -> int:
    """Count the runs of the container."""
    return [line.text for line in lines].count("0")


@pytest.mark.private_engine
async def test_an_engine_that_dies_twice(private: PrivateEngine) -> None:
    """aiodocker B8: its listener died with the engine, and later subscribers waited for ever."""
    filters = {"type": "volume"}
    client = DockerClient(private.url)
    async with Docker(private.url) as docker:
        containers = [await counter(docker, private), await counter(docker, private, tty=True)]
        streams = [container.lines(follow=True, timestamps=True, reconnect=True) for container in containers]
        events = await docker.events.follow(filters=filters, reconnect=True).open()
        subscriber = docker.events.subscribe(filters=filters, reconnect=True)
        with (
            client,
            client.containers.get("counter-False").logs(stream=True, reconnect=True) as log,
            client.events(filters=filters, decode=True, reconnect=True) as documents,
            ThreadPoolExecutor(1) as pool,
        ):
            reading = pool.submit(read_runs, log, 3)
            found = [await take(stream, lambda lines: len(lines) > 20) for stream in streams]
            for name in ("one", "two", "three"):
                await docker.api.volumes.create({"Name": name})
                async with asyncio.timeout(60):
                    assert (await anext(events)).actor.id == name
                    assert (await subscriber.get())["Actor"]["ID"] == name
                    assert (await asyncio.to_thread(next, documents))["Actor"]["ID"] == name
                    past = docker.events.follow(since=timedelta(minutes=5), until=timedelta(0), filters=filters)
                    # An engine knows nothing of what was before its start.
                    assert [event.actor.id for event in await past.read_all()] == [name]
                if name != "three":
                    await asyncio.to_thread(private.crash)
                    await asyncio.to_thread(private.restart)
                    for stream, lines in zip(streams, found, strict=True):
                        lines += await take(stream, lambda new: runs(new) > 0 and len(new) > 20)
            for stream, lines, container in zip(streams, found, containers, strict=True):
                await stream.aclose()
                whole = await container.lines(timestamps=True).read_all()
                assert lines == whole[: len(lines)]
                assert runs(lines) == 3
            text = await asyncio.to_thread(reading.result, 60)
            whole = await containers[0].lines().read_all()
            assert text.decode().splitlines() == [line.text for line in whole][: text.count(b"\n")]
        await events.aclose()


def read_runs(log: Iterator[bytes], count: int) -> bytes:
    """Read until a container has begun so often."""
    text = b"\n"
    for piece in log:
        text += piece
        if text.count(b"\n0\n") == count:
            return text[1:]
    raise AssertionError("it ended")


@pytest.mark.private_engine
async def test_containers_with_and_without_another_life(private: PrivateEngine) -> None:
    config = {"Image": private.image, "Cmd": ["sh", "-c", "echo once; sleep 600"], **STOPPED_AT_ONCE}
    async with Docker(private.url) as docker:
        ended = await docker.containers.run(config, name="ended")
        removed = await docker.containers.run({**config, "HostConfig": {"AutoRemove": True}}, name="removed")
        again = {"RestartPolicy": {"Name": "always"}}
        restarted = await docker.containers.run({**config, "HostConfig": again}, name="restarted")
        streams = [each.lines(follow=True, reconnect=True) for each in (ended, removed, restarted)]
        for stream in streams:
            assert await anext(stream) == LogLine("stdout", "once")
        # Nothing was read of this one when the engine dies, and still nothing is lost.
        new = await restarted.lines(follow=True, tail=0, reconnect=True).open()
        await asyncio.to_thread(private.crash)
        await asyncio.to_thread(private.restart)
        async with asyncio.timeout(60):
            assert [line async for line in streams[0]] == []
            with pytest.raises(ContainerNotFound):
                await anext(streams[1])
            assert await anext(streams[2]) == await anext(new) == LogLine("stdout", "once")
        await streams[2].aclose()
        await new.aclose()
        assert len(await restarted.lines().read_all()) == 2


@pytest.mark.private_engine
async def test_containers_that_outlive_their_engine(private: PrivateEngine) -> None:
    """What they write while there is no engine is in the log, too."""
    private.keep_containers()
    async with Docker(private.url) as docker:
        container = await counter(docker, private)
        async with container.lines(follow=True, timestamps=True, reconnect=True) as stream:
            lines = await take(stream, lambda lines: len(lines) > 20)
            await asyncio.to_thread(private.crash)
            await asyncio.to_thread(private.restart)
            lines += await take(stream, lambda new: len(new) > 100)
        whole = await container.lines(timestamps=True).read_all()
        assert lines == whole[: len(lines)]
        for name in ("stdout", "stderr"):
            numbers = [int(line.text.removeprefix("e")) for line in lines if line.stream == name]
            assert numbers == list(range(len(numbers)))
        await container.delete(force=True)


async def test_a_container_that_restarts_itself(
    docker: Docker, engine: Engine, unique_name: str, labels: dict[str, str]
) -> None:
    """Its log ends with each run, and goes on with the next."""
    config = {
        "Image": engine.image,
        "Cmd": ["sh", "-c", "echo begin; sleep 0.1; echo end; exit 1"],
        "HostConfig": {"RestartPolicy": {"Name": "on-failure", "MaximumRetryCount": 2}},
        "Labels": labels,
    }
    container = await docker.containers.run(config, name=unique_name)
    async with asyncio.timeout(60):
        lines = await container.lines(follow=True, reconnect=True).read_all()
    assert [line.text for line in lines] == ["begin", "end"] * 3
    await container.delete(force=True)
