"""The lines of the table: who does what against whom, how it is counted, and what we hold ourselves to."""

from dataclasses import dataclass
from enum import Enum
from typing import Literal

Clock = Literal["wall", "cpu"]


class Count(Enum):
    """How a round becomes a number."""

    MILLISECONDS = "ms"
    PER_SECOND = "/s"
    MEGABYTES_PER_SECOND = "MB/s"
    MEBIBYTES = "MiB"

    @property
    def more_is_better(self) -> bool:
        """Say whether the number is a rate rather than a time."""
        return self in (Count.PER_SECOND, Count.MEGABYTES_PER_SECOND)

    def of(self, units: float, seconds: float) -> float:
        """Turn units done in so many seconds into the number."""
        if self is Count.MILLISECONDS:
            return 1000 * seconds / units
        return units / seconds / (1e6 if self is Count.MEGABYTES_PER_SECOND else 1)


@dataclass(frozen=True)
class Worker:
    """A function of ``benchmarks.contestants``."""

    module: str
    function: str


@dataclass(frozen=True)
class Program:
    """A program, measured from its start to its end; ``less_bare`` takes off what an empty one needs."""

    code: str
    less_bare: bool = False


@dataclass(frozen=True)
class Case:
    """One line: our number over the peer's must be at most the budget, or at least, where more is better.

    Without a peer the budget is one for our number itself. ``large`` work is done on demand only; for
    ``real_engine`` the canned one will not do; neither is done once before it counts.
    """

    name: str
    title: str
    peer_name: str
    ours: Worker | Program
    peer: Worker | Program | None
    count: Count
    budget: float
    clock: Clock = "wall"
    strict: bool = False
    large: bool = False
    real_engine: bool = False

    def met(self, number: float) -> bool:
        """Say whether a ratio, or our number where there is no peer, keeps the budget."""
        return number >= self.budget if self.count.more_is_better else number <= self.budget


_AIO_FIRST_CALL = """
import asyncio
from {0} import Docker
async def main():
    async with Docker({{address!r}}) as docker:
        assert (await docker.version())["ApiVersion"]
asyncio.run(main())
"""
_SYNC_FIRST_CALL = """
from {0} import DockerClient
client = DockerClient(base_url={{address!r}})
assert client.version()["ApiVersion"]
client.close()
"""


def _work(function: str, *, of: str = "") -> tuple[Worker, Worker]:
    return Worker("dockwright_aio", function), Worker("aiodocker_client", of or function)


def _sync_work(function: str, *, of: str = "") -> tuple[Worker, Worker]:
    return Worker("dockwright_sync", function), Worker("docker_py", of or function)


def _imports(ours: str, peer: str) -> tuple[Program, Program]:
    return Program(f"import {ours}", less_bare=True), Program(f"import {peer}", less_bare=True)


def _first_calls(program: str, ours: str, peer: str) -> tuple[Program, Program]:
    return Program(program.format(ours)), Program(program.format(peer))


def _large(name: str, title: str, function: str) -> tuple[Case, ...]:
    """Make the lines of a copy of 1 GiB by each face: its speed beside a shell's and the peer's, and its memory."""
    lines: list[Case] = []
    for face, (peer_name, peer_module, budget) in _PEERS.items():
        ours = Worker(f"dockwright_{face}", function)
        shell, peer = Worker("curl_and_tar", function), Worker(peer_module, function)
        lines += (
            Case(f"{name}-{face}", f"{face}: {title}", "curl, tar", ours, shell, SPEED, 0.7, large=True),
            Case(f"{name}-{face}-peer", f"{face}: {title}", peer_name, ours, peer, SPEED, budget, large=True),
            Case(f"{name}-{face}-memory", f"{face}: {title}, memory", "", ours, None, MEMORY, 32.0, large=True),
        )
    return tuple(lines)


MS, RATE, SPEED = Count.MILLISECONDS, Count.PER_SECOND, Count.MEGABYTES_PER_SECOND
MEMORY = Count.MEBIBYTES
AIODOCKER, DOCKER_PY = "aiodocker", "docker-py"
# By face: the name of the peer, its module, and how many times its speed a copy has to reach.
_PEERS = {"aio": (AIODOCKER, "aiodocker_client", 3.0), "sync": (DOCKER_PY, "docker_py", 1.0)}

