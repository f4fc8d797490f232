"""Let contestants take turns, and keep the medians.

Turns (A, B, A, B, ...) rather than blocks: whatever else the machine does then meets both alike. Every round is a new
process, because luck in the layout of its memory makes a process some 20 % faster or slower for as long as it lives;
and every process finds its byte code written, for one that compiles is lucky in that.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from time import perf_counter

from benchmarks.cases import Case, Clock, Count, Program, Worker

PROGRAM_RUNS = 3
"""How often a program is started in a round."""


class Broken(Exception):
    """A contestant that cannot do the work; the last line of what it said."""


@dataclass(frozen=True)
class Result:
    """The medians of all rounds."""

    case: Case
    ours: float
    peer: float | None

    @property
    def ratio(self) -> float | None:
        """Ours over the peer's, where there is one."""
        return None if self.peer is None else self.ours / self.peer

    @property
    def met(self) -> bool:
        """Say whether the budget is kept; without a peer it is one for our number."""
        return self.case.met(self.ours if self.ratio is None else self.ratio)


@dataclass(frozen=True)
class Arena:
    """What all contestants share: the engine's address and the environment of their processes."""

    address: str
    environment: Mapping[str, str]

    def round(self, who: Worker | Program, case: Case, clock: Clock) -> float:
        """Let a contestant do one round, and give its number; raises :class:`Broken` where it cannot."""
        return self._work(who, case, clock) if isinstance(who, Worker) else self._start(who, case, clock)

    def _work(self, who: Worker, case: Case, clock: Clock) -> float:
        address = os.environ["DOCKER_HOST"] if case.real_engine else self.address
        start = "cold" if case.large or case.real_engine else "warm"
        output, _, _ = self._run("-m", "benchmarks.worker", who.module, who.function, address, start)
        measured: dict[str, float] = json.loads(output)
        if case.count is Count.MEBIBYTES:
            return measured["mebibytes"]
        return case.count.of(measured["units"], measured[clock])

    def _start(self, who: Program, case: Case, clock: Clock) -> float:
        seconds = 0.0
        for _ in range(PROGRAM_RUNS):
            seconds += self._seconds(who.code.format(address=self.address), clock)
            seconds -= self._seconds("pass", clock) if who.less_bare else 0.0
        return case.count.of(PROGRAM_RUNS, seconds)

    def _seconds(self, code: str, clock: Clock) -> float:
        _, wall, cpu = self._run("-c", code)
        return wall if clock == "wall" else cpu

    def _run(self, *arguments: str) -> tuple[str, float, float]:
        """Run Python; gives its output, and seconds on the clock and of the processor."""
        command = [sys.executable, *arguments]
        cpu, wall = _cpu_of_children(), perf_counter()
        ended = subprocess.run(command, capture_output=True, text=True, check=False, env=self.environment)
        wall, cpu = perf_counter() - wall, _cpu_of_children() - cpu
        if ended.returncode:
            raise Broken(ended.stderr.strip().rpartition("\n")[2] or "it ended without a word")
        return ended.stdout, wall, cpu


@contextmanager
def arena() -> Generator[Arena]:
    """Start the canned engine."""
    with tempfile.TemporaryDirectory(prefix="dockwright-benchmarks-") as folder:
        path = Path(folder, "docker.sock")
        # Byte code of our own making: whether the caller's Python keeps any must not decide what an import costs.
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = str(Path(folder, "pycache"))
        command = [sys.executable, "-m", "benchmarks.engine", str(path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
            try:
                assert process.stdout is not None
                if process.stdout.readline() != "ready\n":
                    raise RuntimeError("the canned engine did not start")
                yield Arena(f"unix://{path}", environment)
            finally:
                process.terminate()


def hold(case: Case, shared: Arena, *, rounds: int, clock: Clock | None) -> Result:
    """Let the contestants of a line work in turns; raises :class:`Broken` where one cannot."""
    contestants = (case.ours,) if case.peer is None else (case.ours, case.peer)
    if not case.large:
        for who in contestants:
            shared.round(who, case, case.clock)  # writes the byte code
    numbers = [[shared.round(who, case, clock or case.clock) for who in contestants] for _ in range(rounds)]
    medians = [median(column) for column in zip(*numbers, strict=True)]
    return Result(case, medians[0], None if case.peer is None else medians[1])


def _cpu_of_children() -> float:
    usage = getrusage(RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
