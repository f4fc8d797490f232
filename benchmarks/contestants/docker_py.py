"""docker-py."""

import tarfile
from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from tempfile import TemporaryDirectory, TemporaryFile
from threading import Barrier

import docker

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


def contestant(work: Callable[[docker.DockerClient], int]) -> Contestant:
    """Run a function with one client."""

    @contextmanager
    def prepared(address: str) -> Generator[Work]:
        with closing(docker.DockerClient(base_url=address)) as client:
            yield lambda: work(client)

    return prepared


@contestant
def list_objects(client: docker.DockerClient) -> int:
    """List all containers and read three fields of each."""
    containers = client.containers.list(all=True)
    read = [(container.id, container.name, container.status) for container in containers]
    assert len(read) == payloads.CONTAINERS
    return 1


@contestant
def inspect_json(client: docker.DockerClient) -> int:
    """Inspect as plain JSON."""
    for _ in range(INSPECTS):
        shown = client.api.inspect_container(payloads.container_id(7))
        assert shown["State"]["Running"]
    return INSPECTS


def _messages(client: docker.DockerClient, name: str) -> int:
    count = 0
    for _ in range(LOGS):
        for data in client.containers.get(name).logs(stdout=True, stderr=True, stream=True, follow=True):
            assert data
            count += 1
    return count


@contestant
def log_messages(client: docker.DockerClient) -> int:
    """Follow a log of short lines, message by message."""
    return _messages(client, "lines")


@contestant
def joined_messages(client: docker.DockerClient) -> int:
    """Do the same where many messages come in one HTTP chunk."""
    return _messages(client, "lines-joined")


@contestant
def followers(client: docker.DockerClient) -> int:
    """Follow many logs at the same time: no one goes on before each has its first message."""
    everyone = Barrier(FOLLOWERS)

    def follow(_number: int) -> int:
        count = 0
        for _ in client.containers.get("few-lines").logs(stdout=True, stderr=True, stream=True, follow=True):
            if not count:
                everyone.wait()
            count += 1
        return count

    with ThreadPoolExecutor(FOLLOWERS) as threads:
        return sum(threads.map(follow, range(FOLLOWERS)))


@contestant
def copy_out(client: docker.DockerClient) -> int:
    """Copy a folder out of a container: the archive into a file, as its documentation does, and tarfile unpacks it."""
    with TemporaryDirectory(prefix="dockwright-benchmarks-") as folder, TemporaryFile() as file:
        chunks, _ = client.containers.get("archive").get_archive("/data")
        for chunk in chunks:
            file.write(chunk)
        file.seek(0)
        with tarfile.open(fileobj=file) as archive:
            archive.extractall(folder, filter="data")
    return COPIED


@contextmanager
def copy_in(address: str) -> Generator[Work]:
    """Copy a folder into a container: tarfile packs it into a file, which is sent."""
    with folder_to_copy() as folder:

        @contestant
        def copy(client: docker.DockerClient) -> int:
            with TemporaryFile() as file:
                with tarfile.open(fileobj=file, mode="w") as archive:
                    archive.add(folder, folder.name)
                file.seek(0)
                assert client.containers.get("archive").put_archive("/data", file)
            return COPIED

        with copy(address) as work:
            yield work


@contestant
def execs(client: docker.DockerClient) -> int:
    """Run processes in a container, one after the other, and ask for the exit status of each."""
    container = client.containers.run(IMAGE, ["sleep", "600"], detach=True, init=True)
    try:
        for _ in range(EXECS):
            assert container.exec_run(["true"]).exit_code == 0
    finally:
        container.remove(force=True)
    return EXECS
