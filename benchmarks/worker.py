"""One round of one contestant: ``python -m benchmarks.worker MODULE FUNCTION ADDRESS warm|cold``.

It does the work, warm after having done it once already, and prints what that took as JSON: seconds on the clock and
of the processor (children included), how many of its units were done, and by how many MiB memory grew at its peak.
"""

import json
import os
import sys
from importlib import import_module
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from time import perf_counter, process_time


def main(module: str, function: str, address: str, start: str) -> None:
    """Do the work and print what it took."""
    with getattr(import_module(f"benchmarks.contestants.{module}"), function)(address) as work:
        if start == "warm":
            work()
        idle, cpu, wall = _resident(), _processor_time(), perf_counter()
        units = work()
        measured = {
            "wall": perf_counter() - wall,
            "cpu": _processor_time() - cpu,
            "units": units,
            "mebibytes": max(getrusage(RUSAGE_SELF).ru_maxrss / 1024 - idle, 0.0),
        }
    print(json.dumps(measured))


def _processor_time() -> float:
    children = getrusage(RUSAGE_CHILDREN)
    return process_time() + children.ru_utime + children.ru_stime


def _resident() -> float:
    """Give the memory in use, in MiB."""
    pages = Path("/proc/self/statm").read_text().split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE") / (1 << 20)


if __name__ == "__main__":
    main(*sys.argv[1:])
