"""dockwright.sync."""

from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from threading import Barrier

from benchmarks import payloads
from benchmarks.contestants import (
    COPIED,
    EXECS,
    FOLLOWERS,
    IMAGE,
    INSPECTS,
    LOGS,
    Contestant,
    Work,
    folder_to_copy,
)
from dockwright.sync import DockerClient


def contestant(work: Callable[[DockerClient], int]) -> Contestant:
    """Run a function with one client."""

    @contextmanager
    def prepared(address: str) -> Generator[Work]:
        with DockerClient(base_url=address) as client:
            # What comes with the first call is no part of the memory that the work takes.
            client.version()
            yield lambda: work(client)

    return prepared


@contestant
def list_objects(client: DockerClient) -> int:
    """List all containers and read three fields of each."""
    containers = client.containers.list(all=True)
    read = [(container.id, container.name, container.status) for container in containers]
    assert len(read) == payloads.CONTAINERS
    return 1


@contestant
def inspect_json(client: DockerClient) -> int:
    """Inspect as plain JSON."""
    for _ in range(INSPECTS):
        shown = client.containers.get(payloads.container_id(7)).attrs
        assert shown["State"]["Running"]
    return INSPECTS


@contestant
def inspect_model(client: DockerClient) -> int:
    """Inspect as a validated model."""
    for _ in range(INSPECTS):
        shown = client.api.containers.inspect(payloads.container_id(7))
        assert shown.state is not None and shown.state.running
    return INSPECTS


def _messages(client: DockerClient, name: str) -> int:
    count = 0
    for _ in range(LOGS):
        for message in client.containers.get(name).messages(stdout=True, stderr=True, follow=True):
            assert message.data
            count += 1
    return count


@contestant
def log_messages(client: DockerClient) -> int:
    """Follow a log of short lines, message by message."""
    return _messages(client, "lines")


@contestant
def joined_messages(client: DockerClient) -> int:
    """Do the same where many messages come in one HTTP chunk."""
    return _messages(client, "lines-joined")


@contestant
def log_bytes(client: DockerClient) -> int:
    """Follow a log of large blocks, message by message."""
    size = 0
    for _ in range(LOGS):
        for message in client.containers.get("blocks").messages(stdout=True, stderr=True, follow=True):
            size += len(message.data)
    return size


@contestant
def endless_log(client: DockerClient) -> int:
    """Follow a log of 2 GiB."""
    messages = client.containers.get("endless").messages(stdout=True, stderr=True, follow=True)
    return sum(len(message.data) for message in messages)


@contestant
def followers(client: DockerClient) -> int:
    """Follow many logs at the same time: no one goes on before each has its first message."""
    everyone = Barrier(FOLLOWERS)

    def follow(_number: int) -> int:
        count = 0
        for _ in client.containers.get("few-lines").messages(stdout=True, stderr=True, follow=True):
            if not count:
                everyone.wait()
            count += 1
        return count

    with ThreadPoolExecutor(FOLLOWERS) as threads:
        return sum(threads.map(follow, range(FOLLOWERS)))


@contestant
def copy_out(client: DockerClient) -> int:
    """Copy a folder out of a container."""
    with TemporaryDirectory(prefix="dockwright-benchmarks-") as folder:
        client.containers.get("archive").copy_from("/data", folder)
    return COPIED


@contextmanager
def copy_in(address: str) -> Generator[Work]:
    """Copy a folder into a container."""
    with folder_to_copy() as folder:

        @contestant
        def copy(client: DockerClient) -> int:
            client.containers.get("archive").copy_to(folder, "/data")
            return COPIED

        with copy(address) as work:
            yield work


@contestant
def execs(client: DockerClient) -> int:
    """Run processes in a container, one after the other, and ask for the exit status of each."""
    container = client.containers.run(IMAGE, ["sleep", "600"], detach=True, init=True)
    try:
        for _ in range(EXECS):
            assert container.exec_run(["true"]).exit_code == 0
    finally:
        container.remove(force=True)
    return EXECS
