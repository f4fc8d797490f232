"""Live streams whose engine is killed, stopped or gone, in both faces: an error in time, and nothing lost before it."""

import asyncio
import os
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import pytest

from dockwright import sync
from dockwright.aio import (
    ConnectionLost,
    DeadlineExceeded,
    Deadlines,
    Docker,
    DockerContainer,
    DockerError,
    EngineUnreachable,
    ExecTimeout,
    Message,
    Timeouts,
    TruncatedStream,
)
from dockwright_api import operations
from tests.engines import Engine, Engines
from tests.engines.stalling import StallingRegistry

GONE = (ConnectionLost, TruncatedStream, EngineUnreachable)


@pytest.mark.private_engine
async def test_an_engine_that_is_killed(engines: Engines, engine: Engine) -> None:
    """aiodocker B8, B9: the listener of events died in silence, and errors of aiohttp leaked."""
    private = engines.start(engine.name)
    async with Docker(private.url) as docker:
        # What does not listen to the engine that comes back would keep it waiting.
        config = {"Image": private.image, "Cmd": ["sh", "-c", "echo one; sleep 600"], "StopSignal": "SIGKILL"}
        container = await docker.containers.run(config, name="followed")
        log = container.messages(follow=True)
        events = docker.system.events()
        stats = container.stats()
        assert await anext(log) == Message(1, b"one\n")
        await anext(stats)
        await events.open()
        running = asyncio.ensure_future(container.exec_run(["sleep", "601"]))
        waiting = asyncio.ensure_future(container.wait())
        await anext(events)  # the exec was created
        await until_it_runs(container, running)
        private.crash()
        for stream in (log, events, stats):
            with pytest.raises(GONE):
                await read_on(stream)
        for task in (running, waiting):
            with pytest.raises(GONE):
                await task
        private.restart()
        # The same client goes on with the engine that came back.
        assert await docker.system.ping()
        assert await container.lines().read_all()
    private.stop()


async def read_on(stream: Any) -> None:
    """Read until something happens."""
    async for _ in stream:
        pass


async def until_it_runs(container: DockerContainer, command: "asyncio.Future[Any]") -> None:
    """Wait until a command runs in a container."""
    while "sleep 601" not in str(await container.docker.api.containers.top(container.id)):
        assert not command.done(), command


@pytest.mark.private_engine
async def test_an_engine_that_is_killed_during_a_pull(engines: Engines, engine: Engine) -> None:
    """aiodocker B9: the error of aiohttp leaked; here it says what was read before, in both faces."""
    private = engines.start(engine.name)
    with StallingRegistry(private) as registry, sync.DockerClient(private.url) as client:
        operation = operations.images.create(from_image=registry.image)
        begun = [threading.Event(), threading.Event()]

        def note(number: int) -> Callable[[object], None]:
            return lambda document: begun[number].set() if "Pulling from stalling" in str(document) else None

        async with Docker(private.url) as docker:
            pulls = [
                asyncio.ensure_future(docker.engine.documents(operation).read_all(note(0))),
                asyncio.ensure_future(asyncio.to_thread(client.engine.documents(operation).read_all, note(1))),
            ]
            for each in begun:
                assert await asyncio.to_thread(each.wait, 60)
            private.crash()
            for pull in pulls:
                with pytest.raises(GONE) as caught:
                    await pull
                assert isinstance(caught.value, ConnectionLost | TruncatedStream)
                assert "Pulling from stalling" in str(caught.value.progress)
    private.stop()


@pytest.mark.private_engine
async def test_an_engine_that_stops_answering(engines: Engines, engine: Engine) -> None:
    private = engines.start(engine.name)
    async with Docker(private.url) as docker:
        container = await docker.containers.run({"Image": private.image, "Cmd": ["sleep", "600"]}, name="stuck")
        stats = container.stats(timeout=Deadlines(idle=3))
        await anext(stats)
        private.signal("STOP")
        try:
            with pytest.raises(DeadlineExceeded, match="ContainerStats: the idle limit of 3 seconds passed"):
                await read_on(stats)
            with pytest.raises(DeadlineExceeded, match=r"ContainerLogs: the total limit of 0\.2 seconds passed"):
                await container.messages(timeout=0.2).read_all()
            with pytest.raises(DeadlineExceeded, match=r"ContainerAttach: the total limit of 0\.2 seconds passed"):
                await container.attach(stdout=True, timeout=0.2).open()
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.2):
                    await container.messages().read_all()
        finally:
            private.signal("CONT")
        assert await docker.system.ping()
    private.stop()


