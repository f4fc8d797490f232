"""dockwright.aio."""

import asyncio
from collections.abc import Awaitable, Callable, Generator
from contextlib import contextmanager
from tempfile import TemporaryDirectory

from benchmarks import payloads
from benchmarks.contestants import (
    BATCHES,
    CONCURRENT,
    COPIED,
    EXECS,
    FOLLOWERS,
    IMAGE,
    INSPECTS,
    LISTS,
    LOGS,
    Contestant,
    Work,
    folder_to_copy,
)
from dockwright.aio import Docker


def contestant(work: Callable[[Docker], Awaitable[int]]) -> Contestant:
    """Run a coroutine function with one client."""

    @contextmanager
    def prepared(address: str) -> Generator[Work]:
        async def once() -> int:
            return await work(docker)

        with asyncio.Runner() as runner:
            docker = Docker(address)
            try:
                # What comes with the first call is no part of the memory that the work takes.
                runner.run(docker.version())
                yield lambda: runner.run(once())
            finally:
                runner.run(docker.close())

    return prepared


@contestant
async def list_by_key(docker: Docker) -> int:
    """List all containers and read three fields of each."""
    for _ in range(LISTS):
        containers = await docker.containers.list(all=True)
        read = [(container["Id"], container["Names"][0], container["State"]) for container in containers]
        assert len(read) == payloads.CONTAINERS
    return LISTS


@contestant
async def list_models(docker: Docker) -> int:
    """List all containers as validated models and read three fields of each."""
    for _ in range(LISTS):
        containers = await docker.api.containers.list(all=True)
        read = [(container.id, (container.names or [""])[0], container.state) for container in containers]
        assert len(read) == payloads.CONTAINERS
    return LISTS


@contestant
async def inspect_json(docker: Docker) -> int:
    """Inspect as plain JSON."""
    container = docker.containers.container(payloads.container_id(7))
    for _ in range(INSPECTS):
        shown = await container.show()
        assert shown["State"]["Running"]
    return INSPECTS


@contestant
async def inspect_model(docker: Docker) -> int:
    """Inspect as a validated model."""
    container = docker.containers.container(payloads.container_id(7))
    for _ in range(INSPECTS):
        shown = await container.inspect()
        assert shown.state is not None and shown.state.running
    return INSPECTS


@contestant
async def concurrent_inspects(docker: Docker) -> int:
    """Inspect many containers at the same time."""
    for _ in range(BATCHES):
        ids = map(payloads.container_id, range(CONCURRENT))
        shown = await asyncio.gather(*(docker.containers.container(each).show() for each in ids))
        assert all(each["State"]["Running"] for each in shown)
    return BATCHES * CONCURRENT


@contestant
async def concurrent_models(docker: Docker) -> int:
    """Inspect many containers at the same time, as validated models."""
    for _ in range(BATCHES):
        ids = map(payloads.container_id, range(CONCURRENT))
        shown = await asyncio.gather(*(docker.api.containers.inspect(each) for each in ids))
        assert all(each.state is not None and each.state.running for each in shown)
    return BATCHES * CONCURRENT


async def _messages(docker: Docker, name: str) -> int:
    count = 0
    container = docker.containers.container(name)
    for _ in range(LOGS):
        async for message in container.messages(stdout=True, stderr=True, follow=True):
            assert message.data
            count += 1
    return count


@contestant
async def log_messages(docker: Docker) -> int:
    """Follow a log of short lines, message by message."""
    return await _messages(docker, "lines")


@contestant
async def joined_messages(docker: Docker) -> int:
    """Do the same where many messages come in one HTTP chunk."""
    return await _messages(docker, "lines-joined")


@contestant
async def log_bytes(docker: Docker) -> int:
    """Follow a log of large blocks, message by message."""
    size = 0
    container = docker.containers.container("blocks")
    for _ in range(LOGS):
        async for message in container.messages(stdout=True, stderr=True, follow=True):
            size += len(message.data)
    return size


@contestant
async def endless_log(docker: Docker) -> int:
    """Follow a log of 2 GiB."""
    size = 0
    async for message in docker.containers.container("endless").messages(stdout=True, stderr=True, follow=True):
        size += len(message.data)
    return size


@contestant
async def followers(docker: Docker) -> int:
    """Follow many logs at the same time: no one goes on before each has its first message."""
    everyone = asyncio.Barrier(FOLLOWERS)

    async def follow() -> int:
        count = 0
        async for _ in docker.containers.container("few-lines").messages(stdout=True, stderr=True, follow=True):
            if not count:
                await everyone.wait()
            count += 1
        return count

    return sum(await asyncio.gather(*(follow() for _ in range(FOLLOWERS))))


@contestant
async def copy_out(docker: Docker) -> int:
    """Copy a folder out of a container."""
    with TemporaryDirectory(prefix="dockwright-benchmarks-") as folder:
        await docker.containers.container("archive").copy_from("/data", folder)
    return COPIED


@contextmanager
def copy_in(address: str) -> Generator[Work]:
    """Copy a folder into a container."""
    with folder_to_copy() as folder:

        @contestant
        async def copy(docker: Docker) -> int:
            await docker.containers.container("archive").copy_to(folder, "/data")
            return COPIED

        with copy(address) as work:
            yield work


@contestant
async def execs(docker: Docker) -> int:
    """Run processes in a container, one after the other, and ask for the exit status of each."""
    container = await docker.containers.run({"Image": IMAGE, "Cmd": ["sleep", "600"], "HostConfig": {"Init": True}})
    try:
        for _ in range(EXECS):
            assert (await container.exec_run(["true"])).exit_code == 0
    finally:
        await container.delete(force=True)
    return EXECS