CASES = (
    Case(
        "import-aio",
        "import dockwright.aio",
        AIODOCKER,
        *_imports("dockwright.aio", "aiodocker"),
        MS,
        0.35,
        strict=True,
    ),
    Case(
        "import-sync",
        "import dockwright.sync",
        DOCKER_PY,
        *_imports("dockwright.sync", "docker"),
        MS,
        0.6,
        strict=True,
    ),
    Case(
        "first-call-aio",
        "aio: import and first call",
        AIODOCKER,
        *_first_calls(_AIO_FIRST_CALL, "dockwright.aio", "aiodocker"),
        MS,
        0.9,
    ),
    Case(
        "first-call-sync",
        "sync: import and first call",
        DOCKER_PY,
        *_first_calls(_SYNC_FIRST_CALL, "dockwright.sync", "docker"),
        MS,
        0.9,
    ),
    Case("list-aio", "aio: list of 1000, by key", AIODOCKER, *_work("list_by_key"), MS, 0.6, strict=True),
    Case("list-sync", "sync: list of 1000, objects", DOCKER_PY, *_sync_work("list_objects"), MS, 0.05, strict=True),
    Case("list-models", "aio: list of 1000, models", AIODOCKER, *_work("list_models", of="list_by_key"), MS, 2.0),
    Case("inspect-aio", "aio: inspect, JSON", AIODOCKER, *_work("inspect_json"), MS, 0.75, "cpu"),
    Case(
        "inspect-aio-model",
        "aio: inspect, model",
        AIODOCKER,
        *_work("inspect_model", of="inspect_json"),
        MS,
        0.95,
        "cpu",
    ),
    Case("inspect-sync", "sync: inspect, JSON", DOCKER_PY, *_sync_work("inspect_json"), MS, 0.75, "cpu"),
    Case(
        "inspect-sync-model",
        "sync: inspect, model",
        DOCKER_PY,
        *_sync_work("inspect_model", of="inspect_json"),
        MS,
        0.95,
        "cpu",
    ),
    Case("concurrent", "aio: 100 inspects at once, JSON", AIODOCKER, *_work("concurrent_inspects"), RATE, 1.1),
    Case(
        "concurrent-models",
        "aio: 100 inspects at once, models",
        AIODOCKER,
        *_work("concurrent_models", of="concurrent_inspects"),
        RATE,
        1.1,
    ),
    Case("log-aio", "aio: log messages of 80 bytes", AIODOCKER, *_work("log_messages"), RATE, 4.0, strict=True),
    Case("log-aio-joined", "aio: the same, chunks joined", AIODOCKER, *_work("joined_messages"), RATE, 4.0),
    Case("log-sync", "sync: log messages of 80 bytes", DOCKER_PY, *_sync_work("log_messages"), RATE, 4.0, strict=True),
    Case("log-sync-joined", "sync: the same, chunks joined", DOCKER_PY, *_sync_work("joined_messages"), RATE, 4.0),
    Case(
        "log-bytes-aio",
        "aio: log in blocks of 16 KiB",
        "aiohttp",
        Worker("dockwright_aio", "log_bytes"),
        Worker("raw_http", "aiohttp_body"),
        SPEED,
        0.8,
    ),
    Case(
        "log-bytes-sync",
        "sync: log in blocks of 16 KiB",
        "httpx",
        Worker("dockwright_sync", "log_bytes"),
        Worker("raw_http", "httpx_body"),
        SPEED,
        0.8,
    ),
    Case("followers-aio", "aio: 500 logs followed at once", AIODOCKER, *_work("followers"), RATE, 1.0),
    Case("followers-sync", "sync: 500 logs followed at once", DOCKER_PY, *_sync_work("followers"), RATE, 1.0),
    Case("exec-aio", "aio: exec of true", AIODOCKER, *_work("execs"), MS, 1.1, real_engine=True),
    Case("exec-sync", "sync: exec of true", DOCKER_PY, *_sync_work("execs"), MS, 1.1, real_engine=True),
    *_large("copy-out", "copy of 1 GiB out, unpacked", "copy_out"),
    *_large("copy-in", "copy of 1 GiB in, packed", "copy_in"),
    Case(
        "log-2gib-aio-memory",
        "aio: log of 2 GiB, memory",
        "",
        Worker("dockwright_aio", "endless_log"),
        None,
        MEMORY,
        32.0,
        large=True,
    ),
    Case(
        "log-2gib-sync-memory",
        "sync: log of 2 GiB, memory",
        "",
        Worker("dockwright_sync", "endless_log"),
        None,
        MEMORY,
        32.0,
        large=True,
    ),
)
