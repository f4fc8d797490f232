"""Lines of logs, statistics, events and attached output of real engines, in both faces."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from dockwright.aio import ContainerNotFound, Docker, DockerContainer, LogLine
from dockwright.sync import DockerClient
from dockwright.sync import InvalidArgument as SyncInvalidArgument
from tests.engines import Engine

SCRIPT = "echo one; sleep 0.2; echo two >&2; sleep 0.2; printf three"


@pytest.fixture
def client(engine: Engine) -> Iterator[DockerClient]:
    """A synchronous client of the engine."""
    with DockerClient(engine.url) as client:
        yield client


async def finished(
    docker: Docker, engine: Engine, name: str, labels: dict[str, str], script: str, *, tty: bool = False
) -> DockerContainer:
    """Run a script to its end."""
    config = {"Image": engine.image, "Cmd": ["sh", "-c", script], "Labels": labels, "Tty": tty}
    container = await docker.containers.run(config, name=name)
    await container.wait()
    return container


@pytest.mark.parametrize("follow", [False, True])
async def test_lines(
    docker: Docker, engine: Engine, client: DockerClient, unique_name: str, labels: dict[str, str], *, follow: bool
) -> None:
    begin = datetime.now(UTC) - timedelta(seconds=5)
    container = await finished(docker, engine, unique_name, labels, SCRIPT)
    lines = await container.lines(follow=follow, timestamps=True).read_all()
    assert [line[:2] for line in lines] == [("stdout", "one"), ("stderr", "two"), ("stdout", "three")]
    times = [line.timestamp for line in lines if line.timestamp is not None]
    assert begin < times[0] < times[1] < times[2] < begin + timedelta(seconds=60)
    assert await container.lines(stderr=False).read_all() == [LogLine("stdout", "one"), LogLine("stdout", "three")]
    # All ways to say when; a float is only exact to a quarter of a microsecond, and the engine counts nanoseconds.
    second = times[1] - timedelta(microseconds=5)
    for moment in (second, second.isoformat(), second.timestamp()):
        later = await container.lines(since=moment).read_all()
        assert later == [LogLine("stderr", "two"), LogLine("stdout", "three")]
    assert await container.lines(until=times[0] - timedelta(seconds=1)).read_all() == []
    assert client.containers.get(unique_name).lines(timestamps=True).read_all() == lines
    await container.delete()


async def test_long_lines_have_one_time(
    docker: Docker, engine: Engine, unique_name: str, labels: dict[str, str]
) -> None:
    """The engine cuts a long line into pieces and writes the time in front of each."""
    script = "head -c 100000 /dev/zero | tr '\\0' x; echo; echo end"
    container = await finished(docker, engine, unique_name, labels, script)
    lines = await container.lines(timestamps=True).read_all()
    assert [line.text for line in lines] == ["x" * 100000, "end"]
    await container.delete()


async def test_lines_of_a_terminal(docker: Docker, engine: Engine, unique_name: str, labels: dict[str, str]) -> None:
    container = await finished(docker, engine, unique_name, labels, SCRIPT, tty=True)
    lines = await container.lines(timestamps=True).read_all()
    assert [line[:2] for line in lines] == [("stdout", "one"), ("stdout", "two"), ("stdout", "three")]
    assert all(line.timestamp for line in lines)
    await container.delete()


async def test_stats(sleeper: DockerContainer, client: DockerClient, unique_name: str) -> None:
    async with sleeper.stats() as stream:
        first, second = await anext(stream), await anext(stream)
    assert first["read"] < second["read"]
    (document,) = await sleeper.stats(stream=False)
    assert document["id"] == first["id"]
    used = await sleeper.usage()
    assert used.memory > 0
    assert used.processes >= 1
    assert 0 <= used.cpu_percent < 100
    container = client.containers.get(unique_name)
    assert container.usage().memory > 0
    with container.stats(decode=True) as decoded:
        assert next(decoded)["id"] == first["id"]
    with container.stats() as raw:
        assert next(raw).startswith(b"{")
    with pytest.raises(SyncInvalidArgument, match="one_shot needs stream=False"):
        container.stats(one_shot=True)  # type: ignore[call-overload]  # what it is about


async def test_cpu_that_is_busy(docker: Docker, engine: Engine, unique_name: str, labels: dict[str, str]) -> None:
    config = {"Image": engine.image, "Cmd": ["sh", "-c", "while :; do :; done"], "Labels": labels}
    container = await docker.containers.run(config, name=unique_name)
    assert (await container.usage()).cpu_percent > 5
    await container.delete(force=True)


async def test_events(
    docker: Docker, engine: Engine, client: DockerClient, unique_name: str, labels: dict[str, str]
) -> None:
    filters = {"container": unique_name, "event": ["create", "destroy"]}
    begin = datetime.now(UTC) - timedelta(seconds=1)
    async with docker.system.events(filters=filters) as events:
        container = await docker.containers.create({"Image": engine.image, "Labels": labels}, name=unique_name)
        created = await anext(events)
        await container.delete()
        destroyed = await anext(events)
    assert [each.action for each in (created, destroyed)] == ["create", "destroy"]
    assert created.actor.id == container.id
    # Engine 20.10 reads no RFC 3339 here.
    until = datetime.now(UTC) + timedelta(seconds=1)
    for since in (begin, begin.isoformat(), begin.timestamp()):
        past = await docker.system.events(since=since, until=until.isoformat(), filters=filters).read_all()
        assert [event.time_nano for event in past] == [created.time_nano, destroyed.time_nano]
    with client.events(since=begin, until=until, filters=filters, decode=True) as documents:
        assert [document["Action"] for document in documents] == ["create", "destroy"]
    with client.events(since=begin, until=until, filters=filters) as raw:
        assert all(b'"Action"' in each for each in raw)


async def test_attaching_loses_nothing(
    docker: Docker, engine: Engine, client: DockerClient, unique_name: str, labels: dict[str, str]
) -> None:
    """docker-py 1.1: what came in one packet with the 101 was lost, in 35 of 40 cases."""
    await finished(docker, engine, unique_name, labels, "echo out; sleep 0.2; echo err >&2")
    container = client.containers.get(unique_name)
    for _ in range(40):
        assert container.attach(logs=True) == b"out\nerr\n"
    assert container.attach(logs=True, demux=True) == (b"out\n", b"err\n")
    assert container.attach(logs=True, stderr=False, demux=True) == (b"out\n", None)
    assert container.attach() == b""
    container.remove()


def test_attaching_to_write(client: DockerClient, engine: Engine, unique_name: str, labels: dict[str, str]) -> None:
    """docker-py 1.5: a web socket over a Unix socket failed in the depths."""
    container = client.containers.create(engine.image, "cat", stdin_open=True, name=unique_name, labels=labels)
    with container.attach_socket({"stdin": 1, "stdout": 1, "stream": 1}) as socket:
        container.start()
        with container.attach(stream=True) as output:
            socket.write(b"hello")
            message = socket.read_out()
            assert message is not None
            assert message.data == b"hello"
            assert next(output) == b"hello"
        with container.attach_socket({"stdin": 1, "stdout": 1, "stream": 1}, ws=True) as web_socket:
            web_socket.send("again")
            assert web_socket.recv() == b"again"
    with pytest.raises(SyncInvalidArgument, match="params has no stdinn"):
        container.attach_socket({"stdinn": 1})
    container.remove(force=True)


async def test_a_web_socket(docker: Docker, engine: Engine, unique_name: str, labels: dict[str, str]) -> None:
    """aiodocker B5: as the first call of a client it asked for version "auto", and aiohttp's error leaked."""
    config = {"Image": engine.image, "Cmd": ["cat"], "Labels": labels, "OpenStdin": True}
    container = await docker.containers.run(config, name=unique_name)
    async with Docker(engine.url) as fresh:
        socket = await fresh.containers.container(unique_name).websocket()
        await socket.send_bytes(b"hello\n")
        assert (await asyncio.wait_for(socket.receive(), 30)).data == b"hello\n"
        await socket.close()
        with pytest.raises(ContainerNotFound):
            await fresh.containers.container(f"{unique_name}-not").websocket()
    await container.delete(force=True)


async def test_the_size_of_a_terminal(docker: Docker, engine: Engine, unique_name: str, labels: dict[str, str]) -> None:
    config = {"Image": engine.image, "Cmd": ["sh"], "Labels": labels, "OpenStdin": True, "Tty": True}
    container = await docker.containers.run(config, name=unique_name)
    async with container.attach(stdin=True, stdout=True) as stream:
        await container.resize(h=33, w=99)
        await stream.write_in(b"stty size\n")
        output = b""
        while b"33 99" not in output:
            message = await stream.read_out()
            assert message is not None
            output += message.data
    await container.delete(force=True)
