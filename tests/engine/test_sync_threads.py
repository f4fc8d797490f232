"""One client, shared by threads."""

import gc
import os
import threading
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import dockwright.sync as docker
from tests.engines import Engine

THREADS = 16
CALLS = 2000


def descriptors() -> int:
    """Count the open files of this process."""
    return len(os.listdir("/proc/self/fd"))


def succeeds(call: Callable[[], object]) -> bool:
    """Say whether a call gave what it should."""
    return bool(call())


def test_two_thousand_mixed_calls(engine: Engine, unique_name: str, labels: dict[str, str]) -> None:
    """docker-py 2: one client was not made to be shared by threads."""
    gc.collect()  # of what others forgot
    before = descriptors()
    with docker.DockerClient(engine.url) as client:
        command = ["sh", "-c", "echo line; exec sleep 600"]
        container = client.containers.run(
            engine.image, command, name=unique_name, labels=labels, init=True, detach=True
        )
        container.wait_for(log="line")

        def exec_run() -> object:
            return container.exec_run(["echo", "x"]) == (0, b"x\n")

        def leave_a_log() -> object:
            with container.logs(stream=True, follow=True) as stream:
                return next(stream) == b"line\n"

        def leave_stats() -> object:
            with container.stats(decode=True) as stats:
                return next(stats)["id"] == container.id

        often: list[Callable[[], object]] = [
            client.ping,
            lambda: client.info()["ServerVersion"] == engine.version,
            lambda: client.containers.get(unique_name).status == "running",
            lambda: [each.name for each in client.containers.list(filters={"id": container.id})] == [unique_name],
            lambda: container.logs() == b"line\n",
            lambda: client.images.get(engine.image).id.startswith("sha256:"),
            lambda: container.inspect().id == container.id,
            lambda: container.path_stat("/bin").name == "bin",
            lambda: container.top()["Titles"],
        ]
        seldom = [exec_run, leave_a_log, leave_stats, lambda: container.read_file("/etc/passwd")]
        # Every fortieth call is one that takes the engine its time.
        calls = [seldom[i // 40 % len(seldom)] if i % 40 == 39 else often[i % len(often)] for i in range(CALLS)]
        with ThreadPoolExecutor(THREADS) as pool:
            results = Counter(pool.map(succeeds, calls))
        assert results == {True: CALLS}
        container.remove(force=True)
    gc.collect()
    assert descriptors() == before
    assert not [thread for thread in threading.enumerate() if "dockwright" in thread.name]
