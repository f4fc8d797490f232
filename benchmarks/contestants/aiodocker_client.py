"""aiodocker."""

import asyncio
import tarfile
from collections.abc import Awaitable, Callable, Generator
from contextlib import contextmanager
from io import BytesIO
from tempfile import TemporaryDirectory
from typing import Any

import aiodocker
import aiohttp

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


def contestant(work: Callable[[aiodocker.Docker], Awaitable[int]]) -> Contestant:
    """Run a coroutine function with one client."""

    @contextmanager
    def prepared(address: str) -> Generator[Work]:
        async def connect() -> aiodocker.Docker:
            if not address.startswith("unix://"):
                return aiodocker.Docker(address)
            # With a connector of its own, the 101st follower of a log would wait for ever.
            connector = aiohttp.UnixConnector(address.removeprefix("unix://"), limit=0)
            return aiodocker.Docker("http://localhost", connector=connector)

        async def once() -> int:
            return await work(docker)

        with asyncio.Runner() as runner:
            docker = runner.run(connect())
            try:
                yield lambda: runner.run(once())
            finally:
                runner.run(docker.close())

    return prepared


@contestant
async def list_by_key(docker: aiodocker.Docker) -> int:
    """List all containers and read three fields of each."""
    for _ in range(LISTS):
        containers = await docker.containers.list(all=True)
        read = [(container["Id"], container["Names"][0], container["State"]) for container in containers]
        assert len(read) == payloads.CONTAINERS
    return LISTS


@contestant
async def inspect_json(docker: aiodocker.Docker) -> int:
    """Inspect as plain JSON."""
    container = docker.containers.container(payloads.container_id(7))
    for _ in range(INSPECTS):
        shown = await container.show()
        assert shown["State"]["Running"]
    return INSPECTS


@contestant
async def concurrent_inspects(docker: aiodocker.Docker) -> int:
    """Inspect many containers at the same time."""
    for _ in range(BATCHES):
        ids = map(payloads.container_id, range(CONCURRENT))
        shown = await asyncio.gather(*(docker.containers.container(each).show() for each in ids))
        assert all(each["State"]["Running"] for each in shown)
    return BATCHES * CONCURRENT


async def _messages(docker: aiodocker.Docker, name: str) -> int:
    count = 0
    container = docker.containers.container(name)
    for _ in range(LOGS):
        async for text in container.log(stdout=True, stderr=True, follow=True):
            assert text
            count += 1
    return count


@contestant
async def log_messages(docker: aiodocker.Docker) -> int:
    """Follow a log of short lines, message by message."""
    return await _messages(docker, "lines")


@contestant
async def joined_messages(docker: aiodocker.Docker) -> int:
    """Do the same where many messages come in one HTTP chunk."""
    return await _messages(docker, "lines-joined")


@contestant
async def followers(docker: aiodocker.Docker) -> int:
    """Follow many logs at the same time: no one goes on before each has its first message."""
    everyone = asyncio.Barrier(FOLLOWERS)

    async def follow() -> int:
        count = 0
        async for _ in docker.containers.container("few-lines").log(stdout=True, stderr=True, follow=True):
            if not count:
                await everyone.wait()
            count += 1
        return count

    return sum(await asyncio.gather(*(follow() for _ in range(FOLLOWERS))))


@contestant
async def copy_out(docker: aiodocker.Docker) -> int:
    """Copy a folder out of a container: it gives the archive whole, and tarfile unpacks it."""
    archive = await docker.containers.container("archive").get_archive("/data")
    with archive, TemporaryDirectory(prefix="dockwright-benchmarks-") as folder:
        archive.extractall(folder, filter="data")
    return COPIED


@contextmanager
def copy_in(address: str) -> Generator[Work]:
    """Copy a folder into a container: tarfile packs it, and it takes the archive whole."""
    with folder_to_copy() as folder:

        @contestant
        async def copy(docker: aiodocker.Docker) -> int:
            packed = BytesIO()
            with tarfile.open(fileobj=packed, mode="w") as archive:
                archive.add(folder, folder.name)
            container: Any = docker.containers.container("archive")  # this method has no types
            await container.put_archive("/data", packed.getvalue())
            return COPIED

        with copy(address) as work:
            yield work


@contestant
async def execs(docker: aiodocker.Docker) -> int:
    """Run processes in a container, one after the other, and ask for the exit status of each."""
    config: dict[str, Any] = {"Image": IMAGE, "Cmd": ["sleep", "600"], "HostConfig": {"Init": True}}
    container = await docker.containers.run(config)
    try:
        for _ in range(EXECS):
            execution = await container.exec(["true"])
            async with execution.start() as stream:
                while await stream.read_out() is not None:
                    pass
            assert (await execution.inspect())["ExitCode"] == 0
    finally:
        await container.delete(force=True)
    return EXECS