@pytest.mark.private_engine
async def test_a_command_whose_engine_does_not_answer(engines: Engines, engine: Engine) -> None:
    private = engines.start(engine.name)
    timeouts = Timeouts(cleanup=Deadlines(total=1))
    async with Docker(private.url, timeout=timeouts) as docker:
        container = await docker.containers.run({"Image": private.image, "Cmd": ["sleep", "600"]}, name="stuck")
        running = asyncio.ensure_future(container.exec_run(["sleep", "601"], timeout=3))
        await until_it_runs(container, running)
        private.signal("STOP")
        try:
            with pytest.raises(ExecTimeout, match="was not killed and may still run"):
                await running
        finally:
            private.signal("CONT")
    private.stop()


@pytest.mark.private_engine
def test_the_same_where_threads_wait(engines: Engines, engine: Engine) -> None:
    private = engines.start(engine.name)
    with sync.DockerClient(private.url) as client, ThreadPoolExecutor(8) as pool:
        container = client.containers.run(
            private.image, ["sh", "-c", "echo one; sleep 600"], name="followed", detach=True
        )
        begun = threading.Barrier(4)

        def drain(stream: Any) -> None:
            next(stream)
            begun.wait(30)
            for _ in stream:
                pass

        streams: list[Callable[[], object]] = [
            lambda: drain(container.messages(follow=True)),
            lambda: drain(container.stats(decode=True)),
            lambda: drain(client.events(since=1, decode=True)),
        ]
        reading: list[Future[Any]] = [pool.submit(each) for each in streams]
        command = pool.submit(lambda: container.exec_run(["sleep", "601"]))
        begun.wait(30)
        while "sleep 601" not in str(client.api.containers.top(container.id)):
            assert not command.done(), command
        private.crash()
        for future in [*reading, command]:
            with pytest.raises(GONE):
                future.result(30)
    private.stop()


@pytest.mark.private_engine
async def test_a_socket_that_is_removed(engines: Engines, engine: Engine) -> None:
    private = engines.start(engine.name)
    async with Docker(private.url) as docker:
        container = await docker.containers.run(
            {"Image": private.image, "Cmd": ["sh", "-c", "echo one; read x; echo two"], "OpenStdin": True}, name="quiet"
        )
        attached = await container.attach(stdin=True).open()
        log = container.messages(follow=True)
        assert await anext(log) == Message(1, b"one\n")
        os.unlink(private.url.removeprefix("unix://"))
        # What is open goes on; what is new says what is missing.
        await attached.write_in(b"\n")
        assert await anext(log) == Message(1, b"two\n")
        await attached.close()
        async with Docker(private.url) as late:
            with pytest.raises(EngineUnreachable):
                await late.system.ping()
        await log.aclose()
    private.stop()


def test_sixteen_threads(engine: Engine, unique_name: str, labels: dict[str, str]) -> None:
    """docker-py is known to mix replies up when threads share a client."""
    with sync.DockerClient(engine.url) as client, ThreadPoolExecutor(16) as pool:
        container = client.containers.run(
            engine.image, ["sh", "-c", "echo one; sleep 600"], name=unique_name, labels=labels, detach=True
        )

        def mixed(number: int) -> object:
            match number % 4:
                case 0:
                    return container.exec_run(["echo", str(number)]).output == b"%d\n" % number
                case 1:
                    return container.logs() == b"one\n"
                case 2:
                    with container.messages(follow=True) as stream:
                        return next(stream) == Message(1, b"one\n")
                case _:
                    with pytest.raises(sync.NotFound):
                        client.containers.get(f"{unique_name}-{number}")
                    return True

        assert all(pool.map(mixed, range(160)))
        container.remove(force=True)


async def test_errors_are_of_one_root(docker: Docker, unique_name: str) -> None:
    missing = docker.containers.container(unique_name)
    for call in (missing.exec_run("true"), missing.usage(), missing.lines().read_all(), missing.websocket()):
        with pytest.raises(DockerError):
            await call
